public import TMFModel

extension ExpectedSlot {
    /// The object that `missing` lists and `completeness.csv` has as a row.
    public var json: JSON {
        .full([
            ("rule", .string(rule.id)), ("artifact", .string(address.artifact.description)),
            ("sub_artifact", address.subArtifact.json), ("level", .string(address.scope.level.rawValue)),
            ("country", (address.scope.country?.description).json), ("site", address.scope.site.json),
            ("person", address.person.json), ("organization", address.organization.json),
            ("protocol_version", address.protocolVersion.json), ("language", address.language.json),
            ("renews", address.renews.json), ("due", due.json), ("timing", (timing?.rawValue).json),
            ("state", .string(state.rawValue)),
            ("documents", .array(documents.map { .string($0.description) })),
            ("explanation", .array(explanation.map { .string($0) })),
        ])
    }
}
