import ArgumentParser
import TMFModel

extension TMFCommand {
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one document with its versions and links.",
            discussion: """
                Example: tmf show D-000123

                Exit status: 66 no such document.
                """)

        @Argument(help: "The document's number.", transform: ArgumentReading.document)
        var document: DocumentNumber

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try store.reading()
            let shown = try ShownDocument(document, in: opened, asOf: asOf)
            try output.print(
                json: { shown.json }, csv: { Listing(ShownDocument.versionKeys, of: shown.versions) },
                page: { shown.page })
        }
    }
}
