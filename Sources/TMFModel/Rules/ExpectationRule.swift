/// One rule of what a Trial Master File must hold: a row of `expected.csv`, or an entry of a study's own `rules`.
public struct ExpectationRule: Hashable, Sendable, Identifiable {
    /// Whether the rule asks for a record.
    public enum Expectation: String, Hashable, Sendable {
        /// In every scope of the level.
        case always
        /// Where all conditions hold.
        case when
        /// Nowhere: the record may be filed there, but nothing asks for it.
        case no
    }

    /// For whom a record is expected within a scope.
    public enum Subject: Hashable, Sendable {
        case once
        /// For every person of the scope in one of these roles.
        case person(roles: [String])
        /// For every organization of one of these kinds.
        case organization(kinds: [String])
    }

    /// What a record is expected for again and again, besides for whom.
    ///
    /// Where the study knows nothing to repeat over (no protocol filed, no language listed), the rule asks once.
    public enum Repetition: String, Hashable, Sendable, CaseIterable {
        /// For each protocol version that concerns the scope, from the day it dates from.
        case version
        /// For each protocol version that was approved there, from the day of its approval.
        case approvedVersion = "approved-version"
        /// For each language of the country; for a trial's record, each language of any country.
        case language
        /// Once, and again by each day on which the record before lapses.
        case renewal
    }

    /// Which records fill a slot besides those filed at the slot's own scope.
    public enum Sharing: String, Hashable, Sendable, CaseIterable {
        /// None.
        case own
        /// Those of the site's country and of the trial, too.
        case above
        /// Those of the same person or organization in any scope: one curriculum vitae serves all sites.
        case anywhere
    }

    /// Where a rule comes from.
    public enum Origin: String, Hashable, Sendable {
        /// From the tables of the reference model.
        case stock
        /// Added by the study.
        case study
        /// A stock rule that the study changed, switched off, or replaced for some countries.
        case override
    }

    /// The countries a rule speaks of. Trial-level rules speak of all.
    public enum Countries: Hashable, Sendable {
        case all
        case only([CountryCode])
        case except([CountryCode])

        public func contains(_ scope: Scope) -> Bool {
            switch self {
            case .all: true
            case .only(let codes): scope.country.map { codes.contains($0) } ?? false
            case .except(let codes): scope.country.map { !codes.contains($0) } ?? true
            }
        }
    }

    /// How much an unfilled slot weighs.
    public typealias Severity = FindingSeverity

    /// Stable: waivers, findings and explanations name it. `E-05.02.04-site`, or `E-05.02.04-site@FRA` for a rule that
    /// a study replaced for some countries.
    public internal(set) var id: String
    public let artifact: ArtifactNumber
    /// Nil if any sub-artifact of the artifact will do.
    public let subArtifact: String?
    public let level: Level
    public internal(set) var expectation: Expectation
    public internal(set) var conditions: [Condition]
    public let subject: Subject
    /// Nil if no date asks for it: the slot never becomes due.
    public let due: Due?
    /// At least so many documents; 1 or more.
    public let atLeast: Int
    /// Severity of a slot that is not filled.
    public let severity: Severity
    /// Why the record is expected, or why not: one sentence.
    public let rationale: String
    /// At most so many documents, never fewer than `atLeast`; nil if any number is welcome.
    public let atMost: Int?
    /// In the order of `Repetition.allCases`, each at most once.
    public let repetitions: [Repetition]
    /// Days that a protocol version which came while the scope was under way is given to arrive; 0 or more.
    public let settlingDays: Int
    public internal(set) var countries: Countries
    public let sharing: Sharing
    /// Further artifacts whose records fill the slot, filed at its own scope.
    public let alternatives: [ArtifactNumber]
    /// How long a record is in force whose version does not say; nil if the rule does not say either.
    public let validity: ExpiryRule?
    /// What the rule rests on: the model, a guideline, a procedure; empty if not said.
    public let source: String
    public internal(set) var origin: Origin
    /// Why the study added, changed or switched off the rule; nil for a stock rule.
    public internal(set) var reason: String?

    public init(
        id: String, artifact: ArtifactNumber, subArtifact: String? = nil, level: Level,
        expectation: Expectation = .always, conditions: [Condition] = [], subject: Subject = .once, due: Due? = nil,
        atLeast: Int = 1, severity: Severity = .error, rationale: String = "", atMost: Int? = nil,
        repetitions: [Repetition] = [], settlingDays: Int = 0, countries: Countries = .all, sharing: Sharing = .own,
        alternatives: [ArtifactNumber] = [], validity: ExpiryRule? = nil, source: String = "", origin: Origin = .stock,
        reason: String? = nil
    ) {
        self.id = id
        self.artifact = artifact
        self.subArtifact = subArtifact
        self.level = level
        self.expectation = expectation
        self.conditions = conditions
        self.subject = subject
        self.due = due
        self.atLeast = atLeast
        self.severity = severity
        self.rationale = rationale
        self.atMost = atMost
        self.repetitions = Repetition.allCases.filter(repetitions.contains)
        self.settlingDays = settlingDays
        self.countries = countries
        self.sharing = sharing
        self.alternatives = alternatives
        self.validity = validity
        self.source = source
        self.origin = origin
        self.reason = reason
    }

    /// Whether each slot of a scope is about one thing, so that a second record for it is one too many.
    public var isForOneSubject: Bool { subject != .once || repetitions.contains { $0 != .renewal } }

    /// Whether it repeats over protocol versions, all or the approved ones.
    public var isPerVersion: Bool { repetitions.contains(.version) || repetitions.contains(.approvedVersion) }

    /// Where its records may stand: its own artifact first.
    public var artifacts: [ArtifactNumber] { [artifact] + alternatives }
}

/// How much a finding weighs, the heaviest first.
public enum FindingSeverity: String, Hashable, Comparable, Sendable, CaseIterable {
    case error, warning, notice

    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
