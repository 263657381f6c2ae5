import TMFModel
import TMFReview
import Testing

@Suite struct SlotTests {
    private let perInvestigator = rule(
        "cv", resume, .site, subject: .person(roles: ["principal-investigator", "sub-investigator"]))

    @Test func `an approved document at the place fills the slot`() {
        let slots = binder([document(1, plan)], rules: [rule("plan", plan, .trial, due: "02", days: 10)]).slots

        #expect(slots.map(\.state) == [.complete])
        #expect(slots.map(\.due) == [day("2024-01-30")])
        #expect(slots.map(\.documents) == [[DocumentNumber(1)]])
    }

    @Test(arguments: [VersionStatus.draft, .filed, .returned])
    func `what is not approved does not fill it`(status: VersionStatus) {
        let filed = document(1, plan, versions: [version(status: status)])

        #expect(binder([filed], rules: [rule("plan", plan, .trial, due: "02")]).slots.map(\.state) == [.unapproved])
    }

    @Test func `an expired version, a signpost, a waiver and nothing at all are told apart`() {
        let rules = [rule("plan", plan, .trial, due: "02")]
        let expired = document(1, plan, versions: [version(expires: "2026-03-30")])
        let lastDay = document(1, plan, versions: [version(expires: "2026-03-31")])
        let signpost = document(1, plan, versions: [version(status: .filed, url: "https://example.org/plan")])

        #expect(binder([expired], rules: rules).slots.map(\.state) == [.expired])
        #expect(binder([lastDay], rules: rules).slots.map(\.state) == [.complete])
        #expect(binder([signpost], rules: rules).slots.map(\.state) == [.signposted])
        #expect(binder([expired], rules: rules, waivers: [waiver(plan, "trial")]).slots.map(\.state) == [.waived])
        #expect(binder(rules: rules).slots.map(\.state) == [.missing])
        #expect(binder([document(1, plan, isWithdrawn: true)], rules: rules).slots.map(\.state) == [.missing])
    }

    @Test func `a person's slot is filled by that person's document only`() {
        let other = document(1, resume, "DEU/101", person: "p-2")
        let own = document(2, resume, "DEU/101", person: "p-1")

        #expect(binder([other], rules: [perInvestigator]).slots.map(\.state) == [.missing])
        #expect(binder([other, own], rules: [perInvestigator]).slots.map(\.documents) == [[DocumentNumber(2)]])
    }

    @Test func `a person twice in a role has one slot, due from the first day in it`() {
        let site = Study.Site(
            id: "101", milestones: [.init(milestone: "03", actual: day("2024-03-01"))],
            people: [
                .init(id: "p-1", name: "A", role: "sub-investigator", from: day("2025-02-01")),
                .init(id: "p-1", name: "A", role: "principal-investigator", from: day("2025-01-01")),
            ])
        let slots = binder(rules: [perInvestigator], study: study(sites: [site])).slots

        #expect(slots.map(\.address.person) == ["p-1"])
        #expect(slots.map(\.due) == [day("2025-01-01")])
        #expect(slots[0].explanation.contains { $0.contains("A (p-1) took the role on 2025-01-01") })
    }

    @Test func `more documents than one person needs are counted as surplus`() {
        let two = [1, 2].map { document($0, resume, "DEU/101", person: "p-1") }

        #expect(binder(two, rules: [perInvestigator]).slots.map(\.surplus) == [1])
        #expect(binder(two, rules: [rule("cv", resume, .site)]).slots.map(\.surplus) == [0])
    }

    @Test func `at least two means two`() {
        let rules = [rule("plan", plan, .trial, due: "02", atLeast: 2)]

        let one = binder([document(1, plan)], rules: rules)
        #expect(one.slots.map(\.state) == [.missing])
        #expect(one.slots[0].explanation.contains("1 of 2 documents are in force: D-000001."))
        #expect(binder([document(1, plan), document(2, plan)], rules: rules).slots.map(\.state) == [.complete])
    }

