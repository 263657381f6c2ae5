public import TMFModel
import TMFStore

extension Filing {
    /// Raises a quality issue, about a document or about a place. Its number is the next of the study.
    ///
    /// An issue about a document stands where the document is filed; `artifact` and `scope` are passed over then.
    public func raiseIssue(
        _ text: String, severity: IssueStatement.Severity, document: DocumentNumber? = nil,
        artifact: ArtifactNumber? = nil, scope: Scope = .trial, owner: String? = nil, due: Day? = nil,
        capa: String? = nil
    ) throws -> QualityIssue {
        try requireText(text, "what the issue is about")
        let facts = try document.map { try self.document($0).facts }
        let place = facts?.scope ?? scope
        guard study.contains(place) else {
            throw InputProblems([
                InputProblem(source: "issue", column: "level", message: "study \(study.id) has no place \(place)")
            ])
        }
        if let artifact, model.artifact(artifact) == nil {
            throw InputProblems([
                InputProblem(
                    source: "issue", column: "artifact",
                    message: "the reference model has no \(artifact); `tmf model show` lists them")
            ])
        }
        let issues = try store.oversight(of: study.id).issues
        let number = IssueNumber(Int(issues.last?.statement.number.value ?? 0) + 1)
        try record(
            .oversight(
                .issueRaised(
                    IssueStatement(
                        number: number, text: text, severity: severity, document: document,
                        artifact: facts?.artifact ?? artifact, scope: place, owner: owner, due: due, capa: capa))))
        return try issue(number)
    }

    /// Answers a quality issue; it stays open until it is closed.
    public func answerIssue(_ number: IssueNumber, _ text: String, capa: String? = nil) throws -> QualityIssue {
        let issue = try openIssue(number)
        try requireText(text, "the answer")
        try record(.oversight(.issueAnswered(number, issue.statement.document, text: text, capa: capa)))
        return try self.issue(number)
    }

    /// Closes a quality issue. Needs a reason: how it was resolved.
    public func closeIssue(_ number: IssueNumber, capa: String? = nil) throws -> QualityIssue {
        let issue = try openIssue(number)
        try requireReason("an issue is closed")
        try record(.oversight(.issueClosed(number, issue.statement.document, capa: capa)))
        return try self.issue(number)
    }

    /// The issue as it stands. Throws `InputProblems` if there is none of that number.
    public func issue(_ number: IssueNumber) throws -> QualityIssue {
        guard let issue = try store.oversight(of: study.id).issues.first(where: { $0.statement.number == number })
        else {
            throw InputProblems([
                InputProblem(
                    source: number.description,
                    message: "no such issue in study \(study.id); `tmf issue list` shows all")
            ])
        }
        return issue
    }

    private func openIssue(_ number: IssueNumber) throws -> QualityIssue {
        let issue = try issue(number)
        if let closure = issue.closure {
            throw InputProblems([
                InputProblem(
                    source: number.description,
                    message: "it was closed on \(closure.at.day) by \(closure.by); raise a new one instead")
            ])
        }
        return issue
    }

    private func requireText(_ text: String, _ what: String) throws {
        guard text.allSatisfy(\.isWhitespace) else { return }
        throw InputProblems([InputProblem(source: "issue", column: "text", message: "expected \(what), in words")])
    }
}
