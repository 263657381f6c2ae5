import ArgumentParser
import TMFModel

extension TMFCommand {
    struct QualityReturn: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "return", abstract: "Send versions back, with a reason code.",
            discussion: """
                `tmf qc codes` lists the codes. A reason in words can stand beside the code; without a code it is recorded \
                under `other`, which needs one.

                --from takes a listing with the rows that are meant, as `tmf qc accept` does; its column `code` stands before \
                --code.

                Examples:
                  tmf qc return D-000123 --code incomplete --reason "page 3 is missing"
                  tmf qc return --from returned.csv --code illegible --reason "second scan needed"

                Exit status: 65 no reason given, no such code, or a version is not there to be reviewed; 66 no such document. Those \
                before it are done, but with --from.
                """)

        @Option(help: ArgumentHelp("The controlled reason.", valueName: "code"))
        var code: String?

        @OptionGroup var reviewed: ReviewArguments

        func run() throws { try reviewed.review(.returned, code: code) { "\($0.number) returned." } }
    }
}
