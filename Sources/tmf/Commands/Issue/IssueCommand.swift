import ArgumentParser

extension TMFCommand {
    struct IssueCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "issue", abstract: "Raise quality issues, answer and close them, and list those open.",
            subcommands: [IssueRaise.self, IssueAnswer.self, IssueClose.self, IssueList.self])
    }
}
