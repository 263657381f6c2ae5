/// What somebody decided about two documents that are alike: the versions there were then are not asked about again.
public struct DuplicateDecision: Hashable, Sendable {
    /// One of the two documents, and how many versions it had when it was decided.
    public struct Side: Hashable, Sendable {
        public let document: DocumentNumber
        /// 1 or more; a version that arrives later is asked about.
        public let versions: Int

        public init(document: DocumentNumber, versions: Int) {
            self.document = document
            self.versions = versions
        }
    }

    public enum Outcome: Hashable, Sendable {
        /// Each is a record of its own.
        case bothKept
        /// They belong together, as the link says that was recorded with it.
        case linked(DocumentLink.Relation)
        /// This one of them was withdrawn with it; of the decision's own study.
        case rejected(DocumentNumber)
    }

    /// Of the study in whose journal the decision stands. Within one study the document with the lower number.
    public let first: Side
    public let second: Side
    /// The study of the second document; nil if it is the same.
    public let otherStudy: String?
    public let outcome: Outcome

    /// Two documents of one study are put in order.
    public init(_ one: Side, _ two: Side, otherStudy: String? = nil, outcome: Outcome) {
        let isInOrder = otherStudy != nil || one.document < two.document
        first = isInOrder ? one : two
        second = isInOrder ? two : one
        self.otherStudy = otherStudy
        self.outcome = outcome
    }

    /// The documents of the decision's own study.
    public var documents: [DocumentNumber] {
        otherStudy == nil ? [first.document, second.document] : [first.document]
    }

    /// Whether it was decided about these versions, by their ordinals.
    public func covers(_ version: Int, of document: DocumentNumber, and other: Int, of target: DocumentNumber) -> Bool {
        if document == first.document, target == second.document {
            return version <= first.versions && other <= second.versions
        }
        guard otherStudy == nil, document == second.document, target == first.document else { return false }
        return version <= second.versions && other <= first.versions
    }
}

/// A decision with who took it, when and why.
public struct DecidedDuplicate: Hashable, Sendable {
    public let decision: DuplicateDecision
    public let reason: String
    public let by: String
    public let at: Instant

    public init(decision: DuplicateDecision, reason: String, by: String, at: Instant) {
        self.decision = decision
        self.reason = reason
        self.by = by
        self.at = at
    }
}
