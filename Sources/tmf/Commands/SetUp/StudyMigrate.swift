import ArgumentParser
import TMFFormats
import TMFIntake
import TMFModel
import TMFStore

extension TMFCommand {
    struct StudyMigrate: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "migrate", abstract: "Bring the study to another version of the reference model.",
            discussion: """
                Every document goes to the number that its artifact has there, by unique ID. All moves are shown first; with \
                --reason they are recorded in the journal together with the study's new version, all or nothing. Nothing is \
                recorded while a document, a waiver or a rule of the study has no place in the new version.

                Example: tmf study migrate --model 3.3.1-local --dry-run

                Exit status: 65 something has no place there, or no such model; 77 a place is locked.
                """)

        @Option(
            help: ArgumentHelp("The version: one of the program, or one that the store keeps.", valueName: "version"))
        var model: String

        @Flag(help: "Show the moves, and record nothing.")
        var dryRun = false

        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try dryRun ? store.reading() : store.writing()
            let (new, rules) = try opened.library(model)
            let migration = ModelMigration(
                try opened.store.snapshot(of: opened.study), from: try opened.model(), to: new, rules: rules)
            let recorded = !dryRun && migration.problems.isEmpty && change.reason != nil
            try output.print(
                "moves",
                migration.moves.map {
                    .full([
                        ("document", .string($0.document.description)), ("title", .string($0.title)),
                        ("from", .string($0.from.artifact.description)), ("to", .string($0.to.artifact.description)),
                    ])
                },
                context: [("model", .string(new.version)), ("applied", .bool(recorded))],
                columns: ["document", "title", "from", "to"], otherwise: "No document gets another number.")
            for notice in migration.notices + migration.problems { StandardError.say(notice.description) }
            guard migration.problems.isEmpty else { throw ExitCode(Failure.Code.badData.rawValue) }
            if dryRun { return }
            guard change.reason != nil else {
                return StandardError.say("Nothing was recorded: add --reason \"…\" to do it.")
            }
            try migration.apply(to: opened.store, by: change.attribution)
            StandardError.say("Study \(opened.study) is on model \(new.version).")
        }
    }
}