    @Test func `a sub-artifact is filled by its own documents, whatever their case`() {
        let rules = [rule("plan", plan, .trial, subArtifact: "Index", due: "02")]

        #expect(binder([document(1, plan)], rules: rules).slots.map(\.state) == [.missing])
        #expect(binder([document(1, plan, subArtifact: "index")], rules: rules).slots.map(\.state) == [.complete])
    }

    @Test func `a laboratory's certificate counts wherever in the trial it was filed`() {
        let labs = study(organizations: [
            .init(id: "lab-1", name: "L1", kind: "laboratory"), .init(id: "cro-1", name: "C1", kind: "cro"),
        ])
        let rules = [rule("lab", certificate, .trial, subject: .organization(kinds: ["laboratory"]), due: "02")]

        let elsewhere = document(1, certificate, "DEU", organization: "lab-1")
        #expect(binder([elsewhere], rules: rules, study: labs).slots.map(\.state) == [.complete])
        let other = document(1, certificate, organization: "cro-1")
        #expect(binder([other], rules: rules, study: labs).slots.map(\.state) == [.missing])
        #expect(binder(rules: rules, study: labs).slots.map(\.address.organization) == ["lab-1"])
    }

    @Test func `a withheld record that counts fills what is asked for once`() {
        func withheld(counts: Bool) -> [WithheldRecord] {
            [
                WithheldRecord(
                    document: DocumentNumber(7), artifact: list, scope: .trial, versions: 1, counts: counts,
                    reason: "restricted")
            ]
        }
        let rules = [rule("list", list, .trial, due: "02")]

        let filled = binder(rules: rules, withheld: withheld(counts: true))
        #expect(filled.slots.map(\.state) == [.withheld])
        #expect(filled.slots[0].explanation.last == "Filled by D-000007, which this view withholds.")
        #expect(binder(rules: rules, withheld: withheld(counts: false)).slots.map(\.state) == [.missing])
    }

    @Test func `a waiver for everyone waives each person, a waiver for one only that one`() {
        let site = Study.Site(
            id: "101", milestones: [.init(milestone: "03", actual: day("2024-03-01"))],
            people: [principal, .init(id: "p-2", name: "B", role: "sub-investigator")])
        let study = study(sites: [site])

        let all = binder(rules: [perInvestigator], study: study, waivers: [waiver(resume, "DEU/101")])
        #expect(all.slots.map(\.state) == [.waived, .waived])
        let one = binder(rules: [perInvestigator], study: study, waivers: [waiver(resume, "DEU/101", person: "p-2")])
        #expect(one.slots.map(\.state) == [.missing, .waived])
    }

    @Test func `conditions decide where a rule asks for a record`() {
        let live = rule("live", log, .site, expectation: .when, conditions: [.milestone("03")])
        let blinded = rule("blinded", log, .site, expectation: .when, conditions: [.trait("blinded")])
        let open = rule("open", log, .site, expectation: .when, conditions: [.noTrait("blinded"), .milestone("02")])
        let never = rule("never", log, .site, expectation: .no)
        func expected(_ study: Study, asOf: Day = today) -> [String] {
            binder(rules: [live, blinded, open, never], study: study, asOf: asOf).slots.map(\.rule.id)
        }

        #expect(expected(study()) == ["live", "open"])
        #expect(expected(study(traits: ["blinded"])) == ["live", "blinded"])
        #expect(expected(study(), asOf: day("2024-02-29")) == ["open"])
    }

    @Test func `slots come in the order of artifact and scope`() {
        let study = Study(
            id: "S",
            countries: [
                .init(code: country("FRA"), sites: [.init(id: "2"), .init(id: "1")]), .init(code: country("DEU")),
            ])
        let rules = [
            rule("site", certificate, .site), rule("country", certificate, .country), rule("plan", plan, .trial),
        ]
        let order = binder(rules: rules, study: study).slots.map { "\($0.address.artifact) \($0.address.scope)" }

        #expect(
            order == [
                "01.01.01 trial", "08.01.01 DEU", "08.01.01 FRA", "08.01.01 FRA/1", "08.01.01 FRA/2",
            ])
    }
}
