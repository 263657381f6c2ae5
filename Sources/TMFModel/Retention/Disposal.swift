/// "This was destroyed": what is confirmed of one document. The store itself keeps its bytes and its history.
public struct DisposalStatement: Hashable, Sendable {
    /// What was destroyed of a document.
    public enum Subject: String, Hashable, Sendable, CaseIterable {
        /// The original, most often on paper, of a version whose certified copy is filed.
        case original
        /// What the sponsor keeps elsewhere: paper, backups, copies in other systems.
        case sponsor
        /// What the investigator or institution keeps.
        case investigator
    }

    /// The same for all that was destroyed together.
    public let number: DisposalNumber
    public let subject: Subject
    public let document: DocumentNumber
    /// The version whose original it was; nil for every version of the document.
    public let version: Int?
    /// The day it was destroyed.
    public let day: Day
    /// How: `shredded, DIN 66399 P-4`.
    public let method: String
    /// Who saw to it and confirms it.
    public let confirmedBy: String
    /// Who was there; nil if nobody else was.
    public let witness: String?
    /// Why it could be destroyed, as reckoned when this was recorded.
    public let basis: String

    public init(
        number: DisposalNumber, subject: Subject, document: DocumentNumber, version: Int? = nil, day: Day,
        method: String, confirmedBy: String, witness: String? = nil, basis: String
    ) {
        self.number = number
        self.subject = subject
        self.document = document
        self.version = version
        self.day = day
        self.method = method
        self.confirmedBy = confirmedBy
        self.witness = witness
        self.basis = basis
    }
}

/// A confirmation of disposal on record.
public struct Disposal: Hashable, Sendable {
    public let statement: DisposalStatement
    public let by: String
    public let at: Instant
    public let reason: String?

    public init(statement: DisposalStatement, by: String, at: Instant, reason: String?) {
        self.statement = statement
        self.by = by
        self.at = at
        self.reason = reason
    }
}
