import TMFModel
import TMFReview

extension StatusReport {
    private static let keys = [
        "number", "name", "expected", "due", "complete", "percent", "missing", "expired", "documents",
    ]
    private static let groups = [
        ("zones", "Zones"), ("countries", "Countries"), ("sites", "Sites"), ("organizations", "Organizations"),
    ]

    /// One row for the study, and one for each zone, country, site and organization.
    var listing: Listing {
        let json = json
        let total = completeness
        var rows = [
            [
                "study", study, "", String(total.expected), String(total.due), String(total.complete),
                JSON.percent(total.complete, of: total.due).cell, String(total.due - total.complete),
                String(expiry.expired), String(documents),
            ]
        ]
        for (key, _) in StatusReport.groups {
            let listing = Listing(StatusReport.keys, of: json[key]?.array ?? [])
            rows += listing.rows.map { [key] + $0 }
        }
        return Listing(["group"] + StatusReport.keys, rows: rows)
    }

    /// The figures with the parts of their formulas, then the tables.
    var page: Page {
        var page = Page("\(study) as of \(asOf)")
        page.facts([
            ("Journal", head.map { "entry \($0.seq), \($0.hash)" } ?? "empty"),
            ("Documents", "\(documents) with \(versions) versions"),
            (
                "Completeness",
                share(completeness.complete, of: completeness.due, "due", "\(completeness.expected) expected in all")
            ),
            (
                "Timeliness",
                share(timeliness.onTime, of: timeliness.measured, "measured", "within \(timeliness.limitDays) days")
            ),
            ("Quality", share(quality.acceptedFirstTime, of: quality.reviewed, "reviewed", "accepted at first review")),
            ("Expiry", "\(expiry.expired) expired, \(expiry.expiring) expiring"),
            (
                "Findings",
                FindingSeverity.allCases.map { "\($0.rawValue) \(findings[$0] ?? 0)" }.joined(separator: ", ")
            ),
        ])
        let json = json
        for (key, title) in StatusReport.groups {
            let groups = json[key]?.array ?? []
            guard !groups.isEmpty else { continue }
            page.heading(title)
            page.table(
                Listing(StatusReport.keys, numbers: Set(StatusReport.keys.dropFirst(2)), of: groups))
        }
        return page
    }

    private func share(_ part: Int, of whole: Int, _ what: String, _ note: String) -> String {
        whole == 0
            ? "– (nothing \(what); \(note))"
            : "\(JSON.percent(part, of: whole).cell) % (\(part) of \(whole) \(what); \(note))"
    }
}
