import Foundation
import SystemPackage
import TMFModel
import TMFTestSupport
import Testing

@testable import TMFFormats

@Suite struct ModelWorkbookTests {
    private static let official = ProcessInfo.processInfo.environment["TMF_RM_WORKBOOK"]
    private static let stock = Result { try BundledReferenceModel.load("3.3.1").model }
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A workbook in the layout of the published one; `script` adds to it.
    private func make(_ script: String = "") throws -> FilePath {
        let path = folder("model.xlsx")
        let whole = """
            import sys, openpyxl
            from openpyxl.styles import Font
            wb = openpyxl.Workbook()
            wb.active.append(["Read me first"])
            ws = wb.create_sheet("V 9.1 Clean")
            ws.append(["TMF Reference Model", None, None, None, "Version 9.1"]); ws.merge_cells("A1:C1")
            ws.append([None, None, None, None, None, None, None, None, None, None, "Investigator Initiated Study Artifacts"])
            ws.append(["Zone #", "Zone Name", "Section #", "Section Name", "Artifact #", "Artifact name", "Definition / Purpose",
                "Recommended Subartifacts -  Documents", "Core or Recommended for inclusion", "Unique ID Number", None,
                "Trial Level Document ", "Trial Level MILESTONE/EVENT", "Site Level Document", "Site Level MILESTONE/EVENT",
                "Dating Convention", "Sponsor Document", "Investigator Document", "Sponsor Document", "Investigator Document"])
            ws.append([1, "Trial Management", 1.01, "Trial Oversight", "01.01.02", "Trial  Master File Plan ", "Ours.", "Plan\\nIndex\\n",
                "Recommended", 1, "R", "X", "02 Clinical Infrastructure Ready", "X", None, "Version Date", "X", "NO", "NO", "X"])
            ws.append([1, "Trial Management", 1.01, "Trial Oversight", "01.01.90", "New Record", None, None,
                "Core", 900, "M", None, None, None, "03 Site Live", None, "X", "X"])
            for row in (4, 5):
                ws.cell(row, 1).number_format = "00"; ws.cell(row, 3).number_format = "00.00"; ws.cell(row, 10).number_format = "000"
            ws["N4"].font = Font(strike=True)
            \(script)
            wb.save(sys.argv[1])
            """
        let outcome = try run("/usr/bin/python3", "-c", whole, path.string)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return path
    }

    @Test func `a workbook in the published layout makes a model`() throws {
        let model = try ModelWorkbook(opening: make(), source: "model.xlsx").model

        #expect(model.version == "9.1")
        #expect(model.zones.map(\.name) == ["Trial Management"])
        #expect(model.sections.map(\.number) == ["01.01"])
        let plan = try #require(model.artifact(uniqueID: "001"))
        #expect(plan.number.description == "01.01.02")
        #expect(plan.name == "Trial Master File Plan")
        #expect(plan.subArtifacts == ["Plan", "Index"])
        #expect(plan.levels == [.trial], "a struck mark does not count")
        #expect(plan.milestones == [.trial: "02"])
        #expect(plan.isForSponsor && !plan.isForInvestigator)
        #expect(plan.otherColumns.contains(JSON.Member("definition", "Ours.")))
        #expect(plan.otherColumns.contains(JSON.Member("investigator_initiated", "R")))
        // What workbooks have no column for comes from the program's version.
        #expect(try plan.nciCode == Self.stock.get().artifact(uniqueID: "001")?.nciCode)
        let new = try #require(model.artifact(uniqueID: "900"))
        #expect(new.isCore)
        #expect(new.levels == [.site], "a milestone says that the record is there")
        #expect(try KeptModelTable.model(KeptModel(name: "9.1", table: KeptModelTable.bytes(of: model))) == model)
    }

    @Test(arguments: [
        ("ws['E4'] = '1.x.2'", "Artifact #"), ("ws['F5'] = None", "Artifact name"),
        ("ws['J4'] = None", "Unique ID Number"),
        ("ws['M4'] = 'soon'", "milestone"), ("ws['O5'] = None", "levels"),
    ])
    func `what is wrong with a row is told by row and column`(script: String, column: String) throws {
        let path = try make(script)
        let refusal = #expect(throws: InputProblems.self) { try ModelWorkbook(opening: path, source: "model.xlsx") }
        #expect(refusal?.problems.first?.column == column)
        #expect([4, 5].contains(refusal?.problems.first?.row))
    }

