import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct RetentionCopies: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "copies",
            abstract: "List copies, who certified them, when and how, and whether the originals may be destroyed.",
            discussion: """
                A copy replaces its original for good only if it is certified: the original may be destroyed when it is \
                said who certified it, when and how, the version is approved, and its file opens. Documents that are \
                originals, or of which nobody said, are not listed.

                Example: tmf retention copies --format csv > register.csv

                Exit status: 1 some original may not be destroyed.
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let register = CopyRegister(try store.reading().snapshot(asOf))
            try output.print(
                "copies", register.rows,
                context: [
                    ("complete", .bool(register.isComplete)),
                    ("originals_may_be_destroyed", .int(register.entries.count { $0.mayDestroyOriginal })),
                ], columns: CopyRegister.keys, numbers: ["version"],
                shown: ["document", "version", "artifact", "copy", "certified_by", "certified_on", "missing"],
                otherwise: "No document is a copy.")
            if !register.isComplete { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }
    }
}
