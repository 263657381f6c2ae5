import ArgumentParser

extension TMFCommand {
    struct ModelCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "model", abstract: "Look at the TMF Reference Model.",
            subcommands: [ModelList.self, ModelShow.self])
    }
}
