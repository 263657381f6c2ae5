import TMFModel
import TMFReview

extension Sheet {
    /// Everyone of the study file, with role, time and what is filed about them.
    func people() -> HTML {
        let everyone = study.everyone
        let main: HTML = """
            <h1>People</h1>
            <p class="lead">\(NumberWords.count(everyone.count, "role")) of \
            \(NumberWords.count(Set(everyone.map(\.person.id)).count, "person", "people")), as the study file lists \
            them.</p>
            \(everyone.isEmpty ? HTML.empty("The study file lists nobody.") : peopleTable(everyone, caption: "People of the study", showsScope: true))
            \(organizations())
            """
        return layout(title: "People", main)
    }

    private func organizations() -> HTML {
        guard !study.organizations.isEmpty else { return "" }
        var table = Table("Organizations", [.init("Organization"), .init("Kind"), .init("ID")])
        for organization in study.organizations {
            table.add(
                """
                <tr><th scope="row">\(HTML.isolated(organization.name))</th>\
                <td>\(HTML.isolated(ScopeWords.capitalized(organization.kind)))</td><td>\(HTML.isolated(organization.id))</td></tr>

                """)
        }
        return "<h2>Organizations</h2>\n\(table.html)"
    }

    /// People with their records: those that rules ask for first, then how many others name them.
    func peopleTable(_ people: [(scope: Scope, person: Study.Person)], caption: String, showsScope: Bool) -> HTML {
        let ids = Set(people.map(\.person.id))
        var slots: [String: [ExpectedSlot]] = [:]
        for slot in binder.slots {
            if let id = slot.address.person, ids.contains(id) { slots[id, default: []].append(slot) }
        }
        var documents: [String: Int] = [:]
        for document in binder.snapshot.documents where document.withdrawal == nil {
            if let id = document.facts.person, ids.contains(id) { documents[id, default: 0] += 1 }
        }
        var columns: [Table.Column] = [.init("Name"), .init("Role")]
        if showsScope { columns.append(.init("Where")) }
        columns += [.init("From"), .init("To"), .init("Expected records"), .init("Documents", "num")]
        var table = Table(caption, kind: "people", columns)
        for (scope, person) in people {
            let own = (slots[person.id] ?? []).filter { $0.address.scope == scope }
            table.add(
                """
                <tr><th scope="row" data-label="Name">\(HTML.isolated(person.name))\
                <span class="sub">\(HTML.isolated(person.id))</span></th>\
                <td data-label="Role">\(HTML.isolated(ScopeWords.capitalized(person.role)))</td>\
                \(showsScope ? "<td data-label=\"Where\">\(link(scope))</td>" : "")\
                <td data-label="From" class="date">\(HTML.day(person.from))</td>\
                <td data-label="To" class="date">\(HTML.day(person.to))</td>\
                <td data-label="Expected records">\(records(own))</td>\
                <td data-label="Documents" class="num">\(HTML.number(documents[person.id] ?? 0))</td></tr>

                """)
        }
        return table.html
    }

    private func records(_ slots: [ExpectedSlot]) -> HTML {
        guard !slots.isEmpty else { return "<span class=\"none\">–</span>" }
        let complete = slots.filter(\.state.isComplete).count
        let items = slots.map { slot -> HTML in
            let isLater = !slot.isDue(on: asOf) && !slot.state.isComplete
            let state = isLater ? "<span class=\"soft\">not due</span>" : slot.state.word.html
            return "<li>\(state) \(link(slot.address.artifact))</li>"
        }
        return """
            <details class="why"><summary>\(complete) of \(slots.count) complete</summary>\
            <ul class="links">\(items)</ul></details>
            """
    }
}
