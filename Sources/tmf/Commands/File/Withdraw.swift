import ArgumentParser
import TMFIntake
import TMFModel

extension TMFCommand {
    struct Withdraw: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a document out of the file.",
            discussion: """
                It stays readable with its history, and counts nowhere. A reason is required.

                Example: tmf withdraw D-000123 --reason "belongs to study ABC-102"

                Exit status: 65 no reason given, or withdrawn before; 66 no such document.
                """)

        @Argument(help: "The document's number.", transform: ArgumentReading.document)
        var document: DocumentNumber

        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let withdrawn = try store.writing().filing(change).withdraw(document)
            try output.print([withdrawn]) { "\($0.number) withdrawn." }
        }
    }
}
