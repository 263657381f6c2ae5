import TMFModel
import TMFTestSupport
import Testing

@Suite struct RuleBookTests {
    private let model: ReferenceModel
    private let stock: [ExpectationRule]

    init() throws {
        model = try ReferenceModel.sample()
        stock = [
            ExpectationRule(
                id: "E-protocol", artifact: .trialProtocol, level: .trial, due: .init(milestone: "02", days: 0),
                rationale: "because"),
            ExpectationRule(
                id: "E-approval", artifact: .ethicsApproval, level: .country, due: .init(milestone: "03", days: 0)),
            ExpectationRule(
                id: "E-cv", artifact: .investigatorCV, level: .site, expectation: .when,
                conditions: [.trait("blinded")], subject: .person(roles: ["principal-investigator"]),
                due: .init(milestone: "03", days: 0), severity: .warning, rationale: "One each"),
        ]
    }

    private func rules(_ entries: Study.Rule...) throws -> [ExpectationRule] {
        var study = Study.sample
        study.rules = entries
        return try RuleBook(stock: stock, study: study, model: model).rules
    }

    private func problems(_ entries: Study.Rule...) -> [String] {
        var study = Study.sample
        study.rules = entries
        return RuleBook.problems(stock: stock, study: study, model: model).map { "\($0.rule) \($0.error.field)" }
    }

    @Test func `a study that says nothing has the stock rules`() throws {
        #expect(try rules() == stock)
    }

    @Test func `a rule is switched off, and says why`() throws {
        let off = try rules(Study.Rule(id: "E-protocol", isOff: true, reason: "No protocol"))[0]

        #expect(off.expectation == .no)
        #expect(off.origin == .override)
        #expect(off.reason == "No protocol")
        #expect(off.rationale == "because")
        #expect(off.due == stock[0].due)
    }

    @Test func `a change keeps what it does not name`() throws {
        let changed = try rules(
            Study.Rule(id: "E-cv", texts: [.due: "03+30", .count: "2"], reason: "Later here"))[2]

        #expect(changed.due == .init(milestone: "03", days: 30))
        #expect(changed.atLeast == 2)
        #expect(changed.atMost == 2)
        #expect(changed.conditions == [.trait("blinded")])
        #expect(changed.severity == .warning)
        #expect(changed.rationale == "One each")
        let always = try rules(Study.Rule(id: "E-cv", texts: [.expect: "always"], reason: "r"))[2]
        #expect(always.conditions.isEmpty)
        let undated = try rules(Study.Rule(id: "E-cv", texts: [.due: ""], reason: "r"))[2]
        #expect(undated.due == nil)
        let conditional = try rules(Study.Rule(id: "E-protocol", texts: [.when: "trait:device"], reason: "r"))[0]
        #expect(conditional.expectation == .when)
    }

    @Test func `a country has a rule of its own, and the others keep theirs`() throws {
        let rules = try rules(
            Study.Rule(id: "E-approval", countries: [.france], texts: [.due: "03+10"], reason: "French law"),
            Study.Rule(id: "E-approval", texts: [.severity: "notice"], reason: "Everywhere"))

        #expect(rules.map(\.id) == ["E-protocol", "E-approval", "E-approval@FRA", "E-cv"])
        #expect(rules[1].countries == .except([.france]))
        #expect(rules[2].countries == .only([.france]))
        #expect(rules[2].due?.days == 10)
        // What holds everywhere holds in a country's variant, too.
        #expect(rules[2].severity == .notice)
        #expect(rules.count { $0.countries.contains(.country(.france)) && $0.id.hasPrefix("E-approval") } == 1)
        #expect(rules.count { $0.countries.contains(.country(.germany)) && $0.id.hasPrefix("E-approval") } == 1)
    }

    @Test func `a study adds rules of its own`() throws {
        let added = try rules(
            Study.Rule(
                id: "S-1", countries: [.germany],
                texts: [.artifact: "04.01.02", .level: "site", .subject: "version & language", .shared: "above"],
                reason: "Local approvals")
        )[3]

        #expect(added.origin == .study)
        #expect(added.rationale == "Local approvals")
        #expect(added.repetitions == [.version, .language])
        #expect(added.sharing == .above)
        #expect(added.countries == .only([.germany]))
        #expect(added.due == nil)
    }

