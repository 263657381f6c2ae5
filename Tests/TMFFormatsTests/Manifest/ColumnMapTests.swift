import TMFFormats
import TMFModel
import Testing

@Suite struct ColumnMapTests {
    private func read(_ table: String, _ map: String) throws -> (rows: [ManifestRow], problems: [InputProblem]) {
        var reader = try ManifestReader(
            Table(source: "t.csv", bytes: Array(table.utf8)), ColumnMap(parsing: map, source: "map.yaml"))
        var rows: [ManifestRow] = []
        var problems: [InputProblem] = []
        while let (row, found) = try reader.next() {
            rows.append(row)
            problems += found
        }
        return (rows, problems)
    }

    @Test func `columns, words and dates mean what the map says`() throws {
        let (rows, problems) = try read(
            "Where,Doc Name,State,Signed,Internal,Titel,title\na.pdf,Name,FINAL,05/01/2026,x,kept,other\n",
            """
            columns: {Where: path, Doc Name: title, Signed: document_date, State: status, Internal: ignore, Titel: keep, title: keep}
            values:
              status: {Final: approved}
            dates: day-month-year
            """)

        #expect(problems == [])
        #expect(rows.first?.path == "a.pdf")
        #expect(rows.first?.title == "Name")
        #expect(rows.first?.status == .approved)
        #expect(rows.first?.documentDate == Day("2026-01-05"))
        #expect(rows.first?.extra == [JSON.Member("Titel", "kept"), JSON.Member("title", "other")])
    }

    @Test func `names that loaders give to columns are known`() throws {
        let (rows, problems) = try read(
            "file__v,TMF RM Number,Study Country,Study Site Number,documentTitle,External ID,Valid Until,majorVersion\n"
                + "a.pdf,05.02.04,deu,0012,T,77,UN-MAR-2024,2\n", "dates: day-month-year")

        #expect(rows.first?.artifact == ArtifactNumber("05.02.04"))
        #expect(rows.first?.site == "0012")
        #expect(rows.first?.title == "T")
        #expect(rows.first?.sourceID == "77")
        #expect(rows.first?.version == "2")
        // An expiry is reckoned with: a part of a date does not do.
        #expect(problems.map(\.column) == ["expiry_date"])
    }

    @Test(arguments: [
        ("columns: {A: tilte}", "columns.A", "did you mean 'title'"),
        ("colums: {}", "colums", "did you mean 'columns'"),
        ("columns: [a]", "columns", "names"), ("dates: d-m-y", "dates", "day-month-year"),
        ("encoding: ebcdic", "encoding", "windows-1252"), ("values: {foo: {a: b}}", "values.foo", "column"),
        ("separator: pipe", "separator", "semicolon"),
    ])
    func `what is wrong with a map is told by line and key`(text: String, key: String, word: String) throws {
        let refusal = #expect(throws: InputProblems.self) { try ColumnMap(parsing: text, source: "map.yaml") }
        let problem = try #require(refusal?.problems.first)
        #expect(problem.column == key)
        #expect(problem.row == 1)
        #expect(problem.message.contains(word), "\(problem)")
    }
}
