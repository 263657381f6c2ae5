import TMFModel

extension Reconciliation {
    /// Days by which a report's date may miss its visit's and still be taken for it: it is shown as different.
    static let visitTolerance = 7

    /// Where the reports of visits are filed, by the kind of visit.
    private static let reports: [(words: [String], artifact: String)] = [
        (["qualification", "pre-trial", "pre-study", "selection", "psv", "sqv"], "05.01.04"),
        (["initiation", "siv"], "05.03.01"),
        (["close-out", "closeout", "cov"], "05.04.08"),
        (["monitoring", "interim", "routine", "imv", "mv"], "05.04.03"),
    ]

    /// Each visit of the list against a report at its site with its date, and each report against the list.
    mutating func reconcileVisits(_ list: TrialList, _ file: ReconciledFile) {
        let filed = file.documents(at: Reconciliation.reports.map(\.artifact))
        var open: [String: [Document]] = Dictionary(grouping: filed) { $0.facts.scope.site ?? "" }
        var late: [TrialList.Row] = []
        // A report with the very date belongs to its visit before another one may take it for its own.
        for row in list.rows {
            guard file.study.scope(ofSite: row.texts[.site] ?? "") != nil else {
                missing(row, subject(row), "the study has no site '\(row.texts[.site] ?? "")'")
                continue
            }
            if take(row, from: &open, where: { $0 == 0 }) == nil { late.append(row) } else { matched += 1 }
        }
        for row in late {
            guard let report = take(row, from: &open, where: { $0 <= Reconciliation.visitTolerance }) else {
                missing(row, subject(row), "no report of this visit is filed")
                continue
            }
            matched += 1
            compare(row, .date, with: report.day?.description, subject(row), document: report.number)
        }
        for report in open.values.joined().sorted(by: { $0.number < $1.number }) {
            let day = report.day.map { "of \($0)" } ?? "without a date"
            unlisted(
                report.number, "visit report \(day) in \(report.facts.scope)", "the list has no visit for this report")
        }
    }

    private func subject(_ row: TrialList.Row) -> String {
        "\(row.texts[.type].map { "\($0) " } ?? "")visit of \(row.texts[.date] ?? "") at site \(row.texts[.site] ?? "")"
    }

    /// Takes the report nearest to a visit out of those that no visit has.
    private func take(
        _ row: TrialList.Row, from open: inout [String: [Document]], where isNear: (Int) -> Bool
    ) -> Document? {
        guard let site = row.texts[.site], let day = row.days[.date], let reports = open[site] else { return nil }
        let artifact = row.texts[.type].flatMap(Reconciliation.artifact(ofVisit:))
        var best: (place: Int, distance: Int)?
        for (place, report) in reports.enumerated() {
            guard let date = report.day, artifact == nil || report.facts.artifact.description == artifact else {
                continue
            }
            let distance = Int(abs(date.daysSince1970 - day.daysSince1970))
            if isNear(distance), distance < best?.distance ?? Int.max { best = (place, distance) }
        }
        guard let best else { return nil }
        return open[site]?.remove(at: best.place)
    }

    /// The artifact of a kind of visit; nil for words that are not known, which then fit any report.
    private static func artifact(ofVisit type: String) -> String? {
        let key = Words.key(type)
        return reports.first { $0.words.contains { key == $0 || Words.contain($0, in: key) } }?.artifact
    }
}
