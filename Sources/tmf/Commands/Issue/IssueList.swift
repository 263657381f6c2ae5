import ArgumentParser
import TMFModel

extension TMFCommand {
    struct IssueList: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List quality issues: those not closed, or all.",
            discussion: """
                Example: tmf issue list --site 101
                Example: tmf issue list --all --format csv
                """)

        @Flag(help: "The closed ones, too.")
        var all = false

        @Flag(help: "Only those whose due date has passed.")
        var overdue = false

        @OptionGroup var place: ScopeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let snapshot = try store.reading().snapshot(asOf)
            try place.requirePlaces(in: snapshot.study)
            let issues = snapshot.oversight.issues.filter { issue in
                (all || issue.closure == nil) && (!overdue || issue.isOverdue(on: asOf.day))
                    && place.contains(issue.statement.scope)
            }
            try output.print(
                "issues", issues.map { $0.listed(on: asOf.day) },
                context: asOf.context(of: snapshot.study),
                columns: QualityIssue.listedKeys,
                shown: [
                    "issue", "state", "severity", "document", "artifact", "country", "site", "owner", "due", "overdue",
                    "text",
                ],
                otherwise: all ? "No issue has been raised." : "No issue is open.")
        }
    }
}
