import TMFModel

/// The records that play a part in the order of events, found once, by scope.
struct SequenceRecords: Sendable {
    private let artifacts: [SequenceRecord: [ArtifactNumber]]
    private let found: [Place: [DatedRecord]]
    /// Where something cannot be seen or need not be there, so that an absence proves nothing.
    private let unseen: Set<Place>
    /// What a document says it approves, by links.
    private let approved: [DocumentNumber: Set<DocumentNumber>]

    struct Place: Hashable, Sendable {
        let record: SequenceRecord
        let scope: Scope
    }

    /// Reads every version that is approved or waits for quality control. Drafts and what was sent back happened not.
    init(_ snapshot: StudySnapshot, withheld: [WithheldRecord], index: DocumentIndex, model: ReferenceModel) {
        var artifacts: [SequenceRecord: [ArtifactNumber]] = [:]
        var parts: [ArtifactNumber: [SequenceRecord]] = [:]
        var found: [Place: [DatedRecord]] = [:]
        var unseen: Set<Place> = []
        for record in SequenceRecord.allCases {
            let selector = record.records
            let numbers = selector.artifacts(in: model)
            artifacts[record] = numbers
            for artifact in numbers {
                parts[artifact, default: []].append(record)
                for place in index.places(at: artifact) where index.fillings[Int(place)] != .withdrawn {
                    let document = snapshot.documents[Int(place)]
                    guard selector.accepts(document.facts.subArtifact) else { continue }
                    let key = Place(record: record, scope: document.facts.scope)
                    for version in document.versions
                    where version.facts.status == .approved || version.facts.status == .filed {
                        // Nobody here can read the dates of what is held elsewhere.
                        if version.isSignpost {
                            unseen.insert(key)
                        } else {
                            found[key, default: []].append(DatedRecord(version, of: document))
                        }
                    }
                }
            }
        }
        let hidden =
            withheld.map { ($0.artifact, $0.scope) }
            + snapshot.waivers.map { ($0.address.artifact, $0.address.scope) }
        for (artifact, scope) in hidden {
            for record in parts[artifact] ?? [] { unseen.insert(Place(record: record, scope: scope)) }
        }
        self.artifacts = artifacts
        self.found = found
        self.unseen = unseen
        approved = snapshot.links.reduce(into: [:]) { approved, link in
            if link.relation == .approves { approved[link.document, default: []].insert(link.target) }
        }
    }

    /// The artifact that a finding about such records names; nil if the model has none.
    func artifact(of record: SequenceRecord) -> ArtifactNumber? { artifacts[record]?.first }

    /// The versions filed in one scope itself, by document and version.
    func versions(_ record: SequenceRecord, in scope: Scope) -> [DatedRecord] {
        found[Place(record: record, scope: scope)] ?? []
    }

    /// The same in a scope and in those that enclose it.
    func versions(_ record: SequenceRecord, reaching scope: Scope) -> [DatedRecord] {
        scope.andEnclosing.flatMap { versions(record, in: $0) }
    }

    /// Whether a record that reaches the scope is held in another system, withheld from this view, or waived.
    func mayBeElsewhere(_ record: SequenceRecord, reaching scope: Scope) -> Bool {
        scope.andEnclosing.contains { unseen.contains(Place(record: record, scope: $0)) }
    }

    /// Whether the first document says that it approves the second.
    func approves(_ decision: DatedRecord, _ target: DocumentNumber) -> Bool {
        approved[decision.document]?.contains(target) ?? false
    }
}
