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
    public let note: String

    public init(
        id: String, countries: Set<CountryCode> = [], party: RecordSelection.Part? = nil, triggers: [String],
        years: Int, source: String, note: String = ""
    ) {
        self.id = id
        self.countries = countries
        self.party = party
        self.triggers = triggers
        self.years = years
        self.source = source
        self.note = note
    }

    /// Whether it speaks of a part of the file kept in a country.
    public func holds(in country: CountryCode, for part: RecordSelection.Part) -> Bool {
        (countries.isEmpty || countries.contains(country)) && (party == nil || party == part)
    }
}

/// Something that happened on a day, from which a retention period may run: everywhere, or in one country.
public struct RetentionEvent: Hashable, Sendable {
    public let name: String
    public let country: CountryCode?
    public let day: Day

    public init(name: String, country: CountryCode? = nil, day: Day) {
        self.name = name
        self.country = country
        self.day = day
    }
}

extension RetentionEvent {
    /// Reads `end-of-trial=2026-03-31` or `approval@USA=2025-01-05`; nil if it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(parts[1])) else { return nil }
        let names = parts[0].split(separator: "@", omittingEmptySubsequences: false)
        guard let name = names.first, !name.isEmpty, names.count <= 2 else { return nil }
        var country: CountryCode?
        if names.count == 2 {
            guard let code = CountryCode(String(names[1])) else { return nil }
            country = code
        }
        self.init(name: String(name), country: country, day: day)
    }
}
