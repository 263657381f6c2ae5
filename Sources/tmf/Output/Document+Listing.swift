import ArgumentParser
import TMFModel

extension Document {
    /// The keys of `listed`, in their order.
    static let listedKeys = [
        "document", "artifact", "level", "country", "site", "title", "version", "label", "status", "document_date",
        "filed_at", "expiry_date", "sha256", "bytes", "restricted", "addendum",
    ]

    /// The columns of a table for people.
    static let shownKeys = [
        "document", "artifact", "country", "site", "title", "version", "label", "status", "document_date",
        "expiry_date", "restricted", "addendum",
    ]

    /// The version that a list shows: the one in force, and the last of a withdrawn document.
    var shown: Version? { current ?? versions.last }

    /// How the shown version stands.
    var standing: VersionStanding { shown.map(standing(of:)) ?? .withdrawn }

    /// The object that `list` has for the document.
    var listed: JSON {
        let version = shown
        return .full([
            ("document", .string(number.description)), ("artifact", .string(facts.artifact.description)),
            ("level", .string(facts.scope.level.rawValue)), ("country", (facts.scope.country?.description).json),
            ("site", facts.scope.site.json), ("title", .string(facts.title)),
            ("version", (version?.ordinal).map(JSON.int)), ("label", (version?.facts.label).json),
            ("status", .string(standing.rawValue)), ("document_date", (version?.facts.documentDate).json),
            ("filed_at", (version?.filedAt.description).json), ("expiry_date", (version?.expires).json),
            ("sha256", (version?.facts.content?.digest.description).json),
            ("bytes", (version?.facts.content).map { .int(Int($0.bytes)) }), ("restricted", .bool(facts.isRestricted)),
            ("addendum", .bool(version?.facts.isAddendum ?? false)),
        ])
    }
}

extension OutputOptions {
    /// Prints documents that a command filed or changed: a list, and in words for people.
    func print(_ documents: [Document], _ words: (Document) -> String) throws {
        try print(
            json: { .full([("documents", .array(documents.map(\.listed)))]) },
            csv: { Listing(Document.listedKeys, of: documents.map(\.listed)) },
            page: {
                var page = Page()
                for document in documents { page.line(words(document)) }
                return page
            })
    }
}

extension DocumentFacts {
    /// The place in words for people: `05.02.04 in DEU/101`.
    var place: String { "\(artifact) in \(scope == .trial ? "the trial" : scope.description)" }
}
