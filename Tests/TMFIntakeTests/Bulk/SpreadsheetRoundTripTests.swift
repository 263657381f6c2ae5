import SystemPackage
import TMFFormats
import TMFModel
import TMFTestSupport
import Testing

@testable import TMFIntake

/// A listing that goes through a program for spreadsheets and comes back.
@Suite struct SpreadsheetRoundTripTests {
    @Test func `exactly the edits arrive, though the spreadsheet makes numbers and dates of cells`() throws {
        let desk = try BulkDesk()
        var csv = CSVWriter()
        for row in try desk.listing() { csv.append(row) }
        let listing = try desk.desk.folder.write(csv.bytes, to: "list.csv")
        // As a spreadsheet opens a CSV: what looks like a number or a day becomes one.
        let script = """
            import csv, datetime, re, sys, openpyxl
            wb = openpyxl.Workbook()
            rows = list(csv.reader(open(sys.argv[1], encoding="utf-8", newline="")))
            title, day = rows[0].index("title"), rows[0].index("document_date")
            rows[2][title] = "=CV, \\u00fcberarbeitet"
            rows[3][day] = "2024-02-03"
            for r, row in enumerate(rows, 1):
                for c, text in enumerate(row, 1):
                    cell = wb.active.cell(r, c)
                    if re.fullmatch(r"[0-9]+(\\.[0-9]+)?", text): cell.value = float(text)
                    elif re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                        cell.value = datetime.date.fromisoformat(text); cell.number_format = "dd/mm/yyyy"
                    elif text: cell.value = text; cell.data_type = "s"
            wb.save(sys.argv[2])
            """
        let workbook = desk.desk.folder("edits.xlsx")
        let outcome = try run("/usr/bin/python3", "-c", script, listing.string, workbook.string)
        try #require(outcome.status == 0, "\(outcome.errors)")

        let plan = try desk.filing.planAmendments(from: workbook)

        #expect(
            plan.changes.map { "\($0.document?.description ?? "") \($0.field) \($0.from) -> \($0.to)" } == [
                "D-000002 title CV two -> =CV, überarbeitet", "D-000003 document_date 2024-02-01 -> 2024-02-03",
            ])
    }

    @Test func `a cell that holds an error unsets nothing`() throws {
        let desk = try BulkDesk()
        let script = """
            import sys, openpyxl
            wb = openpyxl.Workbook()
            wb.active.append(["document", "title"])
            wb.active.append(["D-000001", "#REF!"])
            wb.save(sys.argv[1])
            """
        let workbook = desk.desk.folder("edits.xlsx")
        try #require(try run("/usr/bin/python3", "-c", script, workbook.string).status == 0)

        let refusal = #expect(throws: InputProblem.self) { try desk.filing.planAmendments(from: workbook) }
        #expect(refusal?.row == 2)
        #expect(refusal?.column == "title")
    }
}
