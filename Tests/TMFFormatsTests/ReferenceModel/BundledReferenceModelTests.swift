import TMFFormats
import TMFModel
import Testing

@Suite struct BundledReferenceModelTests {
    private let model: ReferenceModel
    private let rules: [ExpectationRule]

    /// Loaded once: without optimization it takes its time.
    private static let loaded = Result { try BundledReferenceModel.load("3.3.1") }

    init() throws { (model, rules) = try Self.loaded.get() }

    @Test func `the model is as large as published`() {
        #expect(model.version == "3.3.1")
        #expect(model.zones.count == 11)
        #expect(model.sections.count == 48)
        #expect(model.artifacts.count == 250)
        #expect(model.artifacts.count { $0.isCore } == 197)
        #expect(model.artifacts.count { !$0.isCore } == 53)
        #expect(model.artifacts.reduce(0) { $0 + $1.subArtifacts.count } == 624)
        #expect(model.milestones.map(\.number) == (1...12).map { $0 < 10 ? "0\($0)" : "\($0)" })
    }

    @Test func `numbers and unique IDs are unique, and every artifact says what it is`() {
        #expect(Set(model.artifacts.map(\.number)).count == 250)
        #expect(Set(model.artifacts.map(\.uniqueID)).count == 250)
        #expect(model.artifacts.allSatisfy { !$0.summary.isEmpty && !$0.nciCode.isEmpty && !$0.levels.isEmpty })
        #expect(Set(model.artifacts.map(\.number.zoneNumber)) == Set(model.zones.map(\.number)))
    }

    @Test func `an artifact has what the tables say of it`() throws {
        let plan = try #require(model.artifacts.first)

        #expect(plan.name == "Trial Master File Plan")
        #expect(plan.uniqueID == "001")
        #expect(!plan.isCore)
        #expect(plan.levels == [.trial])
        #expect(plan.milestones == [.trial: "02"])
        #expect(plan.isForSponsor)
        #expect(!plan.isForInvestigator)
        #expect(plan.datingConvention == "Version Date")
        #expect(plan.alternateNames.contains("eTMF Plan"))
        #expect(plan.subArtifacts.first == "Document Transfer Documentation")
        #expect(plan.otherColumns.contains(JSON.Member("process_number", "12")))
    }

    @Test func `every artifact has a rule at every level, and every rule its place in the model`() {
        struct Place: Hashable {
            let artifact: ArtifactNumber
            let level: Level
        }
        let ruled = Set(rules.map { Place(artifact: $0.artifact, level: $0.level) })
        let filed = Set(model.artifacts.flatMap { one in one.levels.map { Place(artifact: one.number, level: $0) } })

        #expect(ruled == filed)
        #expect(filed.count == 460)
        #expect(Set(rules.map(\.id)).count == rules.count)
        #expect(rules.allSatisfy { rule in rule.due?.milestone.map { model.milestone($0) != nil } ?? true })
    }

    @Test func `rules say when, for whom and by when`() throws {
        let perPerson = try #require(rules.first { $0.subject != .once })
        let conditional = try #require(rules.first { $0.expectation == .when })

        #expect(perPerson.due != nil)
        #expect(!conditional.conditions.isEmpty)
        #expect(rules.contains { $0.conditions.contains(.noTrait("blinded")) })
        #expect(rules.contains { $0.conditions.contains(.milestone("05")) })
        #expect(rules.contains { $0.subject == .person(roles: ["principal-investigator", "sub-investigator"]) })
        #expect(rules.first?.due == ExpectationRule.Due(milestone: "02", days: 0))
    }

    @Test func `stock rules repeat over protocol versions, languages and renewals`() throws {
        let signature = try #require(rules.first { $0.id == "E-05.02.02-site" })
        #expect(signature.repetitions == [.approvedVersion])
        #expect(signature.settlingDays == 90)
        #expect(signature.artifacts.map(\.description) == ["05.02.02", "05.02.03"])
        for repetition in [ExpectationRule.Repetition.approvedVersion, .language, .renewal] {
            #expect(rules.contains { $0.expectation != .no && $0.repetitions.contains(repetition) })
        }
    }

