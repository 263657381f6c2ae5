import TMFModel
import TMFReview

extension Sheet {
    /// Everyone of the study file, with role, time, coverage and what is filed about them. Nil if there is no such part.
    func people() -> HTML? {
        let everyone = index.people.roles
        let shown = filter.isNarrowing ? everyone.filter { includes($0) } : everyone
        guard hasPart(of: shown.count) else { return nil }
        var main: HTML = """
            <h1>People</h1>
            <p class="lead">\(NumberWords.count(shown.count, "role")) of \
            \(NumberWords.count(Set(shown.map(\.person.id)).count, "person", "people")), as the study file lists \
            them.</p>
            <p class="soft">Coverage: what has to be in force for as long as somebody has a role, against the approved \
            versions that are filed, up to \(HTML.day(asOf)). A gap is every day on which it was needed and not held.</p>

            """
        if !isOffline { main += filterForm(offers: .place) }
        if everyone.isEmpty {
            main += HTML.empty("The study file lists nobody.")
        } else if shown.isEmpty {
            main += HTML.empty("Nobody fits the filter.")
        } else {
            main += pager(shown.count, "roles")
            main += peopleTable(rows(shown), caption: "People of the study", showsScope: true)
            main += pager(shown.count, "roles")
        }
        if here.part == 1 { main += organizations() }
        return layout(title: "People", main)
    }

    private func includes(_ role: (scope: Scope, person: Study.Person)) -> Bool {
        filter.includes(role.scope) && (filter.person == nil || filter.person == role.person.id)
    }

    private func organizations() -> HTML {
        guard !study.organizations.isEmpty else { return "" }
        var table = Table("Organizations", [.init("Organization"), .init("Kind"), .init("ID"), .init("Coverage")])
        for organization in study.organizations {
            table.add(
                """
                <tr><th scope="row">\(HTML.isolated(organization.name))</th>\
                <td>\(HTML.isolated(ScopeWords.capitalized(organization.kind)))</td>\
                <td>\(HTML.isolated(organization.id))</td>\
                <td>\(coverageSummary(binder.coverage.filter { $0.organization == organization.id }))</td></tr>

                """)
        }
        var html: HTML = "<h2 id=\"organizations\">Organizations</h2>\n\(table.html)"
        for organization in study.organizations {
            let lines = binder.coverage.filter { $0.organization == organization.id }
            guard !lines.isEmpty else { continue }
            html += """
                <details class="fold"\(lines.contains { !$0.gaps.isEmpty } ? " open" : "")><summary>Coverage of \
                \(HTML.isolated(organization.name))</summary>
                \(coverageTable(lines, caption: "Coverage of \(organization.name)"))</details>

                """
        }
        return html
    }

    /// People with their records and coverage, which fold out below each.
    func peopleTable(
        _ people: some Sequence<(scope: Scope, person: Study.Person)>, caption: String, showsScope: Bool
    ) -> HTML {
        var columns: [Table.Column] = [.init("Name"), .init("Role")]
        if showsScope { columns.append(.init("Where")) }
        columns += [
            .init("From"), .init("To"), .init("Expected records"), .init("Coverage"), .init("Documents", "num"),
        ]
        var table = Table(caption, kind: "people", columns)
        for (scope, person) in people {
            let record = index.people.record(of: (scope, person), in: binder)
            let complete = record.slots.filter(\.state.isComplete).count
            let more = personDetails(record)
            table.add(
                """
                <tr class="record"><th scope="row" data-label="Name">\(HTML.isolated(person.name))\
                <span class="sub">\(HTML.isolated(person.id))</span></th>\
                <td data-label="Role">\(HTML.isolated(ScopeWords.capitalized(person.role)))</td>\
                \(showsScope ? "<td data-label=\"Where\">\(link(scope))</td>" : "")\
                <td data-label="From" class="date">\(HTML.day(person.from))</td>\
                <td data-label="To" class="date">\(HTML.day(person.to))</td>\
                <td data-label="Expected records">\(record.slots.isEmpty ? "<span class=\"none\">–</span>" : "\(complete) of \(record.slots.count) complete")</td>\
                <td data-label="Coverage">\(coverageSummary(record.coverage))</td>\
                <td data-label="Documents" class="num">\(HTML.number(record.documents.count))</td></tr>

                """)
            if !more.isEmpty {
                table.add("<tr class=\"under\"><td colspan=\"\(columns.count)\">\(more)</td></tr>\n")
            }
        }
        return table.html
    }

    private func personDetails(_ record: PersonRecord) -> HTML {
        guard !record.coverage.isEmpty || !record.slots.isEmpty || !record.documents.isEmpty else { return "" }
        var html: HTML = """
            <details><summary>coverage, expected records and documents</summary><div class="fold-in">
            """
        if !record.coverage.isEmpty {
            html += coverageTable(record.coverage, caption: "Coverage of \(record.person.name)")
        }
        if !record.slots.isEmpty {
            let items = record.slots.map { slot -> HTML in
                let isLater = !slot.isDue(on: asOf) && !slot.state.isComplete
                let state = isLater ? "<span class=\"soft\">not due</span>" : slot.state.word.html
                return "<li>\(state) \(link(slot.address.artifact))</li>"
            }
            html += "<h3>Expected records</h3><ul class=\"links\">\(items)</ul>"
        }
        if !record.documents.isEmpty { html += "<h3>Documents</h3>" + documentLinks(record.documents) }
        return html + "</div></details>"
    }

    /// The first hundred; more are rare, and on the pages of their artifacts.
    private func documentLinks(_ numbers: [DocumentNumber]) -> HTML {
        let items = numbers.prefix(100).compactMap { number -> HTML? in
            guard let facts = binder.snapshot.document(number)?.facts else { return nil }
            return """
                <li>\(link(number, HTML.isolated(facts.title))) <span class="soft">\(number) · \(facts.artifact) · \
                \(HTML.isolated(ScopeWords.short(facts.scope)))</span></li>
                """
        }
        let more: HTML =
            numbers.count > 100 ? "<p>The first 100 of \(HTML.number(numbers.count)).</p>" : ""
        return "<ul class=\"links\">\(items)</ul>\(more)"
    }
}
