import TMFModel
import TMFReview
import Testing

@Suite struct SharingTests {
    private let twoSites = study(sites: [
        .init(id: "101", activated: day("2024-03-01"), people: [principal]),
        .init(id: "102", activated: day("2024-03-01"), people: [principal]),
    ])

    @Test func `one curriculum vitae serves its person at every site, where the rule lets it`() throws {
        let own = try written("cv", resume, .site, [.subject: "person:principal-investigator", .due: "03+0"])
        let anywhere = try written(
            "cv", resume, .site, [.subject: "person:principal-investigator", .due: "03+0", .shared: "anywhere"])
        let filed = [document(1, resume, "DEU/102", person: "p-1")]

        #expect(binder(filed, rules: [own], study: twoSites).slots.map(\.state) == [.missing, .complete])
        let shared = binder(filed, rules: [anywhere], study: twoSites)
        #expect(shared.slots.map(\.state) == [.complete, .complete])
        #expect(shared.slots.map(\.documents) == [[DocumentNumber(1)], [DocumentNumber(1)]])
        #expect(
            shared.slots[0].explanation.contains(
                "Filled by D-000001, approved and in force: matched by artifact and person; filed for site 102 (DEU), "
                    + "and the rule lets it serve site 101 (DEU) too."))
        let foreign = [document(1, resume, "DEU/102", person: "p-2")]
        #expect(binder(foreign, rules: [anywhere], study: twoSites).slots.map(\.state) == [.missing, .missing])
    }

    @Test func `a record above serves below, none beside it`() throws {
        let above = try written("certificate", certificate, .site, [.due: "03+0", .shared: "above"])
        func states(_ place: String) -> [ExpectedSlot.State] {
            binder([document(1, certificate, place)], rules: [above], study: twoSites).slots.map(\.state)
        }

        #expect(states("trial") == [.complete, .complete])
        #expect(states("DEU") == [.complete, .complete])
        #expect(states("DEU/101") == [.complete, .missing])
    }

    @Test func `a record of the own site comes first, and others are no surplus`() throws {
        let rule = try written(
            "cv", resume, .site,
            [.subject: "person:principal-investigator", .due: "03+0", .shared: "anywhere", .count: "1"])
        let filed = [101, 102].map { document($0, resume, "DEU/\($0)", person: "p-1") }

        let binder = binder(filed, rules: [rule], study: twoSites)
        #expect(binder.slots.map(\.documents) == [[DocumentNumber(101)], [DocumentNumber(102)]])
        #expect(binder.slots.map(\.surplus) == [0, 0])
        #expect(binder.unexpected().isEmpty)
    }

    @Test func `what lapsed elsewhere does not serve here`() throws {
        let rule = try written(
            "cv", resume, .site, [.subject: "person:principal-investigator", .due: "03+0", .shared: "anywhere"])
        let lapsed = document(1, resume, "DEU/102", person: "p-1", versions: [version(expires: "2025-01-01")])

        #expect(binder([lapsed], rules: [rule], study: twoSites).slots.map(\.state) == [.missing, .expired])
    }

    @Test func `withheld records fill the slots of their person and their organization`() throws {
        let perPerson = try written("cv", resume, .site, [.subject: "person:principal-investigator", .due: "03+0"])
        let perLab = try written("lab", certificate, .trial, [.subject: "organization:laboratory", .due: "02+0"])
        let study = study(organizations: [.init(id: "lab-1", name: "L", kind: "laboratory")])
        func withheld(_ artifact: ArtifactNumber, _ place: String, _ person: String?, _ organization: String?) -> Binder
        {
            binder(
                rules: [perPerson, perLab], study: study,
                withheld: [
                    WithheldRecord(
                        document: DocumentNumber(7), artifact: artifact, scope: scope(place), versions: 1, counts: true,
                        reason: "restricted", person: person, organization: organization)
                ])
        }

        #expect(withheld(resume, "DEU/101", "p-1", nil).slots.map(\.state) == [.withheld, .missing])
        #expect(withheld(resume, "DEU/101", "p-2", nil).slots.map(\.state) == [.missing, .missing])
        #expect(withheld(resume, "DEU/101", nil, nil).slots.map(\.state) == [.missing, .missing])
        #expect(withheld(certificate, "DEU", nil, "lab-1").slots.map(\.state) == [.missing, .withheld])
    }

    @Test func `the study's own validity judges records that say nothing themselves`() throws {
        let rule = try written("plan", plan, .trial, [.due: "02+0", .validity: "+24 months"])
        func state(_ version: Version) -> [ExpectedSlot.State] {
            binder([document(1, plan, versions: [version])], rules: [rule]).slots.map(\.state)
        }

        #expect(state(version(dated: "2024-03-30")) == [.expired])
        #expect(state(version(dated: "2024-03-31")) == [.complete])
        #expect(state(version(dated: "2024-03-30", expires: "2026-12-31")) == [.complete])
        #expect(state(version(dated: nil)) == [.complete])
    }

    @Test func `exactly, at most and between are counted, and too many are listed`() throws {
        func judged(_ count: String, _ filed: Int) throws -> (ExpectedSlot.State, surplus: Int, unexpected: Int) {
            let rule = try written("plan", plan, .trial, [.due: "02+0", .count: count])
            let binder = binder((0..<filed).map { document($0 + 1, plan) }, rules: [rule])
            return (binder.slots[0].state, binder.slots[0].surplus, binder.unexpected().count)
        }

        #expect(try judged("2", 1) == (.missing, 0, 0))
        #expect(try judged("2", 2) == (.complete, 0, 0))
        #expect(try judged("2", 3) == (.complete, 1, 1))
        #expect(try judged("1+", 9) == (.complete, 0, 0))
        #expect(try judged("..3", 3) == (.complete, 0, 0))
        #expect(try judged("..3", 5) == (.complete, 2, 1))
        #expect(try judged("2..3", 1) == (.missing, 0, 0))
    }

    @Test func `an explanation says why a record fills no place`() throws {
        let rule = try written("cv", resume, .site, [.subject: "person:principal-investigator", .due: "03+0"])
        let foreign = document(3, resume, "DEU/101", person: "p-9")

        #expect(
            binder([foreign], rules: [rule]).explain(resume).sentences.last
                == "D-000003 fills no place: Rule cv asks for one about each principal investigator, "
                + "and person p-9 is not listed as such here.")
    }

    @Test func `a waiver for one protocol version leaves the others as they are`() throws {
        let rule = try written("pages", log, .site, [.subject: "version", .due: "03+0"])
        var waived = SlotAddress(artifact: log, scope: scope("DEU/101"))
        waived.protocolVersion = "v2.0"
        let waiver = Waiver(address: waived, reason: "r", by: "b", at: Instant(startOf: today))

        #expect(
            binder([protocolDocument(1)], rules: [rule], waivers: [waiver]).slots.map(\.state)
                == [.missing, .waived, .missing])
    }

    @Test func `what no rule asks for is listed, what may be filed is not`() throws {
        let rules = [
            try written("may", plan, .trial, [.expect: "no"]),
            try written("lab", certificate, .site, [.when: "trait:local-laboratory", .due: "03+0"]),
            try written("cv", resume, .site, [.subject: "person:principal-investigator", .due: "03+0"]),
            try written("one", list, .trial, [.expect: "no", .count: "..1"]),
        ]
        let filed = [
            document(1, plan), document(2, certificate, "DEU/101"), document(3, resume, "DEU/101", person: "p-9"),
            document(4, log, "DEU/101"), document(5, list), document(6, list), document(7, resume, "DEU/101"),
            document(8, resume, "DEU/101", person: "p-1"), document(9, log, "DEU/101", isWithdrawn: true),
        ]
        let found = binder(filed, rules: rules).unexpected()

        #expect(
            found.map { "\($0.kind.rawValue) \($0.documents.map { String($0.value) }.joined(separator: "+"))" } == [
                "fits-no-slot 3", "fits-no-slot 7", "never-expected 4", "over-count 5+6", "never-expected 2",
            ])
        #expect(
            found.map { $0.explanation.first ?? "" } == [
                "Rule cv asks for one about each principal investigator, and person p-9 is not listed as such here.",
                "Rule cv asks for one about each principal investigator, and this one names nobody.",
                "No rule speaks of 05.03.01 at site level here.",
                "Rule one allows 1, and 2 are in force for the trial.",
                "Rule lab asks only where the study has the trait 'local-laboratory'.",
            ])
    }
}
