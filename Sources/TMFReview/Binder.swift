public import TMFModel

/// What is expected and what is filed at one moment: read once, then judged and shown without I/O.
public struct Binder: Sendable {
    /// The study's records, without those that are withheld from this reader.
    public let snapshot: StudySnapshot
    /// What is withheld: it still fills its slots.
    public let withheld: [WithheldRecord]
    /// Which part of the file this reader gets: nothing is expected, covered or found outside it.
    public let selection: RecordSelection
    public let model: ReferenceModel
    public let rules: [ExpectationRule]
    /// For how long each part of the file is to be kept, by a table of rules and by what is on record.
    public let retention: RetentionReport
    /// The day for which everything is judged.
    public let asOf: Day
    /// Every expected slot, in the order of artifact and scope.
    public let slots: [ExpectedSlot]
    /// What all checks report, the heaviest first, then by artifact and scope.
    public private(set) var findings: [Finding]
    /// What had to be in force without a gap, and whether it was: by requirement, person, organization and place.
    public private(set) var coverage: [CoverageLine]

    let names: StudyNames
    let index: DocumentIndex
    let sequence: SequenceRecords
    private(set) var tallies = TallyTable()
    let slotRanges: [ArtifactNumber: Range<Int>]
    /// What lapses within the study's own window, or has lapsed: several checks and figures ask for it.
    private(set) var lapsing: [ExpiringRecord]
    /// The day after which a document is not needed any more, where that is known.
    private(set) var endsOfNeed: [DocumentNumber: Day]

    /// Applies every rule to the study's scopes and every check to the result. Time is linear in documents and slots.
    ///
    /// A document fills a slot if it stands at the slot's artifact and scope, and has its sub-artifact, person and
    /// organization where the slot names them. A trial's slot for an organization is filled by that organization's
    /// documents in any scope. A withheld record that counts fills the slots of its place that ask for a record once.
    public init(
        snapshot: StudySnapshot, withheld: [WithheldRecord] = [], selection: RecordSelection = .open,
        model: ReferenceModel, rules: [ExpectationRule], retention: [RetentionRule] = [], asOf: Day
    ) {
        self.snapshot = snapshot
        self.withheld = withheld
        self.selection = selection
        self.model = model
        self.rules = rules
        self.retention = RetentionReport(
            study: snapshot.study, rules: retention, ledger: snapshot.oversight.retention)
        self.asOf = asOf
        let names = StudyNames(snapshot.study)
        let index = DocumentIndex(snapshot.documents, on: asOf)
        let isWhole = selection.isOfWholeStudy
        let (sequence, slots) = sideBySide(
            { SequenceRecords(snapshot, withheld: withheld, index: index, model: model) },
            {
                let built = SlotBuilder(
                    snapshot: snapshot, withheld: withheld, index: index, model: model, rules: rules, asOf: asOf,
                    names: names
                ).slots()
                return isWhole
                    ? built
                    : built.filter { slot in
                        let address = slot.address
                        return selection.holds(
                            artifact: address.artifact, scope: address.scope, person: address.person, model: model)
                    }
            })
        self.names = names
        self.index = index
        self.sequence = sequence
        self.slots = slots
        slotRanges = Self.ranges(of: slots)
        coverage = []
        endsOfNeed = [:]
        lapsing = []
        findings = []
        let bare = self
        let (tallies, covered) = sideBySide(
            {
                TallyTable(
                    slots: slots, index: index, responsibilities: Responsibilities(snapshot.study), asOf: asOf)
            }, { bare.withCoverage() })
        self.tallies = tallies
        coverage = covered.coverage
        endsOfNeed = covered.endsOfNeed
        lapsing = covered.lapsing
        findings = Check.findings(in: self)
        guard !isWhole else { return }
        findings = findings.filter { finding in
            // What is said of a record that is there belongs here, wherever it reaches.
            finding.document != nil
                || selection.holds(
                    artifact: finding.artifact, scope: finding.scope, person: finding.person, model: model)
        }
    }

    public var study: Study { snapshot.study }

    /// The same with what follows from how long records are in force.
    private func withCoverage() -> Binder {
        var binder = self
        binder.coverage = CoverageBuilder(binder: self).lines()
        if !selection.isOfWholeStudy {
            binder.coverage = binder.coverage.filter { Self.holds($0, selection, model) }
        }
        binder.endsOfNeed = Self.endsOfNeed(binder.coverage)
        binder.lapsing = binder.lapsing(within: study.settings.expiryWindowDays)
        return binder
    }

    private static func holds(_ line: CoverageLine, _ selection: RecordSelection, _ model: ReferenceModel) -> Bool {
        func holds(_ scope: Scope?) -> Bool {
            selection.holds(artifact: line.artifact, scope: scope, person: line.person, model: model)
        }
        return line.scopes.isEmpty ? holds(nil) : line.scopes.contains(where: holds)
    }

    /// Slots of one artifact are neighbours.
    private static func ranges(of slots: [ExpectedSlot]) -> [ArtifactNumber: Range<Int>] {
        var ranges: [ArtifactNumber: Range<Int>] = [:]
        for (place, slot) in slots.enumerated() {
            ranges[slot.address.artifact] = (ranges[slot.address.artifact]?.lowerBound ?? place)..<(place + 1)
        }
        return ranges
    }
}
