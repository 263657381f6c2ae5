import ArgumentParser
import TMFModel
import TMFStore

extension TMFCommand {
    struct History: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what happened to a document, by whom, when and why.",
            discussion: """
                With --format json the entries come as they stand in the journal.

                Example: tmf history D-000123

                Exit status: 66 no such document.
                """)

        @Argument(help: "The document's number.", transform: ArgumentReading.document)
        var document: DocumentNumber

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try store.reading()
            let entries = try opened.store.history(of: document, in: opened.study)
                .filter { entry in asOf.asOf.map { entry.at.day <= $0 } ?? true }
            guard !entries.isEmpty else { throw StoreError.noSuchDocument(document.description) }
            try output.print(
                json: {
                    .full([
                        ("study", .string(opened.study)), ("document", .string(document.description)),
                        ("entries", .array(try entries.map { try JSON(parsing: $0.line) })),
                    ])
                },
                csv: { Listing(JournalEntry.listedKeys, of: entries.map(\.listed)) },
                page: {
                    let shown = JournalEntry.listedKeys.filter { $0 != "documents" }
                    return Page(Listing(shown, numbers: ["seq"], of: entries.map(\.listed)), otherwise: "")
                })
        }
    }
}
