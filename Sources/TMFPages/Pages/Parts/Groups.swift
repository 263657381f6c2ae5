import TMFModel
import TMFReview

extension Sheet {
    /// The figures of zones, sections, countries, sites or organizations, one a row.
    func groups(
        _ caption: String, _ noun: HTML, _ groups: some Collection<StatusReport.Group>,
        place: (StatusReport.Group) -> Place?
    ) -> HTML {
        guard !groups.isEmpty else { return HTML.empty("There are none in this study.") }
        var table = Table(
            caption, kind: "groups",
            [
                .init(noun), .init("Complete", "num"), .init("of due", "num"), .init("Completeness", "graph"),
                .init("Missing", "num"), .init("of them expired", "num"), .init("Documents", "num"),
                .init("Timeliness", "num"), .init("Quality", "num"), .init("Expiring", "num"),
                .init("Errors", "num"), .init("Warnings", "num"),
            ])
        let targets = pages.status.targets
        for group in groups {
            // A country goes by its code alone.
            let words: HTML = group.name == group.number ? "" : " \(HTML.isolated(group.name))"
            let name: HTML = "<span class=\"number\">\(group.number)</span>\(words)"
            let due = group.completeness.due
            let complete = group.completeness.complete
            table.add(
                """
                <tr><th scope="row">\(place(group).map { link($0, name) } ?? name)</th>\
                <td class="num">\(HTML.number(complete))</td><td class="num">\(HTML.number(due))</td>\
                <td class="graph">\(Bar(complete: complete, expired: group.expired, missing: group.missing - group.expired).html)\
                <span>\(NumberWords.percent(complete, of: due) ?? "nothing due")</span>\
                \(light(group.completeness.light(targets)))</td>\
                <td class="num\(group.missing > 0 ? " alert" : "")">\(HTML.number(group.missing))</td>\
                <td class="num\(group.expired > 0 ? " alert" : "")">\(HTML.number(group.expired))</td>\
                <td class="num">\(HTML.number(group.documents))</td>\
                <td class="num">\(share(group.timeliness.onTime, group.timeliness.measured, group.timeliness.light(targets)))</td>\
                <td class="num">\(share(group.quality.acceptedFirstTime, group.quality.reviewed, group.quality.light(targets)))</td>\
                <td class="num">\(HTML.number(group.expiry.expiring))</td>\
                <td class="num\(group.findings.error > 0 ? " alert" : "")">\(HTML.number(group.findings.error))</td>\
                <td class="num">\(HTML.number(group.findings.warning))</td></tr>

                """)
        }
        return table.html
    }

    /// How a figure stands to its target; nothing where there is none.
    func light(_ light: TrafficLight?) -> HTML { light.map { " \($0.word.html)" } ?? "" }

    private func share(_ part: Int, _ whole: Int, _ light: TrafficLight?) -> HTML {
        guard let percent = NumberWords.percent(part, of: whole) else { return "–" }
        return "\(percent)\(self.light(light))"
    }

    /// The sites, of one country where it is given, no more than `limit`.
    func siteGroups(of country: CountryCode? = nil, limit: Int = .max) -> HTML {
        let scopes = study.scopes(at: .site).filter { country == nil || $0.country == country }
        let ids = Set(scopes.compactMap(\.site))
        let all = pages.status.sites.filter { ids.contains($0.number) }
        let more: HTML =
            all.count > limit
            ? "<p>\(link(.sites, "All \(HTML.number(all.count)) sites"))</p>\n" : ""
        return groups("Completeness by site", "Site", all.prefix(limit)) { group in
            study.scope(ofSite: group.number).map { Place($0) }
        } + more
    }
}
