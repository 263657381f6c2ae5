import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct PlanningTests {
    private let desk: ImportDesk

    init() throws { desk = try ImportDesk(SampleFolder.study()) }

    private func plan() throws -> (bytes: [UInt8], summary: Planning.Summary) {
        var plan: [UInt8] = []
        let summary = try Planning(study: SampleFolder.study(), model: desk.model)
            .run(IntakeSource(SampleFolder.documents)) { plan += $0 }
        return (plan, summary)
    }

    @Test func `a plan is a manifest with a row for every file`() throws {
        let (bytes, summary) = try plan()
        var reader = try ManifestReader(CSVReader(source: "plan.csv", bytes: bytes))
        let rules = FilingRules(study: try SampleFolder.study(), model: desk.model)
        var rows: [ManifestRow] = []
        while let (row, problems) = try reader.next() {
            #expect(problems == [])
            rows.append(row)
            guard row.artifact != nil else { continue }
            let facts = try row.facts(in: rules.study, model: rules.model, source: "plan.csv")
            #expect(rules.problems(facts.document, facts.version) == [], "\(row)")
        }
        #expect(summary.problems == [])
        #expect(summary.files == rows.count)
        #expect(summary.placed == rows.count { $0.artifact != nil })
        #expect(Set(rows.compactMap(\.path)) == Set(try SampleFolder.rows().compactMap(\.path)))
        #expect(summary.placed > rows.count / 2)
        #expect(summary.placed < rows.count)
    }

    @Test func `what could not be placed is blank and says why`() throws {
        var reader = CSVReader(source: "plan.csv", bytes: try plan().bytes)
        let header = try #require(try reader.next()).fields
        let artifact = try #require(header.firstIndex(of: "artifact"))
        let why = try #require(header.firstIndex(of: "why"))
        let sure = try #require(header.firstIndex(of: "sure"))
        var blank = 0
        while let row = try reader.next() {
            #expect(!row.fields[why].isEmpty)
            let percent = try #require(Int(row.fields[sure]))
            #expect((0...100).contains(percent))
            if row.fields[artifact].isEmpty { blank += 1 }
        }
        #expect(blank > 0)
    }

    @Test func `an import with the plan files what it places, once`() throws {
        let (bytes, summary) = try plan()
        let manifest = try desk.folder.write(bytes, to: "plan.csv")
        let options = Importing.Options(manifest: manifest, isPartial: true)
        let blocked = try desk.load(.init(manifest: manifest), source: SampleFolder.documents)
        #expect(blocked.read == blocked.failed)
        #expect(try desk.documents == [])
        let report = try desk.load(options, source: SampleFolder.documents)
        #expect(report.filed + report.newVersions == summary.placed)
        #expect(report.failed == summary.files - summary.placed)
        #expect(report.problems.allSatisfy { $0.column == "artifact" && $0.row != nil })
        #expect(report.problems.count == report.failed)
        let again = try desk.load(options, source: SampleFolder.documents)
        #expect(again.unchanged == summary.placed)
        #expect(again.amended == 0)
        #expect(again.notices == [])
        #expect(try desk.store.verify().problems == [])
    }

    @Test func `an import without a manifest places as the plan does`() throws {
        let summary = try plan().summary
        let report = try desk.load(source: SampleFolder.documents, setting: { $0.isPartial = true })
        #expect(report.filed + report.newVersions == summary.placed)
        #expect(report.failed == summary.files - summary.placed)
        #expect(report.problems.count == report.failed)
        #expect(report.problems.allSatisfy { $0.row == nil && $0.source.contains(".") })
    }
}
