import ArgumentParser
import TMFModel
import TMFReview
import TMFStore

extension TMFCommand {
    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how complete, timely and sound the file is.",
            discussion: """
                Completeness is complete ÷ due, over expected slots whose due date is on or before the day. Timeliness \
                is versions filed within the study's filing days of the later of document date and received date ÷ \
                versions with both dates. Quality is versions accepted at their first review ÷ versions reviewed.

                Targets come from the study's settings: ✓ on target, ◐ near target, ✕ below target.

                Of several studies it prints one row each, and the sums of their parts.

                Example: tmf status --as-of 2026-03-31
                Example: tmf status --by organization
                Example: tmf status --trend month --from 2025-01
                Example: tmf status --store a.tmf --store b.tmf
                """)

        enum Step: String, ExpressibleByArgument, CaseIterable { case month }

        @Option(
            help: "The figures by zone, section, country, site, or the organization that answers for the records.",
            completion: .list(StatusReport.Division.allCases.map(\.rawValue)), transform: ArgumentReading.division)
        var by: StatusReport.Division?

        @Option(help: "The figures at the end of each month, as they were known then.")
        var trend: Step?

        @Option(
            help: ArgumentHelp("First month of the trend; that of the first entry if absent.", valueName: "YYYY-MM"),
            transform: ArgumentReading.month)
        var from: Month?

        @Option(
            help: ArgumentHelp("Last month of the trend; that of the day if absent.", valueName: "YYYY-MM"),
            transform: ArgumentReading.month)
        var to: Month?

        @OptionGroup var studies: StudiesOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if by != nil, trend != nil { throw ValidationError("--by and --trend do not go together.") }
            if trend == nil, from != nil || to != nil {
                throw ValidationError("--from and --to go with --trend month.")
            }
            if let from, let to, to < from { throw ValidationError("--to must not be before --from.") }
        }

        func run() throws {
            let opened = try studies.reading()
            guard by != nil || trend != nil else { return try printFigures(of: opened) }
            guard let only = opened.first, opened.count == 1 else {
                throw StoreError.whichStudy(known: opened.map(\.study))
            }
            if trend != nil { return try printTrend(of: only) }
            let report = StatusReport(binder: try only.binder(asOf))
            guard let by else { return }
            try output.print(
                json: { report.json(by: by) }, csv: { report.listing(by: by) }, page: { report.page(by: by) })
        }

        private func printFigures(of opened: [OpenedStudy]) throws {
            // One after the other: no more than one study is in memory.
            let reports = try opened.map { StatusReport(binder: try $0.binder(asOf)) }
            if let only = reports.first, reports.count == 1 {
                return try output.print(json: { only.json }, csv: { only.listing }, page: { only.page })
            }
            let portfolio = Portfolio(reports)
            try output.print(
                json: { portfolio.json }, csv: { portfolio.listing }, page: { portfolio.page })
        }

        private func printTrend(of opened: OpenedStudy) throws {
            let trend = try opened.trend(from: from, to: to, until: asOf.day)
            let listing = Listing(
                TrendPoint.keys, numbers: StatusReport.Group.numbers, rows: trend.map(\.row))
            try output.print(
                json: {
                    .full([
                        ("study", .string(opened.study)), ("as_of", .string(asOf.day.description)),
                        ("trend", .array(trend.map(\.json))),
                    ])
                },
                csv: { listing },
                page: {
                    Page(listing.selecting(TrendPoint.shownKeys), otherwise: "The study was not there in these months.")
                })
        }
    }
}
