import ArgumentParser
import Disk
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFStore

extension TMFCommand {
    struct Init: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a store with a study in it.",
            discussion: """
                Reads the study file first: if anything is wrong with it, everything wrong is listed and nothing is made.

                Example: tmf init ABC-101.tmf --study study.yaml

                Exit status: 65 the study file is wrong; 66 it is not there; 73 the folder is there already.
                """)

        @Argument(
            help: ArgumentHelp("The store's new folder, by custom named *.tmf.", valueName: "dir"),
            completion: .directory, transform: { FilePath($0) })
        var folder: FilePath

        @Option(
            name: .customLong("study"), help: ArgumentHelp("The study file (YAML).", valueName: "file"),
            completion: .file(extensions: ["yaml", "yml"]), transform: { FilePath($0) })
        var file: FilePath

        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            guard try !Entry.exists(folder) else { throw StoreError.alreadyThere(path: folder.string) }
            let study = try StudyFileArgument.read(file)
            guard BundledReferenceModel.versions.contains(study.model) else {
                let known = BundledReferenceModel.versions.joined(separator: ", ")
                throw Failure(
                    .badData,
                    "\(file), model: the program has no version '\(study.model)', only \(known). A new store keeps no others: "
                        + "write 'model: \(BundledReferenceModel.versions.last ?? "")', make the store, keep the other version with "
                        + "`tmf model import`, and bring the study to it with `tmf study migrate --model \(study.model)`"
                )
            }
            let store = try Store.create(at: folder)
            let changes = try StudyApplying.apply(study, to: store, by: change.attribution)
            let result: [(String, JSON?)] = [
                ("store", .string(folder.string)), ("study", .string(study.id)), ("changes", .int(changes.count)),
            ]
            try output.print(
                json: { .full(result) },
                csv: { Listing(result.map(\.0), of: [.full(result)]) },
                page: { Page("\(folder) holds study \(study.id), model \(study.model).") })
        }
    }
}
