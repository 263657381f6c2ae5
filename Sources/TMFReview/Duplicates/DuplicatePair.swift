public import TMFModel

/// Two documents of which a version is alike, and what was decided about them.
public struct DuplicatePair: Hashable, Sendable {
    /// One version of one of them.
    public struct Side: Hashable, Sendable {
        public let study: String
        public let document: DocumentNumber
        public let version: Int
        public let facts: DocumentFacts
    }

    /// What became of the pair.
    public enum State: String, Hashable, Sendable, CaseIterable {
        case undecided
        case bothKept = "both-kept"
        /// By a decision, or by a link that stands between them anyway.
        case linked
    }

    /// The one filed first: the lower number within a study.
    public let first: Side
    public let second: Side
    public let kind: LikenessKind
    /// How much is the same, 0 to 1,000.
    public let share: Int
    /// One clause each.
    public let evidence: [String]
    public let state: State
    /// Nil if nobody decided.
    public let decided: DecidedDuplicate?

    /// Whether somebody is to decide.
    public var isOpen: Bool { state == .undecided && kind.isDuplicate }
}
