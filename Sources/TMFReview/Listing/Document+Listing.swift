public import TMFModel

extension Document {
    /// The keys of `listed`, in their order.
    public static let listedKeys = [
        "document", "artifact", "level", "country", "site", "title", "version", "label", "status", "document_date",
        "filed_at", "expiry_date", "sha256", "bytes", "restricted", "addendum",
    ]

    /// How the listed version stands.
    public var listedStanding: VersionStanding { standingInForce }

    /// The object that `list` has for the document.
    public var listed: JSON {
        let version = listedVersion
        return .full([
            ("document", .string(number.description)), ("artifact", .string(facts.artifact.description)),
            ("level", .string(facts.scope.level.rawValue)), ("country", (facts.scope.country?.description).json),
            ("site", facts.scope.site.json), ("title", .string(facts.title)),
            ("version", (version?.ordinal).map(JSON.int)), ("label", (version?.facts.label).json),
            ("status", .string(listedStanding.rawValue)),
            ("document_date", (version?.facts.documentDate).json ?? (version?.facts.partialDocumentDate?.printed).json),
            ("filed_at", (version?.filedAt.description).json), ("expiry_date", (version?.expires).json),
            ("sha256", (version?.facts.content?.digest.description).json),
            ("bytes", (version?.facts.content).map { .int(Int($0.bytes)) }), ("restricted", .bool(facts.isRestricted)),
            ("addendum", .bool(version?.facts.isAddendum ?? false)),
        ])
    }
}
