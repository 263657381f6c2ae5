import ArgumentParser
import TMFIntake
import TMFModel

extension TMFCommand {
    struct IssueClose: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close", abstract: "Close a quality issue: say how it was resolved.",
            discussion: """
                Example: tmf issue close Q-0001 --reason "answer accepted, page filed" --capa CAPA-17

                Exit status: 65 no reason given, no such issue, or it is closed already; 77 its place is locked.
                """)

        @Argument(help: "The issue's number, Q-0001.", transform: ArgumentReading.issue)
        var issue: IssueNumber

        @Option(help: ArgumentHelp("The corrective or preventive action it belongs to.", valueName: "reference"))
        var capa: String?

        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let closed = try store.writing().filing(change).closeIssue(issue, capa: capa)
            try output.print(closed, on: AsOfOption.today.day) { "\($0.statement.number) closed." }
        }
    }
}
