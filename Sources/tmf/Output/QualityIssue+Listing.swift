import TMFModel

extension QualityIssue {
    /// The keys of `listed`, in their order.
    static let listedKeys = [
        "issue", "state", "severity", "document", "artifact", "level", "country", "site", "text", "owner", "due",
        "overdue", "capa", "raised_by", "raised_at", "answers", "closed_by", "closed_at", "resolution",
    ]

    /// The object that `issue list` has for the issue.
    func listed(on day: Day) -> JSON {
        .full([
            ("issue", .string(statement.number.description)), ("state", .string(state.rawValue)),
            ("severity", .string(statement.severity.rawValue)),
            ("document", (statement.document?.description).json), ("artifact", (statement.artifact?.description).json),
            ("level", .string(statement.scope.level.rawValue)),
            ("country", (statement.scope.country?.description).json), ("site", statement.scope.site.json),
            ("text", .string(statement.text)), ("owner", statement.owner.json), ("due", statement.due.json),
            ("overdue", .bool(isOverdue(on: day))), ("capa", capa.json), ("raised_by", .string(by)),
            ("raised_at", .string(at.description)),
            (
                "answers",
                .array(
                    answers.map {
                        .full([
                            ("text", .string($0.text)), ("by", .string($0.by)), ("at", .string($0.at.description)),
                        ])
                    })
            ), ("closed_by", (closure?.by).json), ("closed_at", (closure?.at.description).json),
            ("resolution", (closure?.reason).json),
        ])
    }
}

extension OutputOptions {
    /// Prints an issue that a command changed: as an object, and in words for people.
    func print(_ issue: QualityIssue, on day: Day, _ words: (QualityIssue) -> String) throws {
        try print(
            json: { issue.listed(on: day) }, csv: { Listing(QualityIssue.listedKeys, of: [issue.listed(on: day)]) },
            page: { Page(words(issue)) })
    }
}
