import TMFFormats
import TMFModel
import Testing

@Suite struct ManifestReaderTests {
    private func read(_ text: String) throws -> (rows: [ManifestRow], problems: [InputProblem]) {
        var reader = try ManifestReader(CSVReader(source: "m.csv", bytes: Array(text.utf8)))
        var rows: [ManifestRow] = []
        var problems: [InputProblem] = []
        while let (row, found) = try reader.next() {
            rows.append(row)
            problems += found
        }
        return (rows, problems)
    }

    private func headerProblems(_ header: String) throws -> [InputProblem] {
        do {
            _ = try ManifestReader(CSVReader(source: "m.csv", bytes: Array(header.utf8)))
            return []
        } catch let problems as InputProblems {
            return problems.problems
        }
    }

    @Test func `every column is read as its type`() throws {
        let (rows, problems) = try read(
            """
            path,artifact,sub_artifact,level,country,site,person,organization,title,document,version,document_date,\
            received_date,expiry_date,expiry_rule,language,translation_of,restricted,copy,certified_by,certified_on,\
            certified_method,status,filed_date,source_system,source_id,url,note,ward
            a/b.pdf,05.02.04,CV,Site,deu,101,p-1,o-1,Title,K-1,3.0,2024-01-31,2024-02-01,2026-01-31,'+24 months,DE,K-0,\
            Y,Certified Copy,Someone,2024-03-01,scan,approved,2024-04-01,eTMF,77,,hello,B2

            """)

        let row = try #require(rows.first)
        #expect(problems.isEmpty)
        #expect(row.row == 2)
        #expect(row.path == "a/b.pdf")
        #expect(row.artifact == ArtifactNumber("05.02.04"))
        #expect(row.level == .site)
        #expect(row.country == CountryCode("DEU"))
        #expect(row.expiryRule == .months(24))
        #expect(row.language == "de")
        #expect(row.restricted == true)
        #expect(row.copy == .certifiedCopy)
        #expect(row.certifiedOn == Day("2024-03-01"))
        #expect(row.status == .approved)
        #expect(row.extra == [JSON.Member("ward", "B2")])
    }

    @Test func `columns may stand in any order, case and spelling`() throws {
        let (rows, problems) = try read(
            "\u{FEFF}Artifact Number, FILE-PATH ,Document  Title,sure,Site Number,comments,Why\n5.2.4,.\\x\\\\y.pdf,T,99%,101,c,w\n"
        )

        #expect(problems.isEmpty)
        #expect(rows.first?.artifact == ArtifactNumber("05.02.04"))
        #expect(rows.first?.path == "x/y.pdf")
        #expect(rows.first?.title == "T")
        #expect(rows.first?.site == "101")
        #expect(rows.first?.note == "c")
        #expect(rows.first?.extra == [])
    }

    @Test func `another spelling is kept as metadata beside the column itself`() throws {
        let (rows, _) = try read("path,note,comments,size\na,n,c,5\n")

        #expect(rows.first?.note == "n")
        #expect(rows.first?.extra == [JSON.Member("comments", "c"), JSON.Member("size", "5")])
    }

    @Test(arguments: [
        ("path,artefakt", "artifact"), ("path,langage", "language"), ("pth,title", "path"), ("path,tilte", "title"),
        ("path,expiry_dat", "expiry_date"), ("path,source_sytsem", "source_system"),
    ])
    func `a misspelt column is answered with the one that is meant`(header: String, meant: String) throws {
        let problems = try headerProblems(header + "\n")

        #expect(problems.count == 1)
        #expect(problems.first?.row == 1)
        #expect(problems.first?.message.contains("did you mean '\(meant)'") == true)
    }

    @Test func `a column may stand once only, in whatever spelling`() throws {
        #expect(try headerProblems("path,title,Title\n").first?.message.contains("twice") == false)
        #expect(try headerProblems("path,title,title\n").first?.message.contains("twice") == true)
        #expect(try headerProblems("path,Remarks,Comments\n").count == 1)
        #expect(try headerProblems("path,ward,ward\n").count == 1)
    }

