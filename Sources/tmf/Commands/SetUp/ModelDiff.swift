import ArgumentParser
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore

extension TMFCommand {
    struct ModelDiff: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff", abstract: "Compare two versions of the reference model, artifact by artifact.",
            discussion: """
                Artifacts are the same if their unique IDs are, whatever their numbers. A model is named by its version: one of the \
                program, or one that the store keeps; or it is a workbook (.xlsx). Columns that only one of both has, such as \
                definitions, are not compared.

                Examples:
                  tmf model diff 3.3.1 3.3.1-local
                  tmf model diff Version_3.2.1_TMF_Reference_Model.xlsx 3.3.1

                Exit status: 65 no such model.
                """)

        @Argument(help: ArgumentHelp("The first model.", valueName: "model"), completion: .file(extensions: ["xlsx"]))
        var first: String

        @Argument(help: ArgumentHelp("The second model.", valueName: "model"), completion: .file(extensions: ["xlsx"]))
        var second: String

        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let before = try model(first)
            let after = try model(second)
            let found = before.differences(in: after)
            try output.print(
                "differences",
                found.map {
                    .full([
                        ("unique_id", .string($0.uniqueID)), ("artifact", .string($0.artifact.description)),
                        ("change", .string($0.kind.rawValue)), ("field", $0.field.json), ("from", .string($0.from)),
                        ("to", .string($0.to)),
                    ])
                },
                context: [("from", .string(before.version)), ("to", .string(after.version))],
                columns: ["unique_id", "artifact", "change", "field", "from", "to"],
                otherwise: "\(first) and \(second) say the same of \(after.artifacts.count) artifacts.")
        }

        private func model(_ name: String) throws -> ReferenceModel {
            if name.lowercased().hasSuffix(".xlsx") {
                return try ModelWorkbook(opening: FilePath(name), source: name).model
            }
            if BundledReferenceModel.versions.contains(name) { return try BundledReferenceModel.load(name).model }
            return try store.reading().library(name).model
        }
    }
}
