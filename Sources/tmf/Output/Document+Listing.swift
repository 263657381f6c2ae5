import TMFModel
import TMFReview

extension Document {
    /// The columns of a table for people.
    static let shownKeys = [
        "document", "artifact", "country", "site", "title", "version", "label", "status", "document_date",
        "expiry_date", "restricted", "addendum",
    ]
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
