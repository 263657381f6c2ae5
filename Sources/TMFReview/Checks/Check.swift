public import TMFModel

/// One question an inspector asks of a binder. To add a check is to add a file, and a line to `all`.
///
/// Findings name documents by number, never by title.
public struct Check: Sendable, Identifiable {
    public var id: String { code }
    /// Stable: `check --rule` and findings name it.
    public let code: String
    /// What holds where nothing is found.
    public let title: String
    /// How much its findings weigh, where nothing else is said.
    public let severity: FindingSeverity
    /// Why it is asked: one sentence.
    public let rationale: String
    /// Everything it finds in a binder; the binder's own `findings` are not looked at.
    public let findings: @Sendable (Binder) -> [Finding]

    public init(
        code: String, title: String, severity: FindingSeverity, rationale: String,
        findings: @escaping @Sendable (Binder) -> [Finding]
    ) {
        self.code = code
        self.title = title
        self.severity = severity
        self.rationale = rationale
        self.findings = findings
        question = nil
    }

    /// A check that asks every document by itself; the withdrawn ones are not asked.
    init(
        code: String, title: String, severity: FindingSeverity, rationale: String,
        documents: @escaping @Sendable (Document, Binder) -> [Remark]
    ) {
        self.code = code
        self.title = title
        self.severity = severity
        self.rationale = rationale
        let question = DocumentQuestion(code: code, severity: severity, remarks: documents)
        self.question = question
        findings = { Self.findings(of: [question], in: $0) }
    }

    /// Nil for a check that looks at the binder as a whole.
    let question: DocumentQuestion?

    /// What a check asks of each document.
    struct DocumentQuestion: Sendable {
        let code: String
        let severity: FindingSeverity
        let remarks: @Sendable (Document, Binder) -> [Remark]
    }

    /// Asks every document all questions in one pass: a large study's documents are many. `places` are those of the
    /// documents to ask; nil for all.
    static func findings(
        of questions: [DocumentQuestion], in binder: Binder, places: Range<Int>? = nil
    ) -> [Finding] {
        var findings: [Finding] = []
        let documents = binder.snapshot.documents
        for document in documents[places ?? documents.indices] where document.withdrawal == nil {
            for question in questions {
                for remark in question.remarks(document, binder) {
                    findings.append(
                        Finding(
                            rule: question.code, severity: remark.severity ?? question.severity,
                            artifact: document.facts.artifact, scope: document.facts.scope,
                            person: document.facts.person, organization: document.facts.organization,
                            document: document.number, message: remark.message,
                            due: remark.due, explanation: remark.explanation))
                }
            }
        }
        return findings
    }

    /// What a check says of one document.
    struct Remark {
        let message: String
        var due: Day?
        var explanation: [String] = []
        /// Where it differs from the check's.
        var severity: FindingSeverity?
    }
}
