import ArgumentParser
import TMFIntake
import TMFModel

extension TMFCommand {
    struct IssueAnswer: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "answer", abstract: "Answer a quality issue; it stays open until it is closed.",
            discussion: """
                Example: tmf issue answer Q-0001 "the signed page was found and filed as D-000131"

                Exit status: 65 no text, no such issue, or it is closed; 77 its place is locked.
                """)

        @Argument(help: "The issue's number, Q-0001.", transform: ArgumentReading.issue)
        var issue: IssueNumber

        @Argument(help: "The answer.")
        var text: String

        @Option(help: ArgumentHelp("The corrective or preventive action it belongs to.", valueName: "reference"))
        var capa: String?

        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let answered = try store.writing().filing(change).answerIssue(issue, text, capa: capa)
            try output.print(answered, on: AsOfOption.today.day) { "\($0.statement.number) answered." }
        }
    }
}
