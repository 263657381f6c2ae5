import ArgumentParser
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFStore

extension TMFCommand {
    struct StudyApply: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "apply", abstract: "Bring the study in the store into line with a study file.",
            discussion: """
                Shows what changes, entity by entity, and records it in the journal. A second time there is nothing to \
                change. Countries, sites, people and organizations that filed documents name cannot go.

                Example: tmf study apply study.yaml --dry-run

                Exit status: 65 the study file is wrong, or would leave documents without a place; 66 it is not there.
                """)

        @Argument(
            help: ArgumentHelp("The study file (YAML).", valueName: "file"),
            completion: .file(extensions: ["yaml", "yml"]), transform: { FilePath($0) })
        var file: FilePath

        @Flag(help: "Show what would change, and change nothing.")
        var dryRun = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let root = try store.path()
            let study = try StudyFileArgument.read(file) { try Store(at: root, .reading).keptModel($0) }
            if let named = store.study, named != study.id {
                throw Failure(.usage, "\(file) describes study \(study.id), and --study names \(named)")
            }
            _ = try ReferenceModelLibrary.load(study.model, kept: Store(at: root, .reading).keptModel(study.model))
            let changes =
                dryRun
                ? try StudyApplying.changes(to: study, in: Store(at: root, .reading))
                : try StudyApplying.apply(study, to: Store(at: root, .writing()), by: change.attribution)
            try output.print(
                "changes",
                changes.map {
                    .full([
                        ("entity", .string($0.entity.rawValue)), ("key", .string($0.key)), ("from", $0.from),
                        ("to", $0.to),
                    ])
                },
                context: [("study", .string(study.id)), ("applied", .bool(!dryRun && !changes.isEmpty))],
                columns: ["entity", "key", "from", "to"],
                otherwise: "\(study.id) is as \(file) says: nothing to change.")
        }
    }
}
