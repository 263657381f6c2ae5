import ArgumentParser
import Disk
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore

extension TMFCommand {
    struct ModelImport: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Keep another version of the reference model in the store.",
            discussion: """
                Reads the published workbook (XLSX) of version 3.3.1, and of other versions as far as their columns say: numbers, \
                unique IDs, names, definitions, levels, milestones, sub-artifacts. Text that is struck through does not count. \
                What the workbook has no column for comes from the program's own version, by unique ID. Edits that \
                somebody made in the workbook are kept; `tmf model diff` shows them.

                A CSV (model.csv: artifact or unique_id; sub_artifact, alternate_name, not_used, note) adds an organization's own \
                over a version: --over names it, the newest of the program if absent. The version itself stays as it is.

                A model is kept under a name of its own and never changed; a study uses it once `tmf study migrate` says so.

                Examples:
                  tmf model import Version_3.3.1_TMF_Reference_Model.xlsx
                  tmf model import Version_3.3.1_TMF_Reference_Model.xlsx --sheet "V 3.3.1 Markup" --name 3.3.1-cdisc
                  tmf model import model.csv --over 3.3.1 --name 3.3.1-acme

                Exit status: 65 it is no such workbook or table, or the name is taken; 66 it is not there.
                """)

        @Argument(
            help: ArgumentHelp("The workbook, or a table of additions.", valueName: "file"),
            completion: .file(extensions: ["xlsx", "csv"]), transform: { FilePath($0) })
        var file: FilePath

        @Option(
            help: ArgumentHelp(
                "What it is to be called; if absent the workbook's version, with -local if the program has one of that name.",
                valueName: "name"))
        var name: String?

        @Option(help: ArgumentHelp("The sheet; the first with artifacts if absent.", valueName: "name"))
        var sheet: String?

        @Option(help: ArgumentHelp("The version that a table adds to.", valueName: "version"))
        var over: String?

        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let source = file.lastComponent?.string ?? file.string
            guard try Entry.exists(file) else { throw Failure(.noInput, "\(file): there is no such file") }
            let opened = try store.writing()
            let stock = try BundledReferenceModel.load(BundledReferenceModel.newest).model
            let model: ReferenceModel
            let base: ReferenceModel
            var remarks: [InputProblem] = []
            if file.extension?.lowercased() == "xlsx", over == nil {
                let workbook = try ModelWorkbook(opening: file, source: source, sheet: sheet, name: name)
                model = name == nil ? try workbook.model.renamedIfStock() : workbook.model
                remarks = workbook.remarks
                base = stock
            } else {
                base = try opened.library(over ?? stock.version).model
                let table = try Table(opening: file, source: source, TableOptions(sheet: sheet))
                model = try ModelOverlay.apply(table, to: base, named: name ?? "\(base.version)-local")
            }
            guard !BundledReferenceModel.versions.contains(model.version) else {
                throw Failure(
                    .badData, "the program has a model \(model.version) of its own; choose another name with --name")
            }
            try opened.store.keep(KeptModel(name: model.version, table: KeptModelTable.bytes(of: model)))
            for remark in remarks { StandardError.say(remark.description) }
            let differences = base.differences(in: model)
            let result: [(String, JSON?)] = [
                ("model", .string(model.version)), ("artifacts", .int(model.artifacts.count)),
                ("sub_artifacts", .int(model.artifacts.reduce(0) { $0 + $1.subArtifacts.count })),
                ("compared_with", .string(base.version)), ("differences", .int(differences.count)),
            ]
            try output.print(
                json: { .full(result) }, csv: { Listing(result.map(\.0), of: [.full(result)]) },
                page: {
                    var page = Page(
                        "Model \(model.version) is kept: \(model.artifacts.count) artifacts, \(differences.count) differences "
                            + "from \(base.version).")
                    page.line(
                        "`tmf model diff \(base.version) \(model.version)` shows them; `tmf study migrate --model "
                            + "\(model.version)` brings a study to it.")
                    return page
                })
        }
    }
}

extension ReferenceModel {
    /// Under a name that says that it is not the program's own version, if it would have its name.
    fileprivate func renamedIfStock() throws -> ReferenceModel {
        guard BundledReferenceModel.versions.contains(version) else { return self }
        return try ReferenceModel(
            version: "\(version)-local", zones: zones, sections: sections, artifacts: artifacts, milestones: milestones)
    }
}
