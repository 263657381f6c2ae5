import TMFModel
import TMFTestSupport
import Testing

@Suite struct StudyEntitiesTests {
    @Test func `a study is made again from its entities`() throws {
        let study = Study.sample
        #expect(try Study(entities: study.entities) == study)
        #expect(try Study(entities: Study(id: "X").entities) == Study(id: "X"))
    }

    @Test func `entities may come in any order`() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<50 {
            let study = try Study(entities: Study.sample.entities.shuffled(using: &generator))
            #expect(Set(study.entities) == Set(Study.sample.entities))
        }
    }

    @Test func `no two entities share kind and key`() {
        let entities = Study.sample.entities
        #expect(Set(entities.map { "\($0.kind) \($0.key)" }).count == entities.count)
    }

    @Test func `a new study changes from nothing, and the same study not at all`() {
        let changes = Study.sample.changes(since: nil)
        #expect(changes.count == Study.sample.entities.count)
        #expect(changes.allSatisfy { $0.from == .null && $0.to != .null })
        #expect(Study.sample.changes(since: .sample).isEmpty)
    }

    private static let edits: [(String, @Sendable (inout Study) -> Void)] = [
        ("study study", { $0.title = "Another" }),
        ("setting filing-days", { $0.settings.filingDays = 10 }),
        ("setting expiry-window-days", { $0.settings.expiryWindowDays = 1 }),
        ("setting quality-control", { $0.settings.isQualityControlRequired = false }),
        ("setting target-quality", { $0.settings.targets.quality = 95 }),
        ("setting target-margin", { $0.settings.targets.margin = 3 }),
        ("setting title all", { $0.settings.titles.all = try? NameTemplate("{artifact}") }),
        ("organization cro-1", { $0.organizations[0].responsible = [Responsibility("05 in DEU")].compactMap { $0 } }),
        ("trait open-label", { $0.traits.append("open-label") }),
        ("trait blinded", { $0.traits = [] }),
        ("organization cro-1", { $0.organizations[0].name = "Other CRO" }),
        ("organization lab-1", { $0.organizations.removeLast() }),
        ("milestone trial/02", { $0.milestones[0].actual = nil }),
        ("milestone DEU/02", { $0.countries[0].milestones = [] }),
        ("milestone DEU/101/03", { $0.countries[0].sites[0].milestones[0].planned = Day("2024-01-01") }),
        ("country FRA", { $0.countries[1].closed = Day("2025-01-01") }),
        ("site DEU/102", { $0.countries[0].sites[1].name = "Klinik" }),
        ("site DEU/103", { $0.countries[0].sites.append(Study.Site(id: "103")) }),
        ("site DEU/102", { $0.countries[0].sites.removeLast() }),
        ("person trial/p-monitor/medical-monitor", { $0.people = [] }),
        ("person DEU/p-manager/country-manager", { $0.countries[0].people[0].to = Day("2025-01-01") }),
        (
            "person DEU/101/p-muster/sub-investigator", { $0.countries[0].sites[0].people[1].name = "Dr. M. Muster" }
        ),
    ]

    @Test(arguments: edits.indices) func `each kind of change is told by its entity`(index: Int) throws {
        let (expected, edit) = StudyEntitiesTests.edits[index]
        var study = Study.sample
        edit(&study)

        let changes = study.changes(since: .sample)

        #expect(changes.map { "\($0.entity) \($0.key)" } == [expected])
        let change = try #require(changes.first)
        let back = Study.sample.changes(since: study)
        #expect(back.map(\.from) == [change.to])
        #expect(back.map(\.to) == [change.from])
    }

    @Test func `a country that goes takes its entities with it, after all else`() {
        var study = Study.sample
        study.countries.removeFirst()
        study.title = "Another"
        let changes = study.changes(since: .sample)
        #expect(changes.first?.entity == .study)
        #expect(changes.dropFirst().allSatisfy { $0.to == .null && $0.key.hasPrefix("DEU") })
        #expect(changes.count == 1 + Study.sample.entities.count { $0.key.hasPrefix("DEU") })
    }

    @Test(arguments: [
        [StudyEntity(kind: .trait, key: "blinded", value: true)],
        [head, StudyEntity(kind: .country, key: "XXX", value: .object([]))],
        [head, StudyEntity(kind: .site, key: "DEU/101", value: .full([("name", "x")]))],
        [head, StudyEntity(kind: .setting, key: "colour", value: "blue")],
        [head, StudyEntity(kind: .setting, key: "filing-days", value: "many")],
        [head, StudyEntity(kind: .milestone, key: "DEU/101/03", value: .object([]))],
        [head, StudyEntity(kind: .milestone, key: "", value: .object([]))],
        [head, StudyEntity(kind: .person, key: "x", value: .full([("id", "p"), ("name", "n"), ("role", "r")]))],
        [head, StudyEntity(kind: .person, key: "trial/p/r", value: .object([]))],
        [head, StudyEntity(kind: .milestone, key: "trial/02", value: .full([("planned", "soon")]))],
    ])
    func `entities that make no study are refused`(entities: [StudyEntity]) {
        #expect(throws: FactError.self) { try Study(entities: entities) }
    }

    private static let head = StudyEntity(
        kind: .study, key: "study",
        value: .full([("study", "X"), ("title", ""), ("sponsor", ""), ("model", "3.3.1")]))

    @Test func `scopes, people and milestones are found where they are listed`() {
        let study = Study.sample
        #expect(study.scope(ofSite: "201") == .site(.france, "201"))
        #expect(study.scope(ofSite: "999") == nil)
        #expect(!study.contains(.site(.france, "101")))
        #expect(study.scopes(at: .site).count == 3)
        #expect(study.everyone.map(\.person.id) == ["p-monitor", "p-manager", "p-beispiel", "p-muster"])
        #expect(study.milestone("03", in: .site(.germany, "101"))?.actual == Day("2024-03-01"))
        #expect(study.milestone("03", in: .country(.germany)) == nil)
    }
}
