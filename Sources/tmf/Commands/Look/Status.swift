import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how complete, timely and sound the file is.",
            discussion: """
                Completeness is complete ÷ due, over expected slots whose due date is on or before the day. Timeliness \
                is versions filed within the study's filing days of the later of document date and received date ÷ \
                versions with both dates. Quality is versions accepted at their first review ÷ versions reviewed.

                Example: tmf status --as-of 2026-03-31
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let report = StatusReport(binder: try store.reading().binder(asOf))
            try output.print(json: { report.json }, csv: { report.listing }, page: { report.page })
        }
    }
}
