import TMFModel
import TMFReview
import Testing

@Suite struct RuleConditionTests {
    private func sites(asked rule: ExpectationRule, _ study: Study) -> [String] {
        binder(rules: [rule], study: study).slots.compactMap(\.address.scope.site)
    }

    @Test(arguments: [
        ("status:never-opened", ["4"]), ("status:activated", ["1", "2", "3"]), ("status:open", ["1", "3"]),
        ("status:closed", ["2"]), ("status:never-opened|closed", ["2", "4"]), ("milestone:03", ["1", "2", "3"]),
        ("!milestone:03", ["4"]), ("setting:quality-control=required", []),
        ("setting:filing-days=30 & status:open", ["1", "3"]), ("!trait:blinded & status:closed", ["2"]),
    ])
    func `a condition holds where it says`(condition: String, expected: [String]) throws {
        let study = study(sites: [
            .init(id: "1", activated: day("2024-01-01")),
            .init(id: "2", activated: day("2024-01-01"), closed: day("2025-01-01")),
            // Closing lies ahead.
            .init(id: "3", activated: day("2024-01-01"), closed: day("2027-01-01")), .init(id: "4"),
        ])
        let rule = try written("log", log, .site, [.when: condition, .due: "03+0"])

        #expect(sites(asked: rule, study) == expected)
        #expect(rule.texts[.when] == condition)
    }

    @Test func `a rule speaks of some countries only`() throws {
        var study = study()
        study.countries.append(.init(code: country("FRA"), sites: [.init(id: "201")]))

        #expect(sites(asked: try written("a", log, .site, [.countries: "FRA"]), study) == ["201"])
        #expect(sites(asked: try written("a", log, .site, [.countries: "!FRA"]), study) == ["101"])
        let nowhere = binder(rules: [try written("a", log, .site, [.countries: "ITA"])], study: study)
        #expect(nowhere.slots.isEmpty)
        #expect(
            nowhere.explain(log, in: scope("DEU/101")).sentences.contains(
                "Rule a asks for nothing here: it does not speak of this country."))
    }

    @Test func `a due date counts from a day in a record, in the scope or above it`() throws {
        let submitted = document(1, insurance, "DEU", versions: [version(dated: "2025-02-01", text: "a")])
        let again = document(2, insurance, "DEU", versions: [version(dated: "2025-05-01", text: "b")])
        let rule = try written("answer", log, .site, [.due: "document_date@02.01.01+60"])

        let slot = try #require(binder([submitted, again], rules: [rule]).slots.first)
        #expect(slot.due == day("2025-04-02"))
        #expect(
            slot.explanation.contains(
                "The document date of D-000001 at 02.01.01 (country DEU) is 2025-02-01; "
                    + "due 60 days after 2025-02-01, on 2025-04-02."))
        let none = try #require(binder(rules: [rule]).slots.first)
        #expect(none.due == nil)
        #expect(none.timing == .undated)
        #expect(
            none.explanation.contains(
                "Not due: no record at 02.01.01 for site 101 (DEU) or above it has a document date."))
    }

    @Test func `a due date counts from a person's last day, or from the closing of the site`() throws {
        let site = Study.Site(
            id: "101", activated: day("2024-03-01"), closed: day("2026-03-01"),
            people: [
                .init(id: "p-1", name: "A", role: "pi", from: day("2024-01-01"), to: day("2025-12-31")),
                .init(id: "p-2", name: "B", role: "pi", from: day("2024-01-01")),
            ])
        let leaving = try written("leaving", resume, .site, [.subject: "person:pi", .due: "to+30"])
        let closing = try written("closing", log, .site, [.due: "closed-7"])

        let slots = binder(rules: [leaving, closing], study: study(sites: [site])).slots
        #expect(slots.map(\.due) == [day("2026-01-30"), nil, day("2026-02-22")])
        #expect(slots.map(\.timing) == [.overdue, .undated, .overdue])
        #expect(
            slots[1].explanation.contains("Not due: the last day in the role is not known (site 101 (DEU))."))
    }

    @Test func `a date that contradicts its milestone is told, and counts once`() throws {
        let site = Study.Site(
            id: "101", activated: day("2024-04-01"), milestones: [.init(milestone: "03", actual: day("2024-03-01"))])
        let slots = binder(rules: [rule("log", log, .site)], study: study(sites: [site])).slots

        #expect(slots.map(\.due) == [day("2024-03-01")])
        #expect(
            slots[0].explanation.contains(
                "Milestone 03 Site Live was reached on 2024-03-01 (site 101 (DEU)), although it is said to have been "
                    + "activated on 2024-04-01; due on the same day, 2024-03-01."))
    }

    @Test func `a country without sites, and a site closed before it opened, are judged without harm`() throws {
        let odd = Study.Site(id: "9", activated: day("2025-01-01"), closed: day("2024-01-01"))
        let study = Study(
            id: "S", countries: [.init(code: country("FRA")), .init(code: country("DEU"), sites: [odd])])
        let rules = [
            try written("a", insurance, .country, [.due: "02+0"]),
            try written("b", log, .site, [.subject: "version", .due: "03+0"]),
        ]
        let binder = binder([protocolDocument(1)], rules: rules, study: study)

        #expect(binder.slots.map(\.address.scope.description) == ["DEU", "FRA", "DEU/9"])
        #expect(binder.slots.prefix(2).allSatisfy { $0.due == nil })
        #expect(binder.tally(country: study.countries[0]).expected == 1)
    }
}
