import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Search: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find documents by what is said of them.",
            discussion: """
                Every word must begin a word of the title, number, artifact, person, site, country, organization, \
                original name, label or note; a phrase in quotation marks must stand as it is. Contents are not read.

                Example: tmf search mueller cv
                """)

        @Argument(help: "Words to find.")
        var text: [String]

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let binder = try store.reading().binder(asOf)
            let words = text.joined(separator: " ")
            let found = DocumentSearch(binder).hits(for: words).compactMap { hit -> JSON? in
                guard let document = binder.snapshot.document(hit.document) else { return nil }
                return .object((document.listed.members ?? []) + [JSON.Member("found_in", .string(hit.field.rawValue))])
            }
            try output.print(
                "documents", found, context: [("study", .string(binder.study.id)), ("text", .string(words))],
                columns: Document.listedKeys + ["found_in"],
                shown: ["document", "artifact", "country", "site", "title", "status", "found_in"],
                otherwise: "Nothing is found for '\(words)'.")
        }
    }
}
