/// One rule of what a Trial Master File must hold: a row of `expected.csv`.
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

    /// What must hold in a scope for the rule to ask for the record there.
    public enum Condition: Hashable, Sendable {
        /// The study has this trait.
        case trait(String)
        /// The study does not have it.
        case noTrait(String)
        /// The milestone has an actual date in the scope.
        case milestone(String)
    }

    /// For whom a record is expected within a scope.
    public enum Subject: Hashable, Sendable {
        case once
        /// For every person of the scope in one of these roles.
        case person(roles: [String])
        /// For every organization of one of these kinds.
        case organization(kinds: [String])
    }

    /// When a record is due: days after a milestone, its actual date if known, its planned date otherwise.
    public struct Due: Hashable, Sendable {
        public let milestone: String
        /// May be negative: before the milestone.
        public let days: Int

        public init(milestone: String, days: Int) {
            self.milestone = milestone
            self.days = days
        }
    }

    /// How much an unfilled slot weighs.
    public typealias Severity = FindingSeverity

    /// Stable: waivers, findings and explanations name it. `E-05.02.04-site`
    public let id: String
    public let artifact: ArtifactNumber
    /// Nil if any sub-artifact of the artifact will do.
    public let subArtifact: String?
    public let level: Level
    public let expectation: Expectation
    public let conditions: [Condition]
    public let subject: Subject
    /// Nil if no date asks for it: the slot never becomes due.
    public let due: Due?
    /// At least so many documents; 1 or more.
    public let atLeast: Int
    public let severity: Severity
    /// Why the record is expected, or why not: one sentence.
    public let rationale: String

    public init(
        id: String, artifact: ArtifactNumber, subArtifact: String? = nil, level: Level,
        expectation: Expectation = .always, conditions: [Condition] = [], subject: Subject = .once, due: Due? = nil,
        atLeast: Int = 1, severity: Severity = .error, rationale: String = ""
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
    }
}

/// How much a finding weighs, the heaviest first.
public enum FindingSeverity: String, Hashable, Comparable, Sendable, CaseIterable {
    case error, warning, notice

    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
