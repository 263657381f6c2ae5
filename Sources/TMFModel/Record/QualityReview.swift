/// The outcome of one quality review of one version.
public struct QualityReview: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable {
        case accepted, returned
    }

    public let document: DocumentNumber
    public let version: Int
    public let outcome: Outcome
    /// The status it had.
    public let from: VersionStatus
    /// Why it was returned: a code of `QualityReasonCode`; nil if accepted, and in entries older than the table.
    public let code: String?

    public init(
        document: DocumentNumber, version: Int, outcome: Outcome, from: VersionStatus, code: String? = nil
    ) {
        self.document = document
        self.version = version
        self.outcome = outcome
        self.from = from
        self.code = code
    }

    /// The status it has now.
    public var to: VersionStatus { outcome == .accepted ? .approved : .returned }
}