    @Test func `what cannot be meant is refused, field by field`() {
        #expect(problems(Study.Rule(id: "E-protocl", texts: [.due: "03+0"], reason: "r")) == ["E-protocl artifact"])
        #expect(problems(Study.Rule(id: "E-protocl", isOff: true, reason: "r")) == ["E-protocl rule"])
        #expect(problems(Study.Rule(id: "E-cv", reason: "r")) == ["E-cv rule"])
        #expect(problems(Study.Rule(id: "E-cv", isOff: true, texts: [.due: "03+0"], reason: "r")) == ["E-cv off"])
        #expect(problems(Study.Rule(id: "E-cv", texts: [.level: "country"], reason: "r")) == ["E-cv level"])
        #expect(problems(Study.Rule(id: "E-cv", texts: [.artifact: "04.01.02"], reason: "r")) == ["E-cv artifact"])
        #expect(problems(Study.Rule(id: "E-cv", texts: [.due: "99+0"], reason: "r")) == ["E-cv due"])
        #expect(problems(Study.Rule(id: "E-cv", texts: [.when: "setting:x=y"], reason: "r")) == ["E-cv when"])
        #expect(problems(Study.Rule(id: "E-cv", texts: [.when: "status:asleep"], reason: "r")) == ["E-cv when"])
        #expect(
            problems(Study.Rule(id: "E-approval", texts: [.shared: "anywhere"], reason: "r")) == ["E-approval shared"])
        #expect(problems(Study.Rule(id: "E-approval", texts: [.due: "to+0"], reason: "r")) == ["E-approval due"])
        #expect(
            problems(Study.Rule(id: "E-protocol", countries: [.france], texts: [.due: "02+1"], reason: "r"))
                == ["E-protocol@FRA countries"])
        #expect(
            problems(
                Study.Rule(id: "E-cv", countries: [.france, .germany], isOffIn: true),
                Study.Rule(id: "E-cv", countries: [.france], isOffIn: true)) == ["E-cv@FRA countries"])
    }

    @Test func `a country that is not the study's is refused`() throws {
        let italy = try #require(CountryCode("ITA"))
        #expect(problems(Study.Rule(id: "E-cv", countries: [italy], isOffIn: true)) == ["E-cv@ITA countries"])
        var study = Study.sample
        study.rules = [Study.Rule(id: "E-cv", countries: [italy], isOffIn: true)]
        #expect(throws: InputProblems.self) { try RuleBook(stock: stock, study: study, model: model) }
    }

    @Test func `entries and languages go through the journal and come back`() throws {
        var study = Study.sample
        study.rules = [
            Study.Rule(id: "E-protocol", isOff: true, reason: "None"),
            Study.Rule(id: "E-cv", countries: [.france], texts: [.due: "", .count: "..2"], reason: "Local"),
        ]
        study.countries[0].languages = ["de", "tr"]

        #expect(try Study(entities: study.entities) == study)
        let changes = study.changes(since: .sample)
        #expect(
            changes.map { "\($0.entity.rawValue) \($0.key)" } == ["rule E-protocol", "rule E-cv@FRA", "country DEU"])
        #expect(
            changes[1].to.line
                == #"{"due":"","count":"..2","rule":"E-cv","countries":["FRA"],"reason":"Local"}"#)
        #expect(Study.sample.changes(since: study).map(\.to).filter { $0 == .null }.count == 2)
    }

    @Test func `a study without languages and rules is journalled as it always was`() {
        let country = Study.sample.entities.first { $0.kind == .country }

        #expect(country?.value.line == #"{"activated":"2024-02-01","closed":null}"#)
        #expect(!Study.sample.entities.contains { $0.kind == .rule })
    }

    @Test(arguments: [
        "03+0", "09-30", "document_date+1", "received_date@04.01.02-5", "expiry_date-30", "activated+0", "closed+30",
        "from-1", "to+7",
    ])
    func `a due date reads back as it was written`(text: String) throws {
        #expect(try #require(ExpectationRule.Due(text)).description == text)
    }

    @Test(arguments: [
        "", "03", "3+0", "03+", "03*1", "003+1", "document_date", "document_date@x+1", "03+99999", "born+1",
    ])
    func `a due date that is none is refused`(text: String) {
        #expect(ExpectationRule.Due(text) == nil)
    }

    @Test func `an address with version, language and renewal reads back, and without them is as it always was`() throws
    {
        var address = SlotAddress(artifact: .ethicsApproval, scope: .country(.germany))
        #expect(address.json.line == #"{"artifact":"04.01.02","level":"country","country":"DEU"}"#)
        address.protocolVersion = "2.0"
        address.language = "de"
        address.renews = Day("2026-01-31")
        #expect(try SlotAddress(json: address.json) == address)
    }
}

extension Study.Rule {
    fileprivate init(id: String, countries: [CountryCode], isOffIn: Bool) {
        self.init(id: id, isOff: isOffIn, countries: countries, reason: "r")
    }
}
