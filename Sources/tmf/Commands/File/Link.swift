import ArgumentParser
import TMFIntake
import TMFModel

extension TMFCommand {
    struct Link: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "State how two documents belong together.",
            discussion: """
                Relations, read from the first document to the second: \
                \(DocumentLink.Relation.allCases.map(\.rawValue).joined(separator: ", ")).

                Example: tmf link D-000124 approves D-000123

                Exit status: 65 there is no such link to remove, or a document was withdrawn; 66 no such document.
                """)

        @Argument(help: "The document that the statement is about.", transform: ArgumentReading.document)
        var document: DocumentNumber

        @Argument(help: "What it does to the other.", transform: ArgumentReading.relation)
        var relation: DocumentLink.Relation

        @Argument(help: "The other document.", transform: ArgumentReading.document)
        var target: DocumentNumber

        @Flag(help: "Take the link back.")
        var remove = false

        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let filing = try store.writing().filing(change)
            let link = DocumentLink(document: document, relation: relation, target: target)
            if remove { try filing.unlink(link) } else { try filing.link(link) }
            let result: [(String, JSON?)] = [
                ("document", .string(document.description)), ("relation", .string(relation.rawValue)),
                ("target", .string(target.description)), ("linked", .bool(!remove)),
            ]
            let words = "\(document) \(relation.rawValue) \(target)"
            try output.print(
                json: { .full(result) }, csv: { Listing(result.map(\.0), of: [.full(result)]) },
                page: { Page(remove ? "No longer: \(words)." : "\(words).") })
        }
    }
}
