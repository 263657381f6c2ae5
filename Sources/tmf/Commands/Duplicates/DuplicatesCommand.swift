import ArgumentParser

extension TMFCommand {
    struct DuplicatesCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "duplicates", abstract: "List documents that are filed twice, and decide about each pair.",
            subcommands: [DuplicatesList.self, DuplicatesDecide.self], defaultSubcommand: DuplicatesList.self)
    }
}
