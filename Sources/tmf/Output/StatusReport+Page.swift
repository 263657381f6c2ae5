import TMFModel
import TMFReview

extension StatusReport {
    private static let divisions: [(division: Division, key: String, title: String)] = [
        (.zone, "zones", "Zones"), (.country, "countries", "Countries"), (.site, "sites", "Sites"),
        (.organization, "organizations", "Organizations"),
    ]

    /// One row for the study, and one for each zone, section, country, site and organization.
    var listing: Listing {
        var rows = [["study"] + total.cells(targets, number: study)]
        for division in Division.allCases {
            let key = Self.divisions.first { $0.division == division }?.key ?? "sections"
            rows += groups(by: division).map { [key] + $0.cells(targets) }
        }
        return Listing(["group"] + Group.keys, rows: rows)
    }

    /// One row for each group, for what belongs to none, and for the whole.
    func listing(by division: Division) -> Listing {
        var rows = groups(by: division).map { $0.cells(targets) }
        let rest = rest(beside: division)
        if rest.completeness.expected > 0 || rest.documents > 0 { rows.append(rest.cells(targets)) }
        rows.append(total.cells(targets, number: "total"))
        return Listing(Group.keys, numbers: Group.numbers, rows: rows)
    }

    func page(by division: Division) -> Page {
        var page = Page("\(study) as of \(asOf), by \(division.rawValue)")
        page.table(listing(by: division).selecting(shownKeys))
        if let legend = targets.legend { page.line(legend) }
        return page
    }

    /// The figures with the parts of their formulas, then the tables.
    var page: Page {
        var page = Page("\(study) as of \(asOf)")
        page.facts([
            ("Journal", head.map { "entry \($0.seq), \($0.hash)" } ?? "empty"),
            ("Documents", "\(documents) with \(versions.counted("version"))"),
        ])
        page.facts(total.facts(targets, limitDays: limitDays))
        for (division, _, title) in Self.divisions {
            let groups = groups(by: division)
            guard !groups.isEmpty else { continue }
            page.heading(title)
            page.table(
                Listing(Group.keys, numbers: Group.numbers, rows: groups.map { $0.cells(targets) })
                    .selecting(shownKeys))
        }
        return page
    }

    /// Without a target there is no light to show.
    private var shownKeys: [String] { Group.shownKeys.filter { $0 != "light" || targets.completeness != nil } }
}

extension StatusReport.Group {
    /// The figures with the parts of their formulas. `limitDays` is nil where studies differ in it.
    func facts(_ targets: StudyTargets, limitDays: Int?) -> [(name: String, value: String?)] {
        [
            (
                "Completeness",
                share(completeness.complete, of: completeness.due, "due", "\(completeness.expected) expected in all")
                    + target(targets.completeness, completeness.light(targets))
            ),
            (
                "Timeliness",
                share(
                    timeliness.onTime, of: timeliness.measured, "measured",
                    limitDays.map { "within \($0) days" } ?? "within the days of each study")
                    + target(targets.timeliness, timeliness.light(targets))
            ),
            (
                "Quality",
                share(quality.acceptedFirstTime, of: quality.reviewed, "reviewed", "accepted at first review")
                    + target(targets.quality, quality.light(targets))
            ),
            ("Expiry", "\(expiry.expired) expired, \(expiry.expiring) expiring"),
            ("Findings", FindingSeverity.allCases.map { "\($0.rawValue) \(findings[$0])" }.joined(separator: ", ")),
        ]
    }

    private func target(_ target: Int?, _ light: TrafficLight?) -> String {
        guard let target else { return "" }
        return "; target \(target) %" + (light.map { ": \($0.symbol) \($0.words)" } ?? "")
    }

    private func share(_ part: Int, of whole: Int, _ what: String, _ note: String) -> String {
        whole == 0
            ? "– (nothing \(what); \(note))"
            : "\(JSON.percent(part, of: whole).cell) % (\(part) of \(whole) \(what); \(note))"
    }
}

extension StudyTargets {
    /// What the signs of a table mean; nil without targets.
    var legend: String? {
        let named = [("completeness", completeness), ("timeliness", timeliness), ("quality", quality)]
            .compactMap { name, target in target.map { "\(name) \($0) %" } }
        guard !named.isEmpty else { return nil }
        return "Targets: \(named.joined(separator: ", ")). "
            + TrafficLight.allCases.map { light in
                "\(light.symbol) \(light.words)" + (light == .amber ? " (within \(margin) points)" : "")
            }.joined(separator: ", ") + "."
    }
}
