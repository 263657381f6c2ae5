import SystemPackage
import TMFTestSupport
import Testing

@testable import Workbook

@Suite struct WorkbookTests {
    private func make(_ path: FilePath, in folder: TemporaryFolder) throws {
        var writer = try WorkbookWriter(creating: path, scratch: folder.path, created: 1_775_000_000, title: "Index")
        try writer.beginSheet("documents", [.init("title", width: 40), .init("bytes"), .init("date"), .init("file")])
        try writer.append([
            .text("=cmd|' /C calc'!A0"), .number(12), .day(year: 2026, month: 3, day: 31),
            .link(path: "records/05/a b.pdf", text: "open"),
        ])
        try writer.append([
            .text("+1 @x \u{1}\u{0}\u{FFFF} <&>\"ä日"), .number(1 << 60), .day(year: 1899, month: 1, day: 2),
        ])
        try writer.beginSheet("people", [.init("name")])
        try writer.append([.text(String(repeating: "é", count: 40_000))])
        try writer.finish()
    }

    @Test func `another program reads the cells as they were written, and computes none`() throws {
        let folder = try TemporaryFolder()
        try make(folder("a.xlsx"), in: folder)

        let script = """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            print(book.sheetnames)
            for sheet in book:
                print(sheet.freeze_panes, sheet.auto_filter.ref)
                for row in sheet.iter_rows():
                    for cell in row:
                        value = str(cell.value)
                        print(cell.coordinate, cell.data_type, len(value), ascii(value[:40]),
                              cell.hyperlink.target if cell.hyperlink else "-")
            """
        let outcome = try run("/usr/bin/python3", "-c", script, folder("a.xlsx").string)
        let lines = outcome.output.split(separator: "\n").map(String.init)

        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(lines.prefix(2) == ["['documents', 'people']", "A2 A1:D3"])
        #expect(lines.contains("A2 s 18 \"=cmd|' /C calc'!A0\" -"))
        #expect(lines.contains("B2 n 2 '12' -"))
        #expect(lines.contains("C2 d 19 '2026-03-31 00:00:00' -"))
        #expect(lines.contains { $0.hasPrefix("D2 s 4 'open' records/05/a") })
        #expect(lines.contains("B3 s 19 '1152921504606846976' -"))
        #expect(lines.contains("C3 s 10 '1899-01-02' -"))
        #expect(!lines.contains { $0.contains(" f ") })
        let long = try #require(lines.last)
        #expect(long.hasPrefix("A2 s 327"), "\(long)")
    }

    @Test func `the same calls give the same bytes, with fixed times`() throws {
        let folder = try TemporaryFolder()
        try make(folder("a.xlsx"), in: folder)
        try make(folder("b.xlsx"), in: folder)

        #expect(try bytes(of: folder("a.xlsx")) == bytes(of: folder("b.xlsx")))
        let script = """
            import sys, zipfile
            print({entry.date_time for entry in zipfile.ZipFile(sys.argv[1]).infolist()})
            print(zipfile.ZipFile(sys.argv[1]).read("docProps/core.xml").decode())
            """
        let outcome = try run("/usr/bin/python3", "-c", script, folder("a.xlsx").string)
        #expect(outcome.output.contains("{(1980, 1, 1, 0, 0, 0)}"), "\(outcome.output)")
        #expect(outcome.output.contains("2026-03-31T23:33:20Z</dcterms:created>"), "\(outcome.output)")
        #expect(try names(in: folder.path) == ["a.xlsx", "b.xlsx"])
    }

    @Test func `links beyond the first of a sheet are formulas, and hold what they held`() throws {
        let folder = try TemporaryFolder()
        var writer = try WorkbookWriter(
            creating: folder("a.xlsx"), scratch: folder.path, created: 1_775_000_000, title: "Index")
        try writer.beginSheet("documents", [.init("file")])
        for number in 1...4_096 { try writer.append([.link(path: "r/\(number).pdf", text: "\(number).pdf")]) }
        try writer.append([.link(path: "r/a\"b.pdf", text: "a\",EVIL()&\"b <ä>")])
        try writer.append([.link(path: "r/" + String(repeating: "x", count: 300), text: "long")])
        try writer.finish()

        let script = """
            import sys, zipfile, re
            sheet = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml").decode()
            print(len(re.findall("<hyperlink ", sheet)), re.findall("<f>.*?</v>", sheet))
            """
        let outcome = try run("/usr/bin/python3", "-c", script, folder("a.xlsx").string)
        let formula = "HYPERLINK(\"r/a\"\"b.pdf\",\"a\"\",EVIL()&amp;\"\"b &lt;ä&gt;\")"
        #expect(outcome.output.hasPrefix("4096 ['<f>\(formula)</f>"), "\(outcome.output.suffix(300))")
        #expect(outcome.output.split(separator: "<f>").count == 2)
    }

    @Test func `what cannot be written is told`() throws {
        let folder = try TemporaryFolder()
        var writer = try WorkbookWriter(
            creating: folder("missing/a.xlsx"), scratch: folder.path, created: 1, title: "")
        #expect(throws: WorkbookError.self) { try writer.append([.blank]) }
        try writer.beginSheet("one", [.init("a")])
        #expect(throws: WorkbookError.self) { try writer.beginSheet("one", [.init("a")]) }
        do {
            try writer.finish()
            Issue.record("it was packed into a folder that is not there")
        } catch { #expect(error.path == folder("missing/a.xlsx")) }
    }
}
