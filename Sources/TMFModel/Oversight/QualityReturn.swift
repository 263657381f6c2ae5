/// A version that quality control sent back, and when that was answered: the clock of rework.
public struct QualityReturn: Hashable, Sendable {
    /// What ended the clock.
    public enum Answer: String, Hashable, Sendable, CaseIterable {
        /// The next version of the document was filed.
        case nextVersion = "next-version"
        /// The same version was reviewed again.
        case reviewedAgain = "reviewed-again"
        /// The document was withdrawn.
        case withdrawn
    }

    public let document: DocumentNumber
    public let version: Int
    /// 1 for the first return of the document, in whichever version.
    public let round: Int
    /// A code of `QualityReasonCode`; nil for a return older than the table.
    public let code: String?
    public let reason: String?
    public let by: String
    public let at: Instant
    /// Nil while nothing has answered it.
    public let answer: Answer?
    public let answeredAt: Instant?

    public init(
        document: DocumentNumber, version: Int, round: Int, code: String?, reason: String?, by: String, at: Instant,
        answer: Answer? = nil, answeredAt: Instant? = nil
    ) {
        self.document = document
        self.version = version
        self.round = round
        self.code = code
        self.reason = reason
        self.by = by
        self.at = at
        self.answer = answer
        self.answeredAt = answeredAt
    }

    /// Whole days from the return to its answer, or to `day` while there is none; never less than 0.
    public func days(until day: Day) -> Int { max(0, (answeredAt?.day ?? day).days(since: at.day)) }
}
