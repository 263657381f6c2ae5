/// Something that happened in overseeing the file: the file's records are as they were.
public enum OversightEvent: Hashable, Sendable {
    case sampleDrawn(QualityDraw)
    case issueRaised(IssueStatement)
    /// The document is the issue's own: what is withheld of it is withheld of its answers.
    case issueAnswered(IssueNumber, DocumentNumber?, text: String, capa: String?)
    case issueClosed(IssueNumber, DocumentNumber?, capa: String?)
    case blockerOverridden(OverriddenBlocker)
    case overrideLifted(OverriddenBlocker)
    case placeLocked(Locking)
    case placeUnlocked(Scope)
    case duplicateDecided(DuplicateDecision)

    /// The name in the journal's line.
    public var name: String {
        switch self {
        case .sampleDrawn: "sample.drawn"
        case .issueRaised: "issue.raised"
        case .issueAnswered: "issue.answered"
        case .issueClosed: "issue.closed"
        case .blockerOverridden: "blocker.overridden"
        case .overrideLifted: "override.lifted"
        case .placeLocked: "place.locked"
        case .placeUnlocked: "place.unlocked"
        case .duplicateDecided: "duplicate.decided"
        }
    }

    /// The documents the event is about. A sample is about the file: it names many, and by number only.
    public var documents: [DocumentNumber] {
        switch self {
        case .issueRaised(let statement): [statement.document].compactMap { $0 }
        case .issueAnswered(_, let document, _, _), .issueClosed(_, let document, _): [document].compactMap { $0 }
        case .blockerOverridden(let blocker), .overrideLifted(let blocker): [blocker.document].compactMap { $0 }
        case .duplicateDecided(let decision): decision.documents
        case .sampleDrawn, .placeLocked, .placeUnlocked: []
        }
    }
}
