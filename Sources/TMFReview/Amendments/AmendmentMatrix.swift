public import TMFModel

/// Every new version of the protocol against the countries and sites it had to reach.
public struct AmendmentMatrix: Hashable, Sendable {
    /// What one version brought to one country or site.
    public struct Row: Hashable, Sendable {
        public let version: String
        /// The document date of the version.
        public let versionDate: Day
        public let scope: Scope
        /// One for each record that was asked for there.
        public let steps: [AmendmentStep]

        public func step(_ record: SequenceRecord) -> AmendmentStep? { steps.first { $0.record == record } }
    }

    /// Steps by how they stand.
    public struct Counts: Hashable, Sendable {
        private var numbers: [AmendmentStep.State: Int] = [:]

        public init() {}

        public subscript(state: AmendmentStep.State) -> Int { numbers[state] ?? 0 }
        public var total: Int { numbers.values.reduce(0, +) }

        mutating func add(_ steps: [AmendmentStep]) { for step in steps { numbers[step.state, default: 0] += 1 } }
    }

    /// The records of a row, in the order in which they happen.
    public static let records: [SequenceRecord] = [
        .authorityDecision, .ethicsDecision, .consentForm, .protocolSignature, .siteTraining,
    ]

    /// By version, then country by country, each before its sites.
    public let rows: [Row]

    public init(_ binder: Binder) {
        var rows: [Row] = []
        var run: [AmendmentStep] = []
        func finish() {
            guard let first = run.first else { return }
            rows.append(
                Row(version: first.version, versionDate: first.versionDate, scope: first.scope, steps: run))
            run = []
        }
        for step in binder.amendments {
            if let first = run.first, first.scope != step.scope || first.version != step.version { finish() }
            run.append(step)
        }
        finish()
        self.rows = rows
    }

    /// The versions that were followed, the earliest first.
    public var versions: [(label: String, date: Day)] {
        var versions: [(label: String, date: Day)] = []
        for row in rows where versions.last?.label != row.version { versions.append((row.version, row.versionDate)) }
        return versions
    }

    /// How the steps of a version stand, in one country with its sites, or everywhere.
    public func counts(of version: String, in country: CountryCode? = nil) -> Counts {
        var counts = Counts()
        for row in rows where row.version == version && (country == nil || row.scope.country == country) {
            counts.add(row.steps)
        }
        return counts
    }
}
