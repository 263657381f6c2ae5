/// A question about the quality of the file that somebody must answer: what is said when it is raised.
public struct IssueStatement: Hashable, Sendable {
    /// How much it weighs, the heaviest first, in the words of inspections.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        case critical, major, minor
    }

    public let number: IssueNumber
    public let text: String
    public let severity: Severity
    /// The document it is about; nil if it is about a place.
    public let document: DocumentNumber?
    /// The artifact it is about; nil if it is about no one kind of record.
    public let artifact: ArtifactNumber?
    /// Where in the trial; for an issue about a document, where that was filed when the issue was raised.
    public let scope: Scope
    /// Who must answer it; nil if nobody was named.
    public let owner: String?
    public let due: Day?
    /// The corrective or preventive action that deals with it, as the quality system numbers it.
    public let capa: String?

    public init(
        number: IssueNumber, text: String, severity: Severity, document: DocumentNumber? = nil,
        artifact: ArtifactNumber? = nil, scope: Scope = .trial, owner: String? = nil, due: Day? = nil,
        capa: String? = nil
    ) {
        self.number = number
        self.text = text
        self.severity = severity
        self.document = document
        self.artifact = artifact
        self.scope = scope
        self.owner = owner
        self.due = due
        self.capa = capa
    }
}

/// A quality issue with what has become of it.
public struct QualityIssue: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Nobody has answered.
        case open
        /// Answered, and not closed yet.
        case answered
        case closed
    }

    public struct Answer: Hashable, Sendable {
        public let text: String
        public let by: String
        public let at: Instant

        public init(text: String, by: String, at: Instant) {
            self.text = text
            self.by = by
            self.at = at
        }
    }

    public struct Closure: Hashable, Sendable {
        /// How it was resolved.
        public let reason: String
        public let by: String
        public let at: Instant

        public init(reason: String, by: String, at: Instant) {
            self.reason = reason
            self.by = by
            self.at = at
        }
    }

    public let statement: IssueStatement
    public let by: String
    public let at: Instant
    /// The latest that was said: when raised, answered or closed.
    public let capa: String?
    /// Oldest first.
    public let answers: [Answer]
    /// Nil while it is not closed.
    public let closure: Closure?

    public init(
        statement: IssueStatement, by: String, at: Instant, capa: String? = nil, answers: [Answer] = [],
        closure: Closure? = nil
    ) {
        self.statement = statement
        self.by = by
        self.at = at
        self.capa = capa ?? statement.capa
        self.answers = answers
        self.closure = closure
    }

    public var state: State { closure != nil ? .closed : answers.isEmpty ? .open : .answered }

    /// The due date is still in time.
    public func isOverdue(on day: Day) -> Bool { closure == nil && (statement.due.map { $0 < day } ?? false) }
}
