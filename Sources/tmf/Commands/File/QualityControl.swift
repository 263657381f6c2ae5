import ArgumentParser

extension TMFCommand {
    struct QualityControl: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "qc", abstract: "Accept or return filed versions, draw samples, and see how it goes.",
            subcommands: [
                QualityAccept.self, QualityReturn.self, QualityList.self, QualitySampleDraw.self,
                QualitySampleList.self, QualityReportCommand.self, QualityCodes.self,
            ])
    }
}
