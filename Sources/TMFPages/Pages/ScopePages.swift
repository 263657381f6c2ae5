import TMFModel
import TMFReview

extension Sheet {
    /// All countries and sites, and what is missing in each.
    func sites() -> HTML {
        let sites = study.scopes(at: .site)
        var main: HTML = """
            <h1>Countries and sites</h1>
            <p class="lead">\(NumberWords.count(study.countries.count, "country", "countries")), \
            \(NumberWords.count(sites.count, "site"))</p>
            <h2>Countries</h2>
            \(groups("Completeness by country", "Country", pages.status.countries) { CountryCode($0.number).map(Place.country) })\
            <h2>Sites</h2>
            \(siteGroups())
            """
        if sites.count <= Sheet.heatColumns {
            main += siteHeatMap(sites)
        } else {
            main += "<p class=\"soft\">The heat map of section and site is on the page of each country.</p>\n"
        }
        return layout(title: "Countries and sites", main)
    }

    /// More columns than these nobody can take in; the sites of a large country are shown so many at a time.
    private static let heatColumns = 40

    private func siteHeatMap(_ sites: [Scope], before first: [HeatColumn] = []) -> HTML {
        guard !sites.isEmpty else { return "" }
        var html: HTML = "<h2 id=\"heat\">Missing by section and site</h2>\n"
        var rest = sites[...]
        while !rest.isEmpty {
            let some = rest.prefix(Sheet.heatColumns)
            rest = rest.dropFirst(some.count)
            html += heatMap(first + siteColumns(Array(some)), caption: "Missing by section and site")
        }
        return html
    }

    private func siteColumns(_ sites: [Scope]) -> [HeatColumn] {
        sites.map { scope in
            HeatColumn(
                "\(link(Place(scope), "\(scope.country?.description ?? "") \(HTML.isolated(scope.site ?? ""))"))",
                [scope])
        }
    }

    func country(_ country: Study.Country) -> HTML {
        let scope = Scope.country(country.code)
        let sites = country.sites.map { Scope.site(country.code, $0.id) }
        var main: HTML = """
            <h1>Country \(country.code)</h1>
            \(summary(binder.tally(country: country)))\
            \(HTML.facts([("Activated", HTML.day(country.activated)), ("Closed", HTML.day(country.closed))]))\
            \(milestones(of: scope))\(people(of: scope))
            """
        if !sites.isEmpty {
            main += "<h2>Sites</h2>\n" + siteGroups(of: country.code)
            main += siteHeatMap(sites, before: [HeatColumn("Country", [scope])])
        }
        main += lockNotice(covering: scope) + holdNotice(on: scope) + coverage(of: scope)
        main += places(of: scope, title: "Expected of the country itself")
        main += documents(of: scope)
        main += neighbours(study.countries.map(\.code.description), country.code.description) { code in
            CountryCode(code).map(Place.country) ?? .sites
        }
        return layout(title: "Country \(country.code)", trail: [(.sites, "Countries and sites")], main)
    }

    func site(_ site: Study.Site, in country: CountryCode) -> HTML {
        let scope = Scope.site(country, site.id)
        let sites = study.country(country)?.sites.map(\.id) ?? []
        let main: HTML = """
            <h1>Site \(HTML.isolated(site.id)) <span class="soft">\(HTML.isolated(site.name))</span></h1>
            \(summary(binder.tally(scope: scope)))\
            \(HTML.facts([("Country", link(Scope.country(country))), ("Activated", HTML.day(site.activated)), ("Closed", HTML.day(site.closed))]))\
            \(lockNotice(covering: scope))\(holdNotice(on: scope))\(milestones(of: scope))\(people(of: scope))\(coverage(of: scope))\
            \(places(of: scope, title: "Expected of the site"))\
            \(documents(of: scope))\
            \(neighbours(sites, site.id) { .site(country, $0) })
            """
        return layout(
            title: "Site \(site.id)",
            trail: [(.sites, "Countries and sites"), (.country(country), "\(country)")], main)
    }

    private func milestones(of scope: Scope) -> HTML {
        let milestones = study.milestones(in: scope)
        guard !milestones.isEmpty else { return "" }
        var table = Table("Milestones", [.init("Milestone"), .init("Planned"), .init("Actual")])
        for milestone in milestones {
            let name = model.milestone(milestone.milestone)?.name ?? ""
            table.add(
                """
                <tr><th scope="row">\(Sheet.label(milestone.milestone, name))</th>\
                <td class="date">\(HTML.day(milestone.planned))</td><td class="date">\(HTML.day(milestone.actual))</td></tr>

                """)
        }
        return "<h2>Milestones</h2>\n\(table.html)"
    }

    private func people(of scope: Scope) -> HTML {
        let people = study.people(in: scope)
        guard !people.isEmpty else { return "" }
        return "<h2>People</h2>\n" + peopleTable(people.map { (scope, $0) }, caption: "People", showsScope: false)
    }

    /// Approvals, insurance and the like of the place itself; those of people stand with the people.
    private func coverage(of scope: Scope) -> HTML {
        let lines = binder.coverage.filter { line in
            line.person == nil && line.organization == nil && line.needs.contains { $0.scope == scope }
        }
        guard !lines.isEmpty else { return "" }
        return "<h2 id=\"coverage\">Coverage</h2>\n"
            + coverageTable(lines, caption: "Coverage of \(ScopeWords.words(scope))")
    }

    /// The slots of one scope, section by section.
    private func places(of scope: Scope, title: HTML) -> HTML {
        let slots = binder.slots.filter { $0.address.scope == scope }
        var html: HTML = "<h2>\(title) <span class=\"soft\">\(HTML.number(slots.count))</span></h2>\n"
        guard !slots.isEmpty else { return html + HTML.empty("No rule asks for a record here.") }
        var start = slots.startIndex
        while start < slots.endIndex {
            let section = slots[start].address.artifact.sectionNumber
            let end = slots[start...].firstIndex { $0.address.artifact.sectionNumber != section } ?? slots.endIndex
            let part = slots[start..<end]
            let open = part.filter { $0.isDue(on: asOf) && !$0.state.isComplete }.count
            let words: HTML =
                open == 0
                ? "<span class=\"soft\">nothing missing</span>" : "<span class=\"alert\">\(open) missing</span>"
            html += """
                <details class="fold"\(open > 0 ? " open" : "")><summary>\
                \(Sheet.label(section, model.section(section)?.name ?? "")) · \(part.count) expected · \(words)</summary>
                \(slotTable(part, caption: "Places of section \(section)", showsArtifact: true, showsScope: false))</details>

                """
            start = end
        }
        return html
    }

    /// The documents of one scope; no more than one part's rows.
    private func documents(of scope: Scope) -> HTML {
        let all = binder.snapshot.documents.filter { $0.facts.scope == scope }
        let sorted =
            all.count > 1 ? all.sorted { ($0.facts.artifact, $0.number) < ($1.facts.artifact, $1.number) } : all
        var html: HTML = "<h2>Documents <span class=\"soft\">\(HTML.number(all.count))</span></h2>\n"
        guard !all.isEmpty else { return html + HTML.empty("Nothing is filed here.") }
        html += documentRows(
            sorted.prefix(Pages.rowsPerPart), caption: "Documents of \(ScopeWords.words(scope))", showsArtifact: true)
        if all.count > Pages.rowsPerPart {
            html += """
                <p>The first \(Pages.rowsPerPart) of \(HTML.number(all.count)); the others are on the pages of their \
                artifacts, in the \(link(.tree, "tree")).</p>

                """
        }
        return html
    }
}
