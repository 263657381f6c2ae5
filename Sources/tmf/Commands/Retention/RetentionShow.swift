import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct RetentionShow: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Reckon how long each part of the file is to be kept, and show the reasoning.",
            discussion: """
                Rules come from a table, by country, with the event from which each period runs; `tmf retention table` \
                prints the program's own, which names the clause of each, as a start for one of your own (--rules). All \
                rules that speak of a country hold side by side, and the longest wins. While an event that a rule needs is \
                not stated, the end is open. The sponsor's part of the whole study is kept as long as any of its countries \
                asks for. Events are stated for good with `tmf retention event`, and for this one answer with --event: \
                end-of-trial, approval, last-ich-approval, discontinuation, or whatever your table names; with @CODE they \
                are of one country, before what is stated for all. Holds in force are shown with what they hold.

                The table is a help, and no legal advice: which rules hold for a trial is for its owner to say.

                Examples:
                  tmf retention
                  tmf retention --as-of 2051-06-30
                  tmf retention --event end-of-trial=2026-03-31
                  tmf retention --event end-of-trial=2026-03-31 --event approval@USA=2027-02-01 --format csv
                  tmf retention --rules our-retention.csv --event end-of-trial=2026-03-31

                Exit status: 65 the table cannot be read; 66 the study has no such country.
                """)

        @OptionGroup var rules: RetentionRuleOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let report = try rules.report(try store.reading().snapshot(asOf))
            try output.print(
                json: { report.json },
                csv: { Listing(RetentionReport.keys, numbers: ["years"], of: report.rows) },
                page: { page(report) })
        }

        private func page(_ report: RetentionReport) -> Page {
            var page = Page("Retention of \(report.study), by \(rules.name)")
            for part in report.parts {
                page.heading("\(part.country?.description ?? "The study"), \(part.part.rawValue) part")
                page.line(part.conclusion)
                for line in part.lines { page.line("  \(line.sentence)") }
            }
            if !report.ledger.events.isEmpty {
                page.heading("Events on record")
                page.table(Listing(RetentionLedger.eventKeys, of: report.ledger.eventRows))
            }
            let holds = report.ledger.holdRows(all: false)
            if !holds.isEmpty {
                page.heading("Holds in force")
                page.table(Listing(RetentionLedger.holdKeys, of: holds).selecting(RetentionHolds.shownKeys))
            }
            return page
        }
    }
}
