import TMFModel

extension Check {
    /// Issues that were raised and not closed: a critical one weighs as an error, a major one as a warning, a minor one
    /// as a notice; one step more when it is overdue.
    static let openQualityIssue = Check(
        code: "open-quality-issue", title: "Every quality issue is closed", severity: .warning,
        rationale: "An issue that somebody raised is open until its resolution is recorded.",
        findings: { binder in
            binder.snapshot.oversight.issues.filter { $0.closure == nil }.map { issue in
                let statement = issue.statement
                let isOverdue = issue.isOverdue(on: binder.asOf)
                let days = statement.due.map { binder.asOf.days(since: $0) } ?? 0
                var message = "\(statement.number) (\(statement.severity.rawValue)) is \(issue.state.rawValue) "
                message += "since \(issue.at.day)"
                if let due = statement.due {
                    message += isOverdue ? ", and was due on \(due), \(days.inWords("day")) ago" : ", due on \(due)"
                }
                var explanation = ["Raised by \(issue.by) on \(issue.at.day): \(statement.text)"]
                if let owner = statement.owner { explanation.append("To be answered by \(owner).") }
                if let capa = issue.capa { explanation.append("CAPA \(capa).") }
                if let answer = issue.answers.last {
                    explanation.append("Answered by \(answer.by) on \(answer.at.day): \(answer.text)")
                }
                return Finding(
                    rule: "open-quality-issue", severity: severity(of: statement.severity, isOverdue: isOverdue),
                    artifact: statement.artifact, scope: statement.scope, document: statement.document,
                    message: message + ".", due: statement.due, explanation: explanation)
            }
        })

    private static func severity(of severity: IssueStatement.Severity, isOverdue: Bool) -> FindingSeverity {
        switch severity {
        case .critical: .error
        case .major: isOverdue ? .error : .warning
        case .minor: isOverdue ? .warning : .notice
        }
    }
}
