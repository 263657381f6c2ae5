public import TMFModel
import TMFStore

extension Filing {
    /// What is done about two documents that are alike.
    public enum DuplicateVerdict: Hashable, Sendable {
        case keepBoth
        /// States how they belong together, from the first to the second.
        case link(DocumentLink.Relation)
        /// Withdraws this one of the two.
        case reject(DocumentNumber)
    }

    /// Decides about two documents that are alike, with the link or the withdrawal that follows, as one change. They are
    /// not asked about again until one of them has another version. Needs a reason.
    ///
    /// The second may be of another study of the store, `otherStudy`, where it had `otherVersions`; the two cannot be
    /// linked then, and only the first can be rejected here. Whether they are alike is the caller's to see.
    public func decideDuplicate(
        _ number: DocumentNumber, _ other: DocumentNumber, otherStudy: String? = nil, as verdict: DuplicateVerdict,
        otherVersions: Int? = nil
    ) throws {
        try requireReason("two documents that are alike are decided about")
        let document = try openDocument(number)
        let versions = try otherStudy == nil ? openDocument(other).versions.count : otherVersions ?? 1
        if otherStudy == nil, number == other { throw Self.refusal(number, "is one document, not two") }
        var events: [JournalEvent] = []
        let outcome: DuplicateDecision.Outcome
        switch verdict {
        case .keepBoth: outcome = .bothKept
        case .link(let relation):
            guard otherStudy == nil else {
                throw Self.refusal(number, "cannot be linked to a document of another study; keep both, or reject one")
            }
            let link = DocumentLink(document: number, relation: relation, target: other)
            if try !store.links(of: study.id).contains(link) { events.append(.documentsLinked(link)) }
            outcome = .linked(relation)
        case .reject(let rejected):
            guard rejected == number || (otherStudy == nil && rejected == other) else {
                throw Self.refusal(
                    rejected, "is none of the two; the one that is rejected is withdrawn from this study")
            }
            events.append(.documentWithdrawn(rejected))
            outcome = .rejected(rejected)
        }
        let decision = DuplicateDecision(
            .init(document: number, versions: document.versions.count), .init(document: other, versions: versions),
            otherStudy: otherStudy, outcome: outcome)
        try store.record([.oversight(.duplicateDecided(decision))] + events, in: study.id, by: attribution)
    }

    private static func refusal(_ number: DocumentNumber, _ message: String) -> InputProblems {
        InputProblems([InputProblem(source: number.description, message: message)])
    }
}
