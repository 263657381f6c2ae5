import Foundation
import TMFModel
import Testing

/// A listing that LibreOffice opens, somebody edits, and LibreOffice saves: run where `soffice` is installed.
@Suite struct LibreOfficeTests {
    private static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")

    @Test(.enabled(if: isInstalled, "LibreOffice is not installed: apt-get install libreoffice-calc"))
    func `exactly the edits arrive`() throws {
        let place = try Workplace()
        let titles = ["0012", "=1+1", "5-3", "Über „Prüfplan“; mit, Komma", "1.10"]
        for (number, title) in titles.enumerated() {
            try place.write("\(number).txt", "text \(number)\n")
            let filed = try place.tmf(
                "file", "\(number).txt", "--artifact", "05.02.04", "--site", "101", "--title", title, "--version",
                "\(number).10", "--document-date", "2024-02-1\(number)")
            try #require(filed.code == 0, "\(filed.errors)")
        }
        try place.write(
            "edit.py",
            """
            import openpyxl, datetime
            wb = openpyxl.load_workbook("list.xlsx")
            ws = wb.active
            names = [cell.value for cell in ws[1]]
            ws.cell(3, names.index("title") + 1).value = "A new title"
            ws.cell(5, names.index("document_date") + 1).value = datetime.date(2024, 3, 9)
            wb.save("edited.xlsx")
            """)
        let office =
            "soffice -env:UserInstallation=file://$PWD/profile --headless --norestore --convert-to xlsx --outdir"
        let made = try place.shell(
            """
            set -e
            export HOME=$PWD
            "$TMF" list --format csv > list.csv
            \(office) . --infilter=CSV:44,34,76,1 list.csv
            python3 edit.py
            mkdir saved
            \(office) saved edited.xlsx
            """)
        try #require(made.code == 0, "\(made.errors)")

        let untouched = try place.tmf("amend", "--from", "list.xlsx", "--dry-run", "--format", "json")
        #expect(untouched.code == 0, "\(untouched.errors)")
        #expect(try untouched.json()["changed"] == 0, "\(untouched.output)")
        let done = try place.tmf(
            "amend", "--from", "saved/edited.xlsx", "--reason", "corrected in a spreadsheet", "--format", "json")
        #expect(done.code == 0, "\(done.errors)")
        let changes = try #require(try done.json()["changes"]?.array)
        #expect(changes.map { $0["field"] } == ["title", "document_date"], "\(done.output)")
        #expect(changes.map { $0["to"] } == ["A new title", "2024-03-09"])
        let listed = try place.tmf("list", "--columns", "title", "--format", "csv").output
        #expect(listed.contains("A new title"))
        #expect(try place.tmf("verify", "ABC-101.tmf").code == 0)
    }
}
