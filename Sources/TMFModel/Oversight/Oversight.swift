/// What is known of how the file is overseen: quality control, issues, gates and locks, and how long it is kept.
public struct Oversight: Hashable, Sendable {
    /// By document and round.
    public var returns: [QualityReturn]
    /// By number.
    public var samples: [QualitySample]
    /// By number.
    public var issues: [QualityIssue]
    /// By gate and blocker.
    public var overrides: [GateOverride]
    /// By scope.
    public var locks: [PlaceLock]
    public var retention: RetentionLedger
    /// By document and the other document.
    public var duplicates: [DecidedDuplicate]

    public init(
        returns: [QualityReturn] = [], samples: [QualitySample] = [], issues: [QualityIssue] = [],
        overrides: [GateOverride] = [], locks: [PlaceLock] = [], retention: RetentionLedger = RetentionLedger(),
        duplicates: [DecidedDuplicate] = []
    ) {
        self.returns = returns
        self.samples = samples
        self.issues = issues
        self.overrides = overrides
        self.locks = locks
        self.retention = retention
        self.duplicates = duplicates
    }

    /// The lock that covers a scope; the widest where several do, nil where none does.
    public func lock(covering scope: Scope) -> PlaceLock? {
        locks.filter { $0.covers(scope) }.min { $0.locking.scope < $1.locking.scope }
    }

    /// The same without what speaks of these documents. Draws name numbers only, and stay whole.
    func withholding(_ documents: Set<DocumentNumber>) -> Oversight {
        func isOpen(_ document: DocumentNumber?) -> Bool { document.map { !documents.contains($0) } ?? true }
        return Oversight(
            returns: returns.filter { isOpen($0.document) },
            samples: samples.map { sample in
                QualitySample(
                    draw: sample.draw, by: sample.by, at: sample.at, reason: sample.reason,
                    results: sample.results.filter { isOpen($0.member.document) })
            },
            issues: issues.filter { isOpen($0.statement.document) },
            overrides: overrides.filter { isOpen($0.overridden.document) }, locks: locks,
            retention: retention.withholding(documents),
            duplicates: duplicates.filter { $0.decision.documents.allSatisfy { isOpen($0) } })
    }
}
