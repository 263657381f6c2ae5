import TMFModel
import TMFReview

extension StatusReport.Group {
    /// The columns of CSV. The light is that of completeness.
    static let keys = [
        "number", "name", "expected", "due", "complete", "percent", "missing", "expired", "documents", "target",
        "light", "measured", "on_time", "timeliness", "timeliness_light", "reviewed", "accepted_first_time", "quality",
        "quality_light", "expired_documents", "expiring", "error", "warning", "notice",
    ]
    static let numbers = Set(keys.dropFirst(2)).subtracting(["light", "timeliness_light", "quality_light"])

    /// The columns of a table for people.
    static let shownKeys = [
        "number", "name", "expected", "due", "complete", "percent", "light", "missing", "expired", "documents",
        "timeliness", "quality", "expiring", "error", "warning",
    ]

    func cells(_ targets: StudyTargets, number: String? = nil) -> [String] {
        [
            number ?? self.number, name, "\(completeness.expected)", "\(completeness.due)",
            "\(completeness.complete)", completeness.percent.cell, "\(missing)", "\(expired)", "\(documents)",
        ] + figureCells(targets)
    }

    private func figureCells(_ targets: StudyTargets) -> [String] {
        [
            targets.completeness.map(String.init) ?? "", cell(completeness.light(targets)),
            "\(timeliness.measured)", "\(timeliness.onTime)", timeliness.percent.cell, cell(timeliness.light(targets)),
            "\(quality.reviewed)", "\(quality.acceptedFirstTime)", quality.percent.cell, cell(quality.light(targets)),
            "\(expiry.expired)", "\(expiry.expiring)", "\(findings.error)", "\(findings.warning)",
            "\(findings.notice)",
        ]
    }

    private func cell(_ light: TrafficLight?) -> String { light.map { "\($0.symbol) \($0.words)" } ?? "" }
}

extension TrendPoint {
    static let keys = ["month", "as_of", "versions"] + StatusReport.Group.keys.dropFirst(2)
    static let shownKeys = [
        "month", "documents", "expected", "due", "complete", "percent", "light", "timeliness", "quality", "expired",
        "error", "warning", "notice",
    ]

    var row: [String] {
        [month.description, asOf.description, "\(versions)"] + figures.cells(targets).dropFirst(2)
    }
}

extension Portfolio {
    static let keys = ["study", "as_of", "versions"] + StatusReport.Group.keys.dropFirst(2)
    static let shownKeys = [
        "study", "as_of", "documents", "expected", "due", "complete", "percent", "light", "missing", "timeliness",
        "quality", "expiring", "error", "warning",
    ]

    /// One row for each study, and one of the sums.
    var listing: Listing {
        let rows = studies.map {
            [$0.study, $0.asOf.description, "\($0.versions)"] + $0.total.cells($0.targets).dropFirst(2)
        }
        let sum = ["total", "", "\(versions)"] + total.cells(targets).dropFirst(2)
        return Listing(Self.keys, numbers: StatusReport.Group.numbers, rows: rows + [sum])
    }

    var page: Page {
        var page = Page("\(studies.count) studies")
        page.table(listing.selecting(Self.shownKeys))
        page.heading("Total")
        page.facts([("Documents", "\(documents) with \(versions.counted("version"))")])
        page.facts(total.facts(targets, limitDays: limitDays))
        return page
    }
}
