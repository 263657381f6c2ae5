import ArgumentParser
import TMFModel
import TMFReview

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
            let detail = try opened.detail(of: document, asOf)
            try output.print(
                json: { detail.json }, csv: { Listing(DocumentDetail.versionKeys, of: detail.versions) },
                page: { detail.page })
        }
    }
}
