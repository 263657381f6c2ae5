import ArgumentParser

extension TMFCommand {
    struct QualityControl: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "qc", abstract: "Accept or return filed versions, and list those that wait.",
            subcommands: [QualityAccept.self, QualityReturn.self, QualityList.self])
    }
}
