import ArgumentParser
import TMFIntake
import TMFModel

extension TMFCommand {
    struct Amend: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct what is said of a document.",
            discussion: """
                Keys of the document: \(Filing.documentFields.joined(separator: ", ")).
                Keys of a version: \(Filing.versionFields.joined(separator: ", ")).
                An empty value unsets a fact. The journal keeps the old value.

                Example: tmf amend D-000123 title="Protocol, final" document_date=2026-01-31 --reason "typing error"

                Exit status: 65 a key is not known or a value does not fit; 66 no such document.
                """)

        @Argument(help: "The document's number.", transform: ArgumentReading.document)
        var document: DocumentNumber

        @Argument(
            help: ArgumentHelp("Facts to set.", valueName: "key=value"), transform: ArgumentReading.assignment)
        var assignments: [ArgumentReading.Assignment]

        @Option(help: ArgumentHelp("The version to correct; the latest if absent.", valueName: "number"))
        var version: Int?

        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let filing = try store.writing().filing(change)
            let values = assignments.map { (field: $0.field, value: $0.value) }
            let before = try filing.document(document)
            let amended = try filing.amend(document, version: version, setting: values)
            try output.print([amended]) {
                $0 == before ? "\($0.number) says so already: nothing to change." : "\($0.number) amended."
            }
        }
    }
}
