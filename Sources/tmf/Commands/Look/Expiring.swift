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
            let records = binder.expiring(within: days).map { record -> JSON in
                let facts = binder.snapshot.document(record.document)?.facts
                return .full([
                    ("document", .string(record.document.description)), ("version", .int(record.version)),
                    ("artifact", (facts?.artifact.description).json),
                    ("country", (facts?.scope.country?.description).json), ("site", (facts?.scope.site).json),
                    ("person", (facts?.person).json), ("organization", (facts?.organization).json),
                    ("title", (facts?.title).json), ("expiry_date", .string(record.expires.description)),
                    ("days_left", .int(record.daysLeft)), ("expiry_rule", (record.rule?.description).json),
                ])
            }
            try output.print(
                "expiring", records,
                context: [
                    ("study", .string(binder.study.id)), ("as_of", .string(binder.asOf.description)),
                    ("within_days", .int(days)),
                ],
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
