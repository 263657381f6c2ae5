import ArgumentParser
import TMFModel
import TMFPages
import TMFStore

extension TMFCommand {
    struct History: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what happened to a document, by whom, when and why.",
            discussion: """
                One entry a line, in plain words. With --format json the entries come as they stand in the journal, \
                with --format csv one row each.

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
                    let model = try opened.model()
                    var page = Page()
                    for entry in entries { page.line("\(entry.seq)  \(PlainWords(entry, model: model).sentence)") }
                    return page
                })
        }
    }
}
