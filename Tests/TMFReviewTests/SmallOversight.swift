import TMFModel

func issue(
    _ value: Int, _ severity: IssueStatement.Severity = .major, on place: String = "trial", document: Int? = nil,
    due: String? = nil, owner: String? = nil, closed: String? = nil
) -> QualityIssue {
    QualityIssue(
        statement: IssueStatement(
            number: IssueNumber(value), text: "Something is not right.", severity: severity,
            document: document.map { DocumentNumber($0) }, scope: scope(place), owner: owner, due: due.map(day)),
        by: "someone", at: Instant(startOf: day("2026-01-10")),
        closure: closed.map { .init(reason: "mended", by: "someone", at: Instant(startOf: day($0))) })
}

/// A return, answered or not.
func returned(
    _ value: Int, version: Int = 1, round: Int = 1, code: String? = "incomplete", on: String, answered: String? = nil,
    by answer: QualityReturn.Answer = .nextVersion
) -> QualityReturn {
    QualityReturn(
        document: DocumentNumber(value), version: version, round: round, code: code, reason: nil, by: "reviewer",
        at: Instant(startOf: day(on)), answer: answered == nil ? nil : answer,
        answeredAt: answered.map { Instant(startOf: day($0)) })
}
