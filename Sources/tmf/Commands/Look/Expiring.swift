import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Expiring: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what has expired, and what lapses next.",
            discussion: """
                The longest expired first. The last day in force is still in force.

                Example: tmf expiring --within 90
                """)

        @Option(help: ArgumentHelp("Days to look ahead; the study's expiry window if absent.", valueName: "days"))
        var within: Int?

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if let within, !(0...36_500).contains(within) { throw ValidationError("--within takes 0 to 36500 days.") }
        }

        func run() throws {
            let binder = try store.reading().binder(asOf)
            let days = within ?? binder.study.settings.expiryWindowDays
            try output.print(
                "expiring", binder.expiring(within: days).map { binder.listed($0) },
                context: binder.context + [("within_days", .int(days))],
                columns: [
                    "document", "version", "artifact", "country", "site", "person", "organization", "title",
                    "expiry_date", "days_left", "expiry_rule",
                ],
                numbers: ["days_left"],
                shown: ["document", "artifact", "country", "site", "person", "title", "expiry_date", "days_left"],
                otherwise: "Nothing has expired, and nothing expires within \(days) days.")
        }
    }
}