    @Test func `another workbook is refused, and so is one twice the same ID`() throws {
        let other = try make("wb.remove(ws)")
        #expect(throws: InputProblem.self) { try ModelWorkbook(opening: other, source: "model.xlsx") }
        let twice = try make("ws['J5'] = 1")
        let refusal = #expect(throws: InputProblem.self) { try ModelWorkbook(opening: twice, source: "model.xlsx") }
        #expect(refusal?.message.contains("001") == true)
    }

    @Test func `rules go with the unique ID, and not to what is not used`() throws {
        let model = try ModelWorkbook(opening: make(), source: "model.xlsx").model
        let kept = KeptModel(name: "9.1", table: KeptModelTable.bytes(of: model))
        let rules = try ReferenceModelLibrary.load("9.1", kept: kept).rules
        #expect(rules.allSatisfy { $0.artifact.description == "01.01.02" })
        #expect(!rules.isEmpty)

        let csv = "artifact,sub_artifact,alternate_name,not_used\n01.01.02,Acme Index,,\n01.01.02,,AMP,yes\n"
        let own = try ModelOverlay.apply(
            Table(source: "model.csv", bytes: Array(csv.utf8)), to: model, named: "9.1-acme")
        #expect(own.artifact(uniqueID: "001")?.subArtifacts == ["Plan", "Index", "Acme Index"])
        #expect(own.artifact(uniqueID: "001")?.alternateNames.contains("AMP") == true)
        #expect(model.differences(in: own).map(\.field) == ["not_used", "sub_artifact", "alternate_name"])
        let overlaid = KeptModel(name: "9.1-acme", table: KeptModelTable.bytes(of: own))
        #expect(try ReferenceModelLibrary.load("9.1-acme", kept: overlaid).rules == [])
    }

    @Test(arguments: [
        ("artifact,sub_artifact\n01.01.77,x\n", "artifact"), ("artifact,subartifact\n01.01.02,x\n", "subartifact"),
        ("unique_id,note\n001,x\n", "sub_artifact"), ("artifact,sub_artifact\n01.01.02,Plan\n", "sub_artifact"),
    ])
    func `an overlay that does not fit the model is refused`(csv: String, column: String) throws {
        let model = try ModelWorkbook(opening: make(), source: "model.xlsx").model
        do {
            _ = try ModelOverlay.apply(Table(source: "model.csv", bytes: Array(csv.utf8)), to: model, named: "x")
            Issue.record("it was accepted")
        } catch let error as InputProblems {
            #expect(error.problems.map(\.column) == [column])
        } catch let error as InputProblem {
            #expect(error.column == column)
        }
    }

    @Test(.enabled(if: official != nil), arguments: [nil, "V 3.3.1 Markup"])
    func `the published workbook says what the program's tables say`(sheet: String?) throws {
        let path = FilePath(try #require(Self.official))
        let model = try ModelWorkbook(opening: path, source: "workbook", sheet: sheet, name: "published").model
        let stock = try Self.stock.get()

        #expect(model.artifacts.count == 250)
        #expect(model.artifacts.map(\.number) == stock.artifacts.map(\.number))
        #expect(model.artifacts.map(\.uniqueID) == stock.artifacts.map(\.uniqueID))
        #expect(model.artifacts.allSatisfy { artifact in artifact.otherColumns.contains { $0.key == "definition" } })
        let found = stock.differences(in: model)
        #expect(
            found.filter { ["number", "name", "levels", "milestones", nil].contains($0.field) }.map { "\($0)" } == [])
        let edits = Set(found.map { "\($0.artifact) \($0.field ?? "")" })
        // The tab that somebody edited differs in these; the other one was not.
        let local: Set = ["01.01.04 sub_artifact", "01.01.05 core", "01.01.06 sub_artifact", "01.01.08 sub_artifact"]
        #expect(sheet == nil ? edits.isSuperset(of: local) : edits.isDisjoint(with: local), "\(edits.sorted())")
    }
}
