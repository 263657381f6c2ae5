import TMFModel
import TMFReview
import Testing

@Suite struct RetentionTests {
    private let germany = CountryCode("DEU")
    private let rules: [RetentionRule]

    init() throws {
        let code = try #require(CountryCode("DEU"))
        rules = [
            RetentionRule(id: "eu", countries: [code], triggers: ["end-of-trial"], years: 25, source: "Article 58(1)"),
            RetentionRule(
                id: "any", party: .sponsor, triggers: ["approval", "discontinuation"], years: 2, source: "4.9.5"),
        ]
    }

    private func study() throws -> Study {
        Study(
            id: "S-1",
            countries: [.init(code: try #require(germany)), .init(code: try #require(CountryCode("USA")))])
    }

    private func part(
        _ report: RetentionReport, _ country: String?, _ part: RecordSelection.Part
    ) throws -> RetentionReport.Part {
        try #require(report.parts.first { $0.country?.description == country && $0.part == part })
    }

    @Test func `the longest rule wins, and the whole is kept as long as any country asks for`() throws {
        let events = ["end-of-trial=2026-02-28", "approval=2060-01-31"].compactMap { RetentionEvent($0) }
        let report = RetentionReport(study: try study(), rules: rules, events: events)

        #expect(try part(report, "DEU", .investigator).keepUntil == Day("2051-02-28"))
        #expect(try part(report, "DEU", .sponsor).keepUntil == Day("2062-01-31"))
        #expect(try part(report, nil, .sponsor).keepUntil == Day("2062-01-31"))
        #expect(try part(report, "USA", .investigator).lines == [])
        #expect(try part(report, "USA", .investigator).conclusion == "No rule of the table speaks of it.")
    }

    @Test func `the end is open while an event is unknown`() throws {
        let events = [try #require(RetentionEvent("end-of-trial=2026-02-28"))]
        let report = RetentionReport(study: try study(), rules: rules, events: events)
        let sponsor = try part(report, "DEU", .sponsor)

        #expect(sponsor.keepUntil == nil && sponsor.atLeastUntil == Day("2051-02-28"))
        #expect(sponsor.conclusion == "Open, and at least through 2051-02-28.")
        #expect(
            sponsor.lines.map(\.sentence) == [
                "any: open, as nobody has stated approval or discontinuation (4.9.5).",
                "eu: end-of-trial on 2026-02-28, and 25 years: 2051-02-28 (Article 58(1)).",
            ])
        #expect(try part(report, nil, .sponsor).keepUntil == nil)
    }

    @Test func `what is stated for a country goes before what is stated for all, and the latest event counts`() throws {
        let events = [
            "end-of-trial=2026-02-28", "end-of-trial@DEU=2024-02-29", "approval=2020-01-01",
            "discontinuation=2021-01-01",
        ].compactMap { RetentionEvent($0) }
        let report = RetentionReport(study: try study(), rules: rules, events: events)

        #expect(try part(report, "DEU", .sponsor).lines.map(\.end) == [Day("2049-02-28"), Day("2023-01-01")])
    }

    @Test func `holds stand beside the periods of the parts they reach`() throws {
        let deu = try #require(CountryCode("DEU"))
        func hold(_ number: Int, _ scope: Scope, lifted: Bool = false) -> RetentionHold {
            let at = Instant(milliseconds: 0)
            return RetentionHold(
                statement: HoldStatement(number: HoldNumber(number), kind: .legal, scope: scope), by: "a", at: at,
                reason: "r", lifting: lifted ? .init(by: "b", at: at, reason: "r") : nil)
        }
        let ledger = RetentionLedger(holds: [
            hold(1, .site(deu, "101")), hold(2, .trial, lifted: true), hold(3, .country(deu)),
        ])
        let report = RetentionReport(study: try study(), rules: rules, ledger: ledger)

        #expect(try part(report, "DEU", .investigator).conclusion == "Open. Held by H-0001, H-0003.")
        #expect(try part(report, nil, .sponsor).holds.map(\.number.value) == [1, 3])
        #expect(try part(report, "USA", .sponsor).holds == [])
    }

    @Test func `a clause that was not looked up is marked so`() throws {
        let rule = RetentionRule(
            id: "x", triggers: ["a"], years: 1, source: "Clause 1", confirmation: .unconfirmed)
        let report = RetentionReport(study: try study(), rules: [rule])
        #expect(report.parts[0].lines[0].sentence == "x: open, as nobody has stated a (Clause 1; not confirmed).")
    }

    @Test(arguments: [
        "", "end-of-trial", "=2026-01-01", "a=b", "a@=2026-01-01", "a@Germany=2026-01-01", "a=2026-02-30",
    ])
    func `what is no event is none`(text: String) { #expect(RetentionEvent(text) == nil) }

    @Test func `an original may be destroyed only when its copy is certified, by whom, when and how`() throws {
        func document(_ number: Int, _ copy: CopyStatement?, _ status: VersionStatus = .approved) -> Document {
            let content = Content(digest: .zero, bytes: 1, mediaType: "application/pdf")
            return Document(
                number: DocumentNumber(number), facts: DocumentFacts(artifact: cv, scope: .trial, title: "T\(number)"),
                versions: [
                    Version(
                        ordinal: 1, facts: VersionFacts(copy: copy, status: status, content: content),
                        filedAt: Instant(milliseconds: 0), filedBy: "a")
                ])
        }
        let whole = CopyStatement(
            kind: .certifiedCopy, certifiedBy: "B", certifiedOn: Day("2026-01-01"), certifiedMethod: "page by page")
        var nobody = whole
        nobody.certifiedBy = " "
        let register = CopyRegister(
            StudySnapshot(
                study: Study(id: "S"),
                documents: [
                    document(1, whole), document(2, nobody), document(3, CopyStatement(kind: .copy)),
                    document(4, CopyStatement(kind: .original)), document(5, nil), document(6, whole, .filed),
                ]))

        #expect(register.entries.map(\.document.number.value) == [1, 2, 3, 6])
        #expect(register.entries.map(\.mayDestroyOriginal) == [true, false, false, false])
        #expect(register.entries[1].missing == ["who certified it is not said"])
        #expect(register.entries[3].missing == ["it is not approved"])
        #expect(!register.isComplete)
    }
}
