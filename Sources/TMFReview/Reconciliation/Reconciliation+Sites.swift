import TMFModel

extension Reconciliation {
    /// Each site of the list against the study, and each site of the study against the list.
    mutating func reconcileSites(_ list: TrialList, _ study: Study) {
        var listed: Set<String> = []
        for row in list.rows {
            let id = row.texts[.site] ?? ""
            guard let scope = study.scope(ofSite: id), let site = study.site(scope) else {
                missing(row, "site \(id)", "the study has no site '\(id)'")
                continue
            }
            matched += 1
            listed.insert(id)
            let subject = "site \(scope)"
            if let country = row.country, country != scope.country {
                different.append(
                    Difference(
                        row: row.row, document: nil, subject: subject, field: "country", list: country.description,
                        tmf: scope.country?.description ?? ""))
            }
            if let name = row.texts[.name], Words.key(name) != Words.key(site.name) {
                compare(row, .name, with: site.name, subject)
            }
            // 03 Site Live / Ready / Open for Enrollment, 09 Close Out Monitoring Visit / Site Closed.
            let activated = site.activated ?? study.milestone("03", in: scope)?.actual
            let closed = site.closed ?? study.milestone("09", in: scope)?.actual
            compare(row, .activated, with: activated?.description, subject)
            compare(row, .closed, with: closed?.description, subject)
        }
        for scope in study.scopes(at: .site) {
            guard let id = scope.site, !listed.contains(id) else { continue }
            unlisted(nil, "site \(scope)", "the list does not have this site of the study")
        }
    }
}
