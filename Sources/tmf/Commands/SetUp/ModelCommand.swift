import ArgumentParser

extension TMFCommand {
    struct ModelCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "model", abstract: "Look at versions of the TMF Reference Model, and keep others.",
            subcommands: [ModelList.self, ModelShow.self, ModelImport.self, ModelDiff.self])
    }
}
