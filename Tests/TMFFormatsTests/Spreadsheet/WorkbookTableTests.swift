import SystemPackage
import TMFModel
import TMFTestSupport
import Testing

@testable import TMFFormats

/// Workbooks that other programs write.
@Suite struct WorkbookTableTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Runs a script in Python that makes the workbook `path`; `wb` and `ws` are there.
    private func make(_ script: String) throws -> FilePath {
        let path = folder("t.xlsx")
        let whole = """
            import sys, datetime, openpyxl
            path = sys.argv[1]
            wb = openpyxl.Workbook()
            ws = wb.active
            \(script)
            wb.save(path)
            """
        let outcome = try run("/usr/bin/python3", "-c", whole, path.string)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return path
    }

    /// A workbook whose only sheet has these rows of XML, and these shared texts.
    private func raw(_ rows: String, shared: String = "", rest: String = "") throws -> FilePath {
        let path = folder("raw.xlsx")
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        let script = """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
                z.writestr("_rels/.rels", '<Relationships xmlns="\(relations)"><Relationship Id="a" Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>')
                z.writestr("xl/workbook.xml", '<workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>')
                z.writestr("xl/_rels/workbook.xml.rels", '<Relationships xmlns="\(relations)"><Relationship Id="b" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="\(office)/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>')
                z.writestr("xl/worksheets/sheet1.xml", sys.stdin.read())
                z.writestr("xl/sharedStrings.xml", '<sst xmlns="\(main)">' + sys.argv[2] + '</sst>')
            """
        let sheet = "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(rest)</worksheet>"
        let outcome = try run("/usr/bin/python3", "-c", script, path.string, shared, input: sheet)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return path
    }

    private func rows(_ path: FilePath, sheet: String? = nil) throws -> [CSVRow] {
        let next = try Table(opening: path, source: "t.xlsx", TableOptions(sheet: sheet)).rows()
        var rows: [CSVRow] = []
        while let row = try next() { rows.append(row) }
        return rows
    }

    @Test func `cells read as the spreadsheet shows them`() throws {
        let path = try make(
            """
            ws.append(["0012", 12, 1.0, 0.1 + 0.2, 2024, 123456789012, True, " é\\n= ", 1e-7])
            ws["B1"].number_format = "0000"
            ws["C1"].number_format = "0.0"
            """)

        #expect(
            try rows(path).first?.fields == [
                "0012", "0012", "1.0", "0.3", "2024", "123456789012", "true", " é\n= ", "1e-07",
            ])
    }

    @Test func `dates are days, in either epoch, and stay months where they are shown as months`() throws {
        let script = """
            ws.append([datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 12, 30), datetime.date(2024, 3, 1),
                datetime.date(2024, 3, 1), datetime.date(2024, 3, 1), datetime.time(6, 0)])
            ws["A1"].number_format = "dd/mm/yyyy"
            ws["C1"].number_format = "mmm-yy"
            ws["D1"].number_format = '[$-407]d. mmmm yyyy;@'
            ws["E1"].number_format = "yyyy"
            """
        let expected = ["2024-02-29", "2024-02-29 12:30:00", "2024-03", "2024-03-01", "2024", "06:00:00"]

        #expect(try rows(make(script)).first?.fields == expected)
        let old = "from openpyxl.utils.datetime import CALENDAR_MAC_1904\nwb.epoch = CALENDAR_MAC_1904\n"
        #expect(try rows(make(old + script)).first?.fields == expected)
    }

    @Test func `the day that 1900 did not have is no day`() throws {
        let path = try make(
            """
            ws.append([1, 59, 60, 61])
            for cell in ws[1]: cell.number_format = "yyyy-mm-dd"
            """)

        let fields = try #require(try rows(path).first?.fields)
        #expect(fields == ["1900-01-01", "1900-02-28", "1900-02-29", "1900-03-01"])
        #expect(WrittenDate().read(fields[2]) == .none(expected: "a day such as 2026-01-31 or 31-Jan-2026"))
    }

    @Test func `errors and formulas without a result are faults, not values`() throws {
        let row = try #require(try rows(make("ws.append(['a', '#N/A', '=1+1', 'd'])")).first)

        #expect(row.fields == ["a", "", "", "d"])
        #expect(row.faults.map(\.column) == [1, 2])
        #expect(row.faults.first?.message.contains("#N/A") == true)
        #expect(row.faults.last?.message.contains("never computed") == true)
    }

    @Test func `texts may be shared, inline, rich, escaped, and results of formulas`() throws {
        let path = try raw(
            """
            <row r="2"><c r="B2" t="s"><v>0</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>\
            <c r="E2" t="str"><f>"a"&amp;"b"</f><v>a&amp;b</v></c><c t="d"><v>2024-01-31T00:00:00</v></c>\
            <c t="b"><v>0</v></c><c t="s"><v>1</v></c></row><row r="4"><c r="A4"/></row><row><c><v>5</v></c></row>
            """,
            shared:
                "<si><r><t>rich</t></r><r><t xml:space=\"preserve\"> text</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b_x005F_</t></si>"
        )

        let rows = try rows(path)
        #expect(rows.map(\.row) == [2, 5])
        #expect(rows.first?.fields == ["", "rich text", "inline", "", "a&b", "2024-01-31", "false", "a\rb_"])
        #expect(rows.last?.fields == ["5"])
    }

    @Test func `what is struck through can be left out`() throws {
        let path = try raw(
            "<row><c t=\"s\"><v>0</v></c></row>",
            shared: "<si><r><rPr><strike/></rPr><t>old </t></r><r><rPr><strike val=\"0\"/></rPr><t>new</t></r></si>")
        let next = try WorkbookTable(opening: path, source: "t.xlsx", sheet: nil, withoutStruck: true).table.rows()

        #expect(try next()?.fields == ["new"])
        #expect(try rows(path).first?.fields == ["old new"])
    }

    @Test func `the first sheet that is shown is read, the others are told`() throws {
        let path = try make(
            """
            ws.title = "Codes"; ws.sheet_state = "hidden"; ws.append(["hidden"])
            wb.create_sheet("Index").append(["index"])
            wb.create_sheet("Lists").append(["lists"])
            wb.active = 1
            """)

        #expect(try rows(path).first?.fields == ["index"])
        #expect(try rows(path, sheet: "lists").first?.fields == ["lists"])
        #expect(try rows(path, sheet: "Codes").first?.fields == ["hidden"])
        let remarks = try Table(opening: path, source: "t.xlsx").remarks.map(\.message).joined(separator: "\n")
        #expect(remarks.contains("'Index' was read"))
        #expect(remarks.contains("hidden sheets, which were not read: 'Codes'"))
        let refusal = #expect(throws: InputProblem.self) { try rows(path, sheet: "Indx") }
        #expect(refusal?.message.contains("'Index', 'Lists'") == true)
    }

    @Test func `titles above the header, repeated headers and merged cells are understood and told`() throws {
        let path = try make(
            """
            ws.append(["TMF of ABC-101"]); ws.merge_cells("A1:D1")
            ws.append(["path", "Place", None, "country"]); ws.merge_cells("B2:C2")
            ws.merge_cells("A2:A3"); ws.merge_cells("D2:D3")
            ws["B3"] = "artifact"; ws["C3"] = "title"
            ws.append(["a.pdf", "05.02.04", "A", "DEU"])
            ws.append(["b.pdf", "05.02.04", "B"])
            ws.merge_cells("D4:D5")
            ws.append(["path", "artifact", "title", "country"])
            ws.append(["c.pdf", "05.02.04", "C", "FRA"])
            ws.row_dimensions[7].hidden = True
            """)
        let table = try Table(opening: path, source: "t.xlsx")
        var reader = try ManifestReader(table)
        var read: [String] = []
        while let (row, problems) = try reader.next() {
            #expect(problems == [])
            read.append("\(row.row) \(row.path ?? "") \(row.title ?? "") \(row.country?.description ?? "")")
        }

        #expect(read == ["4 a.pdf A DEU", "5 b.pdf B DEU", "7 c.pdf C FRA"])
        let remarks = (table.remarks + reader.remarks).map(\.message).joined(separator: "\n")
        #expect(remarks.contains("1 rows are hidden"))
        #expect(remarks.contains("merged downwards"))
        #expect(remarks.contains("rows 1 to 2 above it"))
        #expect(remarks.contains("repeats the header"))
    }

    @Test(arguments: [
        "<row r=\"2\"/><row r=\"1\"><c><v>1</v></c></row>", "<row r=\"1048577\"/>",
        "<row><c r=\"XFE1\"><v>1</v></c></row>",
        "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "<row><c t=\"s\"><v>7</v></c></row>",
        "<row><c t=\"s\"><v>-1</v></c></row>", "<row><c>", "<row>&nope;</row>",
        String(repeating: "<g>", count: 300) + String(repeating: "</g>", count: 300),
    ])
    func `a sheet that contradicts itself is refused`(rows: String) throws {
        let path = try raw(rows)
        #expect(throws: (any Error).self) { try self.rows(path) }
    }

    @Test func `a workbook cut off anywhere, or with a document type, is refused`() throws {
        let whole = try bytes(of: make("ws.append(['path', 'title'])\nws.append(['a', 'b'])"))
        for length in stride(from: 0, to: whole.count, by: 97) {
            let path = try folder.write(Array(whole.prefix(length)), to: "cut.xlsx")
            guard length > 3 else { continue }
            #expect(throws: (any Error).self) { try rows(path) }
        }
        let entity = try raw("<row><c><v>1</v></c></row>", shared: "<!DOCTYPE a [<!ENTITY b \"c\">]>")
        #expect(throws: (any Error).self) { try rows(entity) }
    }

    @Test(arguments: [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "password"), (Array("%PDF-1.7".utf8), "PDF"),
    ])
    func `what is no workbook is named`(head: [UInt8], word: String) throws {
        let path = try folder.write(head, to: "x.xlsx")
        let refusal = #expect(throws: InputProblem.self) { try rows(path) }
        #expect(refusal?.message.contains(word) == true)
    }

    @Test func `many texts and rows go through scratch files unharmed`() throws {
        let path = try make(
            """
            from openpyxl import Workbook
            wb = Workbook(write_only=True)
            ws = wb.create_sheet()
            for n in range(1200): ws.append([f"{n}-" + "x" * 20000, n])
            """)
        let rows = try rows(path)

        #expect(rows.count == 1200)
        #expect(rows.enumerated().allSatisfy { $1.fields[0].hasPrefix("\($0)-x") && $1.fields[1] == "\($0)" })
    }
}
