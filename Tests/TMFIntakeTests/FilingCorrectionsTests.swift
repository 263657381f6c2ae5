import TMFIntake
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@Suite struct FilingCorrectionsTests {
    private let desk: FilingDesk
    private let number: DocumentNumber

    init() throws {
        desk = try FilingDesk()
        number = try desk.file().number
    }

    private var seq: Int { get throws { try desk.store.head(of: "ABC-101")?.seq ?? 0 } }

    @Test func `facts of the document and of a version are corrected, each with what it was`() throws {
        let document = try desk.filing.amend(
            number,
            setting: [
                ("title", "Lebenslauf"), ("language", "de"), ("restricted", "yes"), ("version", "1.1"),
                ("expiry_rule", "+24 months"), ("note", "signed"),
            ])
        #expect(document.facts.title == "Lebenslauf")
        #expect(document.facts.isRestricted)
        #expect(document.versions[0].facts.label == "1.1")
        #expect(document.versions[0].expires == Day("2026-02-01"))
        let entries = try desk.store.history(of: number, in: "ABC-101").suffix(2).map(\.event)
        #expect(
            entries == [
                .documentAmended(
                    number, version: nil,
                    [
                        FactChange(field: "language", from: .null, to: "de"),
                        FactChange(field: "restricted", from: .null, to: true),
                        FactChange(field: "title", from: "CV of Dr. Beispiel", to: "Lebenslauf"),
                    ]),
                .documentAmended(
                    number, version: 1,
                    [
                        FactChange(field: "expiry_rule", from: .null, to: "+24 months"),
                        FactChange(field: "note", from: .null, to: "signed"),
                        FactChange(field: "version", from: "1.0", to: "1.1"),
                    ]),
            ])
        let unset = try desk.filing.amend(number, setting: [("restricted", "no"), ("note", "")])
        #expect(!unset.facts.isRestricted)
        #expect(unset.versions[0].facts.note == nil)
    }

    @Test func `a correction to what is there already records nothing`() throws {
        _ = try desk.filing.amend(number, setting: [("expiry_rule", "+1 month"), ("copy", "copy")])
        let before = try seq
        _ = try desk.filing.amend(
            number,
            setting: [
                ("title", "CV of Dr. Beispiel"), ("restricted", "No"), ("note", ""), ("version", "1.0"),
                ("expiry_rule", "+1 month"), ("copy", "copy"), ("status", "filed"),
            ])
        _ = try desk.filing.amend(number, setting: [])
        #expect(try seq == before)
    }

    @Test func `of two values for one fact the last counts`() throws {
        #expect(try desk.filing.amend(number, setting: [("title", "A"), ("title", "B")]).facts.title == "B")
        let last = try desk.store.history(of: number, in: "ABC-101").last?.event
        let change = FactChange(field: "title", from: "CV of Dr. Beispiel", to: "B")
        #expect(last == .documentAmended(number, version: nil, [change]))
    }

    @Test func `only the named version is corrected`() throws {
        _ = try desk.filing.revise(number, with: desk.folder.write("two", to: "v2.txt"), VersionFacts(label: "2.0"))
        let document = try desk.filing.amend(number, version: 1, setting: [("note", "first")])
        #expect(document.versions.map(\.facts.note) == ["first", nil])
        #expect(
            try desk.filing.amend(number, setting: [("note", "last")]).versions.map(\.facts.note) == ["first", "last"])
        try desk.refused("version") { _ = try desk.filing.amend(number, version: 3, setting: [("note", "x")]) }
        try desk.refused("version") { _ = try desk.filing.amend(number, version: 0, setting: [("title", "x")]) }
    }

    @Test(arguments: [
        ("colour", "blue"), ("", "x"), ("Title", "x"), ("sha256", "x"), ("path", "x"), ("bytes", "3"),
        ("artifact", "02.01.02"), ("sub_artifact", "x"), ("level", "trial"), ("country", "FRA"), ("site", "102"),
        ("person", "p-muster"), ("organization", "cro-1"), ("title", ""), ("document_date", "2024-02-30"),
        ("received_date", "01.02.2024"), ("expiry_date", "2023-01-01"), ("expiry_rule", "sometimes"),
        ("expiry_date", "later"), ("copy", "photo"), ("certified_by", "A. Muster"), ("certified_on", "2024-01-01"),
        ("restricted", "maybe"), ("status", ""), ("status", "approved"), ("status", "returned"), ("status", "gone"),
        ("source_id", "x"), ("filed_date", "x"),
    ])
    func `a correction that does not fit is refused`(field: String, value: String) throws {
        try desk.refused(field) { _ = try desk.filing.amend(number, setting: [("note", "x"), (field, value)]) }
    }

    @Test func `a certified copy is stated whole, and unset whole`() throws {
        let whole = [
            ("certified_by", "A. Muster"), ("copy", "certified-copy"), ("certified_on", "2024-03-01"),
            ("certified_method", "compared"),
        ]
        let certified = try desk.filing.amend(number, setting: whole)
        #expect(certified.versions[0].facts.copy?.certifiedOn == Day("2024-03-01"))
        #expect(try desk.filing.amend(number, setting: [("copy", "")]).versions[0].facts.copy == nil)
        let last = try desk.store.history(of: number, in: "ABC-101").last?.event
        guard case .documentAmended(_, 1, let changes) = last else {
            Issue.record("\(String(describing: last))")
            return
        }
        #expect(changes.map(\.field) == ["certified_by", "certified_method", "certified_on", "copy"])
        try desk.refused("certified_by") {
            _ = try desk.filing.amend(number, setting: Array(whole.dropFirst()))
        }
    }

    @Test func `a document moves to places that exist, with where it was`() throws {
        let before = try desk.filing.document(number).address
        let target = SlotAddress(artifact: .investigatorCV, subArtifact: "CV", scope: .site(.germany, "102"))
        let moved = try desk.filing.move(number, to: target)
        #expect(moved.address == target)
        #expect(moved.facts.person == nil)
        #expect(
            try desk.store.history(of: number, in: "ABC-101").last?.event
                == .documentMoved(number, from: before, to: target))
        let seq = try seq
        _ = try desk.filing.move(number, to: target)
        #expect(try self.seq == seq)
        try desk.refused("level") {
            _ = try desk.filing.move(number, to: SlotAddress(artifact: .trialProtocol, scope: .country(.france)))
        }
        try desk.refused("site") {
            _ = try desk.filing.move(number, to: SlotAddress(artifact: .investigatorCV, scope: .site(.france, "101")))
        }
        try desk.refused("person") {
            _ = try desk.filing.move(
                number, to: SlotAddress(artifact: .investigatorCV, scope: .site(.germany, "101"), person: "x"))
        }
    }

    @Test func `a withdrawn document is closed, and stays readable`() throws {
        try desk.refused(nil) { _ = try desk.silent.withdraw(number) }
        let document = try desk.filing.withdraw(number)
        #expect(document.withdrawal?.reason == Attribution.test.reason)
        #expect(document.current == nil)
        let other = try desk.file("other").number
        let path = try desk.folder.write("two", to: "v2.txt")
        try desk.refused(nil) { _ = try desk.filing.withdraw(number) }
        try desk.refused(nil) { _ = try desk.filing.amend(number, setting: [("title", "x")]) }
        try desk.refused(nil) {
            _ = try desk.filing.move(number, to: SlotAddress(artifact: .trialProtocol, scope: .trial))
        }
        try desk.refused(nil) { _ = try desk.filing.revise(number, with: path, VersionFacts()) }
        try desk.refused(nil) { _ = try desk.filing.review(number, outcome: .accepted) }
        for link in [(number, other), (other, number)] {
            try desk.refused(nil) {
                try desk.filing.link(DocumentLink(document: link.0, relation: .supports, target: link.1))
            }
        }
    }

    @Test func `quality control accepts and returns what waits for it`() throws {
        try desk.refused(nil) { _ = try desk.silent.review(number, outcome: .returned) }
        let returned = try desk.filing.review(number, outcome: .returned)
        #expect(returned.versions[0].facts.status == .returned)
        let accepted = try desk.silent.review(number, outcome: .accepted)
        #expect(accepted.versions[0].facts.status == .approved)
        #expect(accepted.versions[0].firstReview == .returned)
        try desk.refused(nil) { _ = try desk.filing.review(number, outcome: .accepted) }
        try desk.refused("version") { _ = try desk.filing.review(number, version: 2, outcome: .accepted) }
        #expect(try desk.filing.review(number, outcome: .returned).versions[0].facts.status == .returned)

        let draft = try desk.file("draft", FilingDesk.place, VersionFacts(status: .draft)).number
        for outcome in [QualityReview.Outcome.accepted, .returned] {
            try desk.refused(nil) { _ = try desk.filing.review(draft, outcome: outcome) }
        }
        _ = try desk.filing.amend(draft, setting: [("status", "filed")])
        #expect(try desk.filing.review(draft, outcome: .accepted).versions[0].firstReview == .accepted)
    }

    @Test(arguments: ["", " ", "\n\t"]) func `a blank reason is no reason`(reason: String) throws {
        let by = Attribution(actor: "tester", host: "desk", reason: reason)
        let filing = try Filing(store: desk.store, study: "ABC-101", model: .sample(), by: by)
        try desk.refused(nil) { _ = try filing.withdraw(number) }
    }
}
