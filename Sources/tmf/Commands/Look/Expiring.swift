import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Expiring: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what has expired, and what lapses next.",
            discussion: """
                The longest expired first, with the window of days in which it lapses. The last day in force is still \
                in force. What has been renewed, and what nobody needs any more, is left out.

                Example: tmf expiring --within 90
                Example: tmf expiring --unspecified
                """)

        @Option(help: ArgumentHelp("Days to look ahead; the study's expiry window if absent.", valueName: "days"))
        var within: Int?

        @Flag(help: "List instead what usually expires and does not say whether and when.")
        var unspecified = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if let within, !(0...36_500).contains(within) { throw ValidationError("--within takes 0 to 36500 days.") }
            if within != nil, unspecified { throw ValidationError("--within and --unspecified exclude each other.") }
        }

        func run() throws {
            let binder = try store.reading().binder(asOf)
            if unspecified { return try printUnspecified(binder) }
            let days = within ?? binder.study.settings.expiryWindowDays
            let expiring = binder.expiring(within: days)
            let windows = Dictionary(grouping: expiring, by: \.window).mapValues(\.count)
            try output.print(
                "expiring", expiring.map { binder.listed($0) },
                context: binder.context + [
                    ("within_days", .int(days)),
                    ("windows", .full(ExpiryWindow.allCases.map { ($0.rawValue, .int(windows[$0] ?? 0)) })),
                ],
                columns: [
                    "document", "version", "artifact", "country", "site", "person", "organization", "title",
                    "expiry_date", "days_left", "expiry_rule", "window",
                ],
                numbers: ["days_left", "window"],
                shown: [
                    "document", "artifact", "country", "site", "person", "title", "expiry_date", "days_left", "window",
                ],
                otherwise: "Nothing has expired, and nothing expires within \(days) days.")
        }

        private func printUnspecified(_ binder: Binder) throws {
            let documents = binder.withoutExpiry.map { document -> JSON in
                .full([
                    ("document", .string(document.number.description)),
                    ("version", document.current.map { .int($0.ordinal) }),
                    ("artifact", .string(document.facts.artifact.description)),
                    ("country", (document.facts.scope.country?.description).json),
                    ("site", document.facts.scope.site.json), ("person", document.facts.person.json),
                    ("organization", document.facts.organization.json), ("title", .string(document.facts.title)),
                    (
                        "document_date",
                        (document.current?.facts.documentDate).json
                            ?? (document.current?.facts.partialDocumentDate?.printed).json
                    ),
                ])
            }
            try output.print(
                "unspecified", documents,
                context: binder.context,
                columns: [
                    "document", "version", "artifact", "country", "site", "person", "organization", "title",
                    "document_date",
                ],
                shown: ["document", "artifact", "country", "site", "person", "organization", "title", "document_date"],
                otherwise: "Every record that usually expires says whether and when.")
        }
    }
}
