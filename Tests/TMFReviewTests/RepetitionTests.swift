import TMFModel
import TMFReview
import Testing

@Suite struct RepetitionTests {
    private func places(_ binder: Binder) -> [String] {
        binder.slots.map { slot in
            [
                slot.address.protocolVersion ?? slot.address.language ?? "-", slot.state.rawValue,
                slot.due?.description ?? "-",
            ]
            .joined(separator: " ")
        }
    }

    @Test func `each protocol version asks a site for its own record, from the day it dates from`() throws {
        let pages = try written("pages", log, .site, [.subject: "version", .due: "03+10"])
        let signed = document(2, log, "DEU/101", versions: [version(label: "V 2.0", text: "b")])

        let binder = binder([protocolDocument(1), signed], rules: [pages])

        #expect(places(binder) == ["1.0 missing 2024-03-11", "v2.0 complete 2025-01-11", "3 missing 2026-01-11"])
        #expect(
            binder.slots[1].explanation.contains(
                "Filled by D-000002, approved and in force: matched by artifact, site and protocol version."))
        #expect(binder.slots[1].explanation.contains { $0.contains("protocol version v2.0 dates from 2025-01-01") })
    }

    @Test func `a version that another replaced before the site opened, or that came after it closed, asks nothing`()
        throws
    {
        let late = Study.Site(id: "101", activated: day("2025-06-01"), closed: day("2025-12-31"))
        let pages = try written("pages", log, .site, [.subject: "version", .due: "03+0"])

        let slots = binder([protocolDocument(1)], rules: [pages], study: study(sites: [late])).slots
        #expect(slots.map(\.address.protocolVersion) == ["v2.0"])
        let never = binder([protocolDocument(1)], rules: [pages], study: study(sites: [.init(id: "101")])).slots
        #expect(never.map(\.address.protocolVersion) == ["3"])
        #expect(never.map(\.due) == [nil])
    }

    @Test func `a record names its protocol versions in a column of its own, or by its label`() throws {
        let pages = try written("pages", log, .site, [.subject: "version", .due: "03+0"])
        var facts = version(label: "letter", text: "x").facts
        facts.metadata = [JSON.Member("protocol_version", "1; 3.0")]
        let approval = Version(ordinal: 1, facts: facts, filedAt: Instant(startOf: today), filedBy: "someone")

        let binder = binder(
            [protocolDocument(1), document(2, log, "DEU/101", versions: [approval])], rules: [pages])

        #expect(binder.slots.map(\.state) == [.complete, .missing, .complete])
    }

    @Test func `superseded pages still stand for the protocol version they were signed for`() throws {
        let pages = try written("pages", log, .site, [.subject: "version", .due: "03+0"])
        let both = document(
            2, log, "DEU/101", versions: [version(label: "1.0", text: "a"), version(2, label: "2.0", text: "b")])

        #expect(
            binder([protocolDocument(1), both], rules: [pages]).slots.map(\.state) == [.complete, .complete, .missing])
    }

    @Test func `drafts, translations, reviews and withdrawn protocols name no version`() throws {
        let pages = try written("pages", log, .site, [.subject: "version", .due: "03+0"])
        let others = [
            document(1, protocolArtifact, versions: [version(status: .draft, label: "1.0", text: "a")]),
            document(2, protocolArtifact, translationOf: "D-000001", versions: [version(label: "2.0", text: "b")]),
            document(
                3, protocolArtifact, subArtifact: "Protocol Review and Approval",
                versions: [version(label: "3.0", text: "c")]),
            document(4, protocolArtifact, isWithdrawn: true, versions: [version(label: "4.0", text: "d")]),
        ]

        let slots = binder(others, rules: [pages]).slots
        #expect(slots.map(\.address.protocolVersion) == [nil])
        #expect(
            slots[0].explanation.contains(
                "It would ask for each protocol version, but none is filed at 02.01.02: it asks once."))
    }

    @Test func `each language of the country asks for its own record`() throws {
        let consent = try written("consent", insurance, .country, [.subject: "language", .due: "02+0"])
        var study = study()
        study.countries[0].languages = ["de", "tr"]

        let binder = binder([document(1, insurance, "DEU", language: "tr")], rules: [consent], study: study)

        #expect(places(binder) == ["de missing 2024-01-20", "tr complete 2024-01-20"])
        study.countries[0].languages = []
        let once = self.binderOf([document(1, insurance, "DEU", language: "fr")], consent, study)
        #expect(places(once) == ["- complete 2024-01-20"])
        #expect(
            once.slots[0].explanation.contains(
                "It would ask for each language of the country, but the study file lists none: it asks once."))
    }

    private func binderOf(_ documents: [Document], _ rule: ExpectationRule, _ study: Study) -> Binder {
        Binder(
            snapshot: StudySnapshot(study: study, documents: documents), model: smallModel, rules: [rule], asOf: today)
    }

    @Test func `each person signs each protocol version`() throws {
        let rule = try written(
            "pages", log, .site, [.subject: "person:principal-investigator & version", .due: "03+0"])
        let own = document(2, log, "DEU/101", person: "p-1", versions: [version(label: "3.0", text: "x")])
        let foreign = document(3, log, "DEU/101", person: "p-9", versions: [version(label: "1.0", text: "y")])

        let binder = binder([protocolDocument(1), own, foreign], rules: [rule])

        #expect(binder.slots.map(\.state) == [.missing, .missing, .complete])
        #expect(binder.unexpected().map(\.kind) == [.neverExpected, .fitsNoSlot])
        #expect(binder.unexpected().map(\.documents) == [[DocumentNumber(1)], [DocumentNumber(3)]])
    }

    @Test func `what lapses asks for the next, and the chain ends with what is in force`() throws {
        let rule = try written("insurance", insurance, .country, [.subject: "renewal", .due: "02+0"])
        func held(_ expiries: String?...) -> [Document] {
            expiries.enumerated().map { place, expires in
                document(place + 1, insurance, "DEU", versions: [version(expires: expires, text: "\(place)")])
            }
        }
        func chain(_ documents: [Document]) -> [String] {
            binder(documents, rules: [rule]).slots.map {
                "\($0.address.renews?.description ?? "first") \($0.state.rawValue) \($0.due?.description ?? "-")"
            }
        }

        #expect(chain([]) == ["first missing 2024-01-20"])
        #expect(
            chain(held("2024-12-31", "2025-12-31")) == [
                "first complete 2024-01-20", "2024-12-31 complete 2024-12-31", "2025-12-31 expired 2025-12-31",
            ])
        #expect(
            chain(held("2024-12-31", "2026-12-31")) == [
                "first complete 2024-01-20", "2024-12-31 complete 2024-12-31", "2026-12-31 missing 2026-12-31",
            ])
        #expect(
            chain(held("2024-12-31", nil)) == ["first complete 2024-01-20", "2024-12-31 complete 2024-12-31"])
    }

    @Test func `a renewal may be due before the record lapses`() throws {
        let rule = try written("insurance", insurance, .country, [.subject: "renewal", .due: "expiry_date-30"])
        let slots = binder(
            [document(1, insurance, "DEU", versions: [version(expires: "2026-04-15", text: "a")])], rules: [rule]
        ).slots

        #expect(slots.map(\.due) == [day("2026-03-16"), day("2026-03-16")])
        #expect(slots.map(\.timing) == [.due, .overdue])
        #expect(
            slots[1].explanation.contains(
                "The record before it is in force until 2026-04-15; due 30 days before 2026-04-15, on 2026-03-16."))
    }
}
