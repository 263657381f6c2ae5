import ArgumentParser

extension TMFCommand {
    struct StudyCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "study", abstract: "Show, change or write out the study's own description.",
            subcommands: [StudyShow.self, StudyApply.self, StudyExport.self, StudyMigrate.self])
    }
}
