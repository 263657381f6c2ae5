public import TMFModel

/// What a check reports: the rule that speaks, how much it weighs, the place, and an explanation.
///
/// Messages and explanations name documents by number, never by title: a finding may be read by someone who may not
/// see the document.
public struct Finding: Hashable, Sendable {
    /// The check's code, such as `missing`, `expired`, `version-gap`; see `Check.all`.
    public let rule: String
    public let severity: FindingSeverity
    public let artifact: ArtifactNumber?
    public let scope: Scope?
    public let person: String?
    public let organization: String?
    public let document: DocumentNumber?
    /// One sentence.
    public let message: String
    /// The day by which it should have been done, or from which it holds; nil where no day matters.
    public let due: Day?
    /// The rule, the trigger and the date arithmetic, one sentence each.
    public internal(set) var explanation: [String]

    public init(
        rule: String, severity: FindingSeverity, artifact: ArtifactNumber? = nil, scope: Scope? = nil,
        person: String? = nil, organization: String? = nil, document: DocumentNumber? = nil, message: String,
        due: Day? = nil, explanation: [String] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.artifact = artifact
        self.scope = scope
        self.person = person
        self.organization = organization
        self.document = document
        self.message = message
        self.due = due
        self.explanation = explanation
    }
}