    @Test func `every artifact is considered: each level of it has a rule, or a row that says why not`() {
        for artifact in model.artifacts {
            for level in artifact.levels {
                let rows = rules.filter { $0.artifact == artifact.number && $0.level == level }
                #expect(!rows.isEmpty, "\(artifact.number) \(level)")
                #expect(rows.allSatisfy { !$0.rationale.isEmpty && !$0.source.isEmpty }, "\(artifact.number) \(level)")
            }
        }
        #expect(rules.count { $0.expectation == .no } > 0)
    }

    @Test func `a rule's row reads back as the rule`() throws {
        var writer = CSVWriter()
        writer.append(ExpectationRule.columns)
        for rule in rules { writer.append(rule.row) }

        #expect(try ExpectationRule.read(writer.bytes, source: "rules.csv", model: model) == rules)
    }

    @Test func `an unknown version is refused with those there are`() {
        #expect(throws: InputProblem.self) { try BundledReferenceModel.load("4.0") }
    }

    @Test(arguments: [
        ("E-1,01.01.99,,trial,always,,once,02+0,1+,error,w", "artifact"),
        ("E-1,01.01.01,,site,always,,once,02+0,1+,error,w", "level"),
        ("E-1,01.01.01,Nonsense,trial,always,,once,02+0,1+,error,w", "sub_artifact"),
        ("E-1,01.01.01,,trial,sometimes,,once,02+0,1+,error,w", "expect"),
        ("E-1,01.01.01,,trial,when,,once,02+0,1+,error,w", "when"),
        ("E-1,01.01.01,,trial,always,trait:x,once,02+0,1+,error,w", "when"),
        ("E-1,01.01.01,,trial,when,milestone:13,once,02+0,1+,error,w", "when"),
        ("E-1,01.01.01,,trial,when,trait:a & ,once,02+0,1+,error,w", "when"),
        ("E-1,01.01.01,,trial,always,,person:,02+0,1+,error,w", "for"),
        ("E-1,01.01.01,,trial,always,,twice,02+0,1+,error,w", "for"),
        ("E-1,01.01.01,,trial,always,,once,13+0,1+,error,w", "due"),
        ("E-1,01.01.01,,trial,always,,once,02*0,1+,error,w", "due"),
        ("E-1,01.01.01,,trial,always,,once,02+0,0+,error,w", "count"),
        ("E-1,01.01.01,,trial,always,,once,02+0,3..2,error,w", "count"),
        ("E-1,01.01.01,,trial,always,,once & once,02+0,1+,error,w", "for"),
        ("E-1,01.01.01,,trial,always,,version & version,02+0,1+,error,w", "for"),
        ("E-1,01.01.01,,trial,always,,version & approved-version,02+0,1+,error,w", "for"),
        ("E-1,01.01.01,,trial,always,,renewal+90,02+0,1+,error,w", "for"),
        ("E-1,01.01.01,,trial,always,,version+0,02+0,1+,error,w", "for"),
        ("E-1,01.01.01,,trial,when,setting:colour=red,once,02+0,1+,error,w", "when"),
        ("E-1,01.01.01,,trial,always,,once,document_date@99.99.99+0,1+,error,w", "due"),
        ("E-1,01.01.01,,trial,always,,once,02+0,1+,bad,w", "severity"),
    ])
    func `a bad rule is named by row and column`(row: String, column: String) throws {
        var tables = try BundledReferenceModel.tables(of: "3.3.1")
        let header = "rule,artifact,sub_artifact,level,expect,when,for,due,count,severity,why\n"
        tables.expected = Array((header + "E-0,01.01.01,,trial,always,,once,02-30,2+,notice,w\n" + row).utf8)

        let problem = #expect(throws: InputProblem.self) { try tables.rules(for: model) }

        #expect(problem?.source == "expected.csv")
        #expect(problem?.row == 3)
        #expect(problem?.column == column)
    }

    @Test func `the model is written as a table for people`() throws {
        var reader = CSVReader(source: "reference-model.csv", bytes: model.csv)
        var rows: [CSVRow] = []
        while let row = try reader.next() { rows.append(row) }

        #expect(rows.count == 251)
        #expect(
            rows[1].fields.prefix(8) == [
                "01.01.01", "001", "01 Trial Management", "01.01 Trial Oversight", "Trial Master File Plan",
                "recommended", "trial", "trial 02",
            ])
        #expect(rows[1].fields.last?.hasPrefix("Document Transfer Documentation; ") == true)
    }
}
