import ArgumentParser
import TMFModel

extension TMFCommand {
    struct QualityReturn: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "return", abstract: "Send versions back, with a reason.",
            discussion: """
                Example: tmf qc return D-000123 --reason "page 3 is missing"

                Exit status: 65 no reason given, or a version is not there to be reviewed; 66 no such document. Those \
                before it are done.
                """)

        @OptionGroup var reviewed: ReviewArguments

        func run() throws { try reviewed.review(.returned) { "\($0.number) returned." } }
    }
}
