import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// Manifests that come as workbooks, and go back as such.
@Suite struct ImportWorkbookTests {
    private func workbook(_ desk: ImportDesk, _ name: String, _ rows: String...) throws -> FilePath {
        let path = desk.folder(name)
        let script = """
            import sys, openpyxl
            wb = openpyxl.Workbook()
            for line in sys.stdin.read().splitlines(): wb.active.append([cell or None for cell in line.split("|")])
            for row in wb.active:
                for cell in row:
                    if cell.value is not None: cell.data_type = "s"
            wb.save(sys.argv[1])
            """
        let outcome = try run("/usr/bin/python3", "-c", script, path.string, input: rows.joined(separator: "\n"))
        try #require(outcome.status == 0, "\(outcome.errors)")
        return path
    }

    @Test func `rows with problems come back as a workbook, and are filed once corrected`() throws {
        let desk = try ImportDesk()
        try desk.put("1", "a.pdf")
        try desk.put("2", "=b.pdf")
        var options = Importing.Options(isPartial: true)
        options.manifest = try workbook(
            desk, "list.xlsx", "path|artifact|document_date|Ward", "a.pdf|01.01.01|2024-03|",
            "=b.pdf|1.1.x|05/01/2026|'=x")
        options.problemsOut = desk.folder("problems.xlsx")
        let report = try desk.load(options)

        #expect(report.counts == [1, 0, 0, 1])
        #expect(report.problems.map { "\($0.row ?? 0):\($0.column ?? "")" } == ["3:artifact", "3:document_date"])
        let table = try Table(opening: desk.folder("problems.xlsx"), source: "problems.xlsx")
        let next = try table.rows()
        #expect(try next()?.fields == ["path", "artifact", "document_date", "Ward", "problem"])
        let row = try #require(try next())
        #expect(row.fields.prefix(4) == ["'=b.pdf", "1.1.x", "05/01/2026", "'=x"])
        #expect(row.fields.last?.contains("row 3: artifact: expected") == true)
        #expect(try next() == nil)

        let mended = """
            import sys, openpyxl
            wb = openpyxl.load_workbook(sys.argv[1])
            ws = wb.active
            ws["B2"], ws["C2"] = "01.01.02", "05-Jan-2026"
            wb.save(sys.argv[2])
            """
        #expect(
            try run(
                "/usr/bin/python3", "-c", mended, desk.folder("problems.xlsx").string, desk.folder("mended.xlsx").string
            )
            .status == 0)
        let second = try desk.load(Importing.Options(manifest: desk.folder("mended.xlsx")))
        #expect(second.counts == [1, 0, 0, 0])
        let documents = try desk.documents
        #expect(documents.map(\.facts.title) == ["a", "=b"])
        #expect(documents.first?.versions.first?.facts.partialDocumentDate?.printed == "2024-03")
        #expect(documents.last?.versions.first?.facts.documentDate == Day("2026-01-05"))
        #expect(documents.last?.versions.first?.facts.metadata == [JSON.Member("Ward", "=x")])
    }

    @Test func `a plan written as a workbook imports as it is`() throws {
        let desk = try ImportDesk()
        try desk.put("1", "01.01.01 Trial Master File Plan.pdf")
        try desk.put("2", "-1+1 01.01.02 Trial Management Plan v2.0.pdf")
        let study = try #require(try desk.store.currentStudy(desk.store.study(named: nil)))
        let plan = desk.folder("plan.xlsx")
        let summary = try Planning(study: study, model: desk.model).run(IntakeSource(desk.folder("in")), into: plan)

        #expect(summary.files == 2)
        #expect(try desk.load(Importing.Options(manifest: plan)).counts == [2, 0, 0, 0])
        #expect(try desk.load().counts == [0, 0, 2, 0])
        #expect(throws: (any Error).self) {
            try Planning(study: study, model: desk.model).run(IntakeSource(desk.folder("in")), into: plan)
        }
    }

    @Test func `a partial date survives a rebuild and is replaced by a whole one`() throws {
        let desk = try ImportDesk()
        try desk.put("1", "a.pdf")
        _ = try desk.load("path,artifact,document_date", "a.pdf,01.01.01,UN-MAR-2024")
        let report = try desk.load("path,artifact,document_date", "a.pdf,01.01.01,UN-MAR-2024")
        #expect(report.amended == 0)
        let amended = try desk.load("path,artifact,document_date", "a.pdf,01.01.01,2024-03-15")
        #expect(amended.amended == 1)
        let facts = try desk.documents.first?.versions.first?.facts
        #expect(facts?.documentDate == Day("2024-03-15"))
        #expect(facts?.partialDocumentDate == nil)
    }
}
