public import TMFModel

extension Finding {
    /// The object that `check` lists.
    public var json: JSON {
        .full([
            ("rule", .string(rule)), ("severity", .string(severity.rawValue)),
            ("artifact", (artifact?.description).json), ("level", (scope?.level.rawValue).json),
            ("country", (scope?.country?.description).json), ("site", (scope?.site).json), ("person", person.json),
            ("organization", organization.json), ("document", (document?.description).json),
            ("message", .string(message)),
            ("due", due.json),
            ("explanation", .array(explanation.map { .string($0) })),
        ])
    }
}
