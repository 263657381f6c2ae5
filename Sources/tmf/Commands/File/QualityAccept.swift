import ArgumentParser
import TMFModel

extension TMFCommand {
    struct QualityAccept: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: "Approve versions.",
            discussion: """
                An approved version can be accepted again where a sample has drawn it: it was looked at and found sound.

                --from takes a listing (`tmf qc list --format csv` or `tmf list --format csv`) with the rows that are meant: \
                all are accepted as one transaction with one reason, or none, with everything that is wrong told by row. \
                Where it shows digests they must be those of the versions.

                Examples:
                  tmf qc accept D-000123 D-000124
                  tmf qc accept --from looked-at.csv --reason "monthly review" --dry-run

                Exit status: 65 a version is not there to be reviewed; 66 no such document. Those \
                before it are done, but with --from.
                """)

        @OptionGroup var reviewed: ReviewArguments

        func run() throws { try reviewed.review(.accepted) { "\($0.number) accepted." } }
    }
}
