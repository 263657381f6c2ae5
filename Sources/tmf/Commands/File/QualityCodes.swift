import ArgumentParser
import TMFModel

extension TMFCommand {
    struct QualityCodes: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "codes", abstract: "List the reasons for which versions are sent back.",
            discussion: "Example: tmf qc codes --format csv")

        @OptionGroup var output: OutputOptions

        func run() throws {
            try output.print(
                "codes",
                QualityReasonCode.all.map {
                    .full([
                        ("code", .string($0.code)), ("title", .string($0.title)), ("meaning", .string($0.meaning)),
                        ("needs_reason", .bool($0.needsText)),
                    ])
                },
                columns: ["code", "title", "meaning", "needs_reason"], otherwise: "There are no codes.")
        }
    }
}
