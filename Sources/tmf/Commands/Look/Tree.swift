import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Tree: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show zones, sections and artifacts with what is expected and filed in each.",
            discussion: """
                Empty places are part of the tree; --filled leaves them out.

                Example: tmf tree 05.02
                """)

        @Argument(
            help: ArgumentHelp("Only this zone, section or artifact: 05, 05.02 or 05.02.04.", valueName: "branch"),
            transform: ArgumentReading.branch)
        var branch: String?

        @Flag(help: "Only where documents are filed.")
        var filled = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let binder = try store.reading().binder(asOf)
            let tree = ModelTree(binder, isFilledOnly: filled) { [branch] in $0.isIn(branch) }
            let keys = ["number", "name", "expected", "due", "complete", "missing", "expired", "documents"]
            let numbers = Set(keys.dropFirst(2))
            try output.print(
                json: { tree.json },
                csv: { Listing(keys, numbers: numbers, of: tree.flat.map(\.node)) },
                page: {
                    let rows = tree.flat.map { depth, node in
                        keys.map { key in
                            let cell = (node[key] ?? .null).cell
                            return key == "name" ? String(repeating: "  ", count: depth) + cell : cell
                        }
                    }
                    return Page(
                        Listing(keys, numbers: numbers, rows: rows),
                        otherwise: "Nothing is filed at \(branch ?? "all").")
                })
        }
    }
}
