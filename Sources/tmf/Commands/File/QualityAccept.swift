import ArgumentParser
import TMFModel

extension TMFCommand {
    struct QualityAccept: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: "Approve versions.",
            discussion: """
                An approved version can be accepted again where a sample has drawn it: it was looked at and found sound.

                Example: tmf qc accept D-000123 D-000124

                Exit status: 65 a version is not there to be reviewed; 66 no such document. Those before it are done.
                """)

        @OptionGroup var reviewed: ReviewArguments

        func run() throws { try reviewed.review(.accepted) { "\($0.number) accepted." } }
    }
}
