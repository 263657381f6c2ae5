import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct QualityReportCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "report", abstract: "Say how quality control goes: first pass, rounds, reasons, rework.",
            discussion: """
                First pass is versions accepted at their first review ÷ versions reviewed, by artifact and by who filed. \
                The clock of rework runs from a return to the document's next version, or to the next review of the \
                same version. As CSV the returns are listed, one row each.

                Example: tmf qc report --format json
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let report = QualityReport(binder: try store.reading().binder(asOf))
            try output.print(
                json: { report.json },
                csv: { Listing(QualityReportCommand.returnColumns, of: report.reworks.map(\.json)) },
                page: { page(report) })
        }

        private static let returnColumns = [
            "document", "version", "round", "artifact", "contributor", "code", "reason", "returned_by", "returned_at",
            "answer", "answered_at", "days",
        ]

        private func page(_ report: QualityReport) -> Page {
            let total = report.total
            var page = Page("\(report.study), \(report.asOf)")
            page.facts([
                (
                    "First pass",
                    "\(JSON.percent(total.acceptedFirstTime, of: total.reviewed).cell.orDash) %, \(total.acceptedFirstTime) "
                        + "accepted at once of \(total.reviewed) reviewed"
                ),
                ("Returns", "\(total.returns), \(total.unanswered) unanswered"),
                (
                    "Rework",
                    "\(total.meanReworkDays.cell.orDash) days on average, \(total.reworkDays) days over "
                        + "\(total.answered) answered returns"
                ),
                ("Waiting", "\(report.waiting), the longest \(report.oldestDays) days"),
            ])
            if !report.rounds.isEmpty {
                page.heading("Accepted in round")
                page.table(
                    Listing(
                        ["round", "versions"], numbers: ["round", "versions"],
                        rows: report.rounds.sorted { $0.key < $1.key }.map { ["\($0.key)", "\($0.value)"] }))
            }
            if !report.reasons.isEmpty {
                page.heading("Reasons")
                page.table(Listing(["code", "title", "count"], numbers: ["count"], of: report.reasons.map(\.json)))
            }
            let figures = ["reviewed", "accepted_first_time", "first_pass_percent", "returns", "mean_rework_days"]
            for (kind, groups) in [("artifact", report.artifacts), ("contributor", report.contributors)]
            where !groups.isEmpty {
                page.heading("By \(kind)")
                let keys = kind == "artifact" ? [kind, "name"] : [kind]
                page.table(Listing(keys + figures, numbers: Set(figures), of: groups.map { $0.json(kind) }))
            }
            if !report.reworks.isEmpty {
                page.heading("Returns")
                page.table(
                    Listing(
                        [
                            "document", "version", "round", "artifact", "contributor", "code", "returned_at", "answer",
                            "days",
                        ],
                        numbers: ["days", "round"], of: report.reworks.map(\.json)))
            }
            return page
        }
    }
}

extension String {
    fileprivate var orDash: String { isEmpty ? "–" : self }
}
