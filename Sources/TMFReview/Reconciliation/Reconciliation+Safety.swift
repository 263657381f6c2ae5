import TMFModel

extension Reconciliation {
    /// Expedited reports, SAE reports, pregnancies, events of interest.
    private static let reports = ["07.02.01", "07.02.02", "07.02.03", "07.02.04"]

    /// Each case of the list against the safety reports that name it, and each report against the list.
    mutating func reconcileSafety(_ list: TrialList, _ file: ReconciledFile) {
        let reports = file.documents(at: Reconciliation.reports)
        var isNamed = Array(repeating: false, count: reports.count)
        for row in list.rows {
            let key = row.texts[.safetyCase] ?? ""
            let subject = "case \(key)" + (row.texts[.site].map { " at site \($0)" } ?? "")
            let naming = reports.indices.filter { reports[$0].mentions(key) }
            for place in naming { isNamed[place] = true }
            guard !naming.isEmpty else {
                missing(row, subject, "no safety report names this case")
                continue
            }
            matched += 1
            let found = naming.map { reports[$0] }
            if let site = row.texts[.site], let other = found.first,
                !found.contains(where: { $0.facts.scope.site == site || $0.facts.scope.site == nil })
            {
                compare(row, .site, with: other.facts.scope.site, subject, document: other.number)
            }
            // A case has reports of several days: its first, and those that follow up.
            let days = Set(found.flatMap(\.versions).compactMap(\.facts.documentDate))
            if let day = row.days[.date], !days.contains(day), let first = found.first {
                compare(row, .date, with: first.day?.description, subject, document: first.number)
            }
        }
        for place in reports.indices where !isNamed[place] {
            let report = reports[place]
            unlisted(
                report.number, "\(report.facts.title) in \(report.facts.scope)",
                "the list has no case that this safety report names")
        }
    }
}
