import ArgumentParser
import TMFIntake
import TMFModel

extension TMFCommand {
    struct Amend: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct what is said of a document, or of many.",
            discussion: """
                Keys of the document: \(Filing.documentFields.joined(separator: ", ")).
                Keys of a version: \(Filing.versionFields.joined(separator: ", ")).
                An empty value unsets a fact. The journal keeps the old value.

                --from takes a listing back that somebody edited: `tmf list --format csv`, also with other columns \
                (`--columns document,version,title,note`). Only the cells that differ from the file are corrected; a blank \
                cell unsets a fact. Cells that cannot be changed here, such as a place or a digest, must be as listed. \
                Everything that is wrong is told at once, by row and column, and then nothing is recorded. What is right is \
                recorded as one transaction with one reason.

                Examples:
                  tmf amend D-000123 title="Protocol, final" document_date=2026-01-31 --reason "typing error"
                  tmf list --format csv > list.csv        (edit it)
                  tmf amend --from list.csv --dry-run
                  tmf amend --from list.csv --reason "titles by house style" --undo back.csv

                Exit status: 65 a key is not known, a value does not fit, or no reason for a table; 66 no such document; \
                73 the --undo file is there already; 77 a place is locked.
                """)

        @Argument(help: "The document's number.", transform: ArgumentReading.document)
        var document: DocumentNumber?

        @Argument(
            help: ArgumentHelp("Facts to set.", valueName: "key=value"), transform: ArgumentReading.assignment)
        var assignments: [ArgumentReading.Assignment] = []

        @Option(help: ArgumentHelp("The version to correct; the latest if absent.", valueName: "number"))
        var version: Int?

        @OptionGroup(title: "Many") var bulk: BulkOptions

        @Flag(help: "With --from: a blank cell says nothing, and unsets nothing.")
        var keepBlank = false

        @OptionGroup(title: "Many") var undo: UndoOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            try bulk.requireEither(document != nil, "a document")
            if document != nil, assignments.isEmpty { throw ValidationError("Say what to set, as key=value.") }
            if bulk.from != nil, version != nil {
                throw ValidationError("With --from, the table's column 'version' says which is meant.")
            }
            if bulk.from == nil, keepBlank || undo.undo != nil {
                throw ValidationError("--keep-blank and --undo go with --from.")
            }
        }

        func run() throws {
            guard let document else { return try amendMany() }
            let filing = try store.writing().filing(change)
            let values = assignments.map { (field: $0.field, value: $0.value) }
            let before = try filing.document(document)
            let amended = try filing.amend(document, version: version, setting: values)
            try output.print([amended]) {
                $0 == before ? "\($0.number) says so already: nothing to change." : "\($0.number) amended."
            }
        }

        private func amendMany() throws {
            guard let path = bulk.from else { return }
            try BulkChange(isDryRun: bulk.dryRun, undo: undo.undo, change: change, store: store, output: output)
                .run(nothing: "the file says so already, nothing to change.") { filing in
                    try filing.planAmendments(from: path, keepsBlanks: keepBlank)
                }
        }
    }
}
