import TMFModel
import Testing

@testable import TMFSuggest

/// What is learned from filed records, and how it is weighed against names of the model.
@Suite struct ExperienceTests {
    private let model: ReferenceModel
    private let study = PlacementFixture.study

    init() throws { model = try #require(PlacementFixture.model) }

    private func record(_ artifact: String, _ path: String, _ text: String? = nil) throws -> FiledRecord {
        let reader = TextReader(study: study, model: model)
        return FiledRecord(
            artifact: try #require(ArtifactNumber(artifact)), title: path, path: path,
            text: text.map { TextReading($0, reader: reader) })
    }

    private func placer(_ records: [FiledRecord] = []) -> Placer {
        var learning = Learning(study: study, model: model)
        for record in records { learning.add(record) }
        return Placer(study: study, model: model, experience: learning.experience())
    }

    private func placement(_ path: String, _ records: [FiledRecord] = [], text: String? = nil) -> Placement {
        var placer = placer(records)
        let reader = TextReader(study: study, model: model)
        return placer.placement(of: path, text: text.map { TextReading($0, reader: reader) })
    }

    /// A word of a house that no model knows: its tracker of deviations is called a zebra sheet.
    private func zebras(_ count: Int) throws -> [FiledRecord] {
        try (0..<count).map { try record("05.04.06", "zebra sheet \($0).xlsx") }
    }

    @Test func `a word of the house is learned from several records, not from one`() throws {
        #expect(placement("101/Zebra sheet.xlsx").artifact == nil)
        #expect(try placement("101/Zebra sheet.xlsx", zebras(1)).artifact == nil)
        let learned = try placement("101/Zebra sheet.xlsx", zebras(6))
        #expect(learned.artifact?.description == "05.04.06")
        #expect(learned.scope?.site == "101")
        #expect(learned.suggestions.first?.words == ["Zebra sheet"])
        #expect(learned.why.contains("“Zebra sheet” in the name, with 6 records filed there"))
    }

    @Test func `a number of the model decides, whatever was learned`() throws {
        let zebra = try placement("05.04.01/101/Zebra.xlsx", zebras(20))
        let plain = placement("05.04.01/101/Zebra.xlsx")
        #expect(zebra.artifact?.description == "05.04.01")
        #expect(zebra.sureness == plain.sureness)
        #expect(zebra.why.contains("Number 05.04.01 in folder"))
        #expect(zebra.suggestions.map(\.artifact.description) == ["05.04.01", "05.04.06"])
        #expect(zebra.suggestions[0].words == ["05.04.01"])
    }

    @Test func `what names alone make sure is as sure with a model that was learned`() throws {
        var names = Placer(study: study, model: model)
        var learned = placer()
        for path in PlacementTests.paths.map(\.path) {
            let (plain, weighed) = (names.placement(of: path), learned.placement(of: path))
            guard plain.artifact != nil, plain.artifact == weighed.artifact else { continue }
            #expect(weighed.sureness >= plain.sureness, "\(path)")
        }
    }

    @Test func `three at most, a hundred at most, the placed one first`() throws {
        var learned = try placer(zebras(3))
        for path in PlacementTests.paths.map(\.path) {
            let placement = learned.placement(of: path)
            let suggestions = placement.suggestions
            #expect(suggestions.count <= 3, "\(path)")
            #expect(suggestions.reduce(0) { $0 + $1.confidence } <= 100, "\(path)")
            #expect(Set(suggestions.map(\.artifact)).count == suggestions.count, "\(path)")
            #expect(suggestions.map(\.confidence) == suggestions.map(\.confidence).sorted(by: >), "\(path)")
            if let artifact = placement.artifact { #expect(suggestions.first?.artifact == artifact, "\(path)") }
        }
    }

    @Test func `a file that says nothing is left blank`() {
        let placement = placement("doc(3) final FINAL.pdf")
        #expect(placement.artifact == nil)
        #expect(placement.suggestions == [])
    }

    @Test func `the heading of a text names the record, and its first lines the rest`() {
        let text = """
            Example Pharma   ABC-101

            Delegation of Authority Log

            Site 102, Prof. Eva Schmidt
            Version 2.0
            Date: 14 March 2025
            """
        let placement = placement("scan0001.pdf", text: text)
        #expect(placement.artifact?.description == "05.02.18")
        #expect(placement.scope?.description == "DEU/102")
        #expect(placement.versionLabel == "2.0")
        #expect(placement.documentDate?.description == "2025-03-14")
        #expect(placement.why.contains("in the text"))
    }

    @Test func `what the name says goes before what the text says`() {
        let text = "Delegation of Authority Log\nSite 102\nVersion 2.0\nDate: 14 March 2025\n"
        let placement = placement("101/Delegation Log v3.0 2025-04-01.pdf", text: text)
        #expect(placement.scope?.description == "DEU/101")
        #expect(placement.versionLabel == "3.0")
        #expect(placement.documentDate?.description == "2025-04-01")
    }

    @Test func `texts of filed records are learned`() throws {
        let text = "Unser Haus\nQuokka Nachweis\nHiermit wird die Teilnahme am Quokka bestätigt.\n"
        let records = try (0..<6).map { try record("05.03.03", "scan \($0).pdf", text) }
        let placement = placement("201/scan0099.pdf", records, text: "Nachweis vom Quokka, wird bestätigt\n")
        #expect(placement.suggestions.first?.artifact.description == "05.03.03")
    }

    @Test func `the order of records and files changes nothing`() throws {
        let records = try zebras(4) + [record("05.02.18", "101/DoA zebra.pdf"), record("02.01.02", "Prot.pdf")]
        var one = placer(records)
        var other = placer(records.reversed())
        let paths = PlacementTests.paths.map(\.path) + ["Zebra.pdf"]
        #expect(paths.map { one.placement(of: $0) } == paths.reversed().map { other.placement(of: $0) }.reversed())
    }

    @Test func `a record at an artifact that the model does not have teaches nothing`() throws {
        var learning = Learning(study: study, model: model)
        #expect(learning.add(try record("11.04.02", "zebra.pdf")) == false)
        #expect(learning.count == 0)
    }

    @Test func `an evaluation counts what is proposed, right, wrong and left`() throws {
        let right = try #require(ArtifactNumber("05.04.06"))
        var evaluation = Evaluation()
        evaluation.add(try placement("101/Zebra sheet.xlsx", zebras(6)), right: right)
        evaluation.add(placement("101/Delegation Log.pdf"), right: right)
        evaluation.add(placement("scan.pdf"), right: right)
        let tally = evaluation.all
        #expect([tally.records, tally.suggested, tally.right, tally.wrong, tally.abstained] == [3, 2, 1, 1, 1])
        #expect(evaluation.artifacts == [right: tally])
        #expect(evaluation.bands.reduce(0) { $0 + $1.suggested } == 2)
        #expect(evaluation.bands.reduce(0) { $0 + $1.right } == 1)
    }
}
