/// For how long a law or guideline asks to keep records: a row of the table of retention rules.
public struct RetentionRule: Hashable, Sendable, Identifiable {
    public let id: String
    /// Empty for every country.
    public let countries: Set<CountryCode>
    /// Nil for both parts.
    public let party: RecordSelection.Part?
    /// Events by which the period begins: that of the latest that happened counts, and until one has, it is open.
    public let triggers: [String]
    /// Added to the day of the event.
    public let years: Int
    /// The clause.
    public let source: String
    /// How far the clause was looked up; nil where the table does not say.
    public let confirmation: Confirmation?
    public let note: String

    /// What a rule of the table rests on.
    public enum Confirmation: String, Hashable, Sendable, CaseIterable {
        /// The clause itself, or the regulator's own page about it, was read.
        case source
        /// Somebody else's rendering of the clause was read.
        case secondary
        /// Neither was.
        case unconfirmed = "not confirmed"
    }

    public init(
        id: String, countries: Set<CountryCode> = [], party: RecordSelection.Part? = nil, triggers: [String],
        years: Int, source: String, confirmation: Confirmation? = nil, note: String = ""
    ) {
        self.id = id
        self.countries = countries
        self.party = party
        self.triggers = triggers
        self.years = years
        self.source = source
        self.confirmation = confirmation
        self.note = note
    }

    /// Whether it speaks of a part of the file kept in a country.
    public func holds(in country: CountryCode, for part: RecordSelection.Part) -> Bool {
        (countries.isEmpty || countries.contains(country)) && (party == nil || party == part)
    }
}