    @Test func `a table that is no manifest is refused with the reason`() throws {
        #expect(try headerProblems("").first?.message.contains("empty") == true)
        #expect(try headerProblems("name,size\n").first?.message.contains("'path'") == true)
        #expect(try headerProblems("path;artifact;title\n").first?.message.contains("semicolons") == true)
        #expect(try headerProblems("url\n").isEmpty)
    }

    @Test(arguments: [
        ("document_date", "31.02.2026", "2026-01-31"), ("document_date", "2026-02-30", "2026-01-31"),
        ("expiry_date", "1/2/26", "2026-01-31"), ("artifact", "5-2-4", "05.02.04"),
        ("artifact", "00.01.01", "05.02.04"),
        ("level", "region", "trial, country or site"), ("country", "DE", "alpha-3"),
        ("restricted", "maybe", "yes or no"),
        ("language", "deu", "ISO 639-1"), ("copy", "scan", "original, copy or certified-copy"),
        ("status", "final", "draft, filed, approved or returned"), ("expiry_rule", "2 years", "until-replaced"),
    ])
    func `a bad cell is named by row and column with what was expected`(
        column: String, value: String, expected: String
    ) throws {
        let (rows, problems) = try read("path,\(column)\nx.pdf,\(value)\n")

        let problem = try #require(problems.first)
        #expect(rows.count == 1)
        #expect(problems.count == 1)
        #expect(problem.row == 2)
        #expect(problem.column == column)
        #expect(problem.message.contains(expected))
        #expect(problem.message.contains("found '\(value)'"))
    }

    @Test(arguments: ["/etc/passwd", "../x", "a/../../x", "C:\\x", "c:x", "\\\\host\\x", ".", "./"])
    func `a path outside the source is refused`(path: String) throws {
        let (rows, problems) = try read("path\n\(path)\n")

        #expect(rows.first?.path == nil)
        #expect(problems.map(\.column) == ["path"])
    }

    @Test(arguments: [
        ("./a//b/./c.pdf", "a/b/c.pdf"), ("a\\b.pdf", "a/b.pdf"), ("..a/b..", "..a/b.."), (" ä.pdf ", "ä.pdf"),
    ])
    func `a path is written in one way`(path: String, normal: String) throws {
        #expect(try read("path\n\(path)\n").rows.first?.path == normal)
    }

    @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "etmf.example.com", "https:", "https://a b"])
    func `an address that leads nowhere, or runs, is refused`(url: String) throws {
        #expect(try read("path,url\n,\"\(url)\"\n").problems.map(\.column) == ["url"])
    }

    @Test func `a row needs a path or a url, not both`() throws {
        let (_, problems) = try read("path,url,title\na,https://x.example/1,t\n,,t\n,https://x.example/1,t\n")
        #expect(problems.map(\.row) == [2, 3])
    }

    @Test func `short rows end in blank cells, long rows are refused, blank rows are passed over`() throws {
        let (rows, problems) = try read("path,title,,\na\nb,t,,\n , ,,\nc,t,,x\nd,t,,,,y\n")

        #expect(rows.map(\.row) == [2, 3, 5, 6])
        #expect(problems.map(\.row) == [5, 6])
        #expect(problems.map(\.column) == ["4", "6"])
    }

    @Test func `all problems of a row are listed at once`() throws {
        let (_, problems) = try read("path,level,country,document_date\n/x,a,b,c\n")
        #expect(problems.map(\.column) == ["path", "level", "country", "document_date"])
    }

    @Test func `what is written reads back`() throws {
        var row = ManifestRow(row: 2, path: "a, b/\"c\".pdf")
        row.artifact = ArtifactNumber("05.02.04")
        row.title = "=HYPERLINK(1)"
        row.expiryRule = .months(24)
        row.restricted = false
        row.documentDate = Day("2024-02-29")
        row.extra = [JSON.Member("Ward", "B2")]
        var writer = ManifestWriter(isPlan: true, extraColumns: ["Ward"])
        writer.append(row, sure: "90", why: "number in the name")

        let text = String(decoding: writer.take(), as: UTF8.self)
        let (rows, problems) = try read(text)

        #expect(text.contains("'=HYPERLINK(1)"))
        #expect(text.hasPrefix("path,artifact,sub_artifact,"))
        #expect(problems.isEmpty)
        #expect(rows == [row])
    }
}
