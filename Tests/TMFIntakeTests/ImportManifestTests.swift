import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct ImportManifestTests {
    private let desk: ImportDesk
    private let header = "path,artifact,level,country,site,person,document_date"

    init() throws {
        desk = try ImportDesk()
        for name in ["a", "b", "c", "d"] { try desk.put("file \(name)", "\(name).txt") }
        try desk.put("deep", "deep/e.txt")
    }

    @Test func `everything wrong is listed at once, by row and column, and nothing is filed`() throws {
        let found = try desk.refusals(
            header, "a.txt,01.01.01,trial,,,,", "gone.txt,01.01.01,trial,,,,", "b.txt,99.01.01,trial,,,,",
            "c.txt,02.01.02,site,DEU,101,,2024-02-30", "d.txt,05.02.04,site,XKX,101,,", "a.txt,01.01.01,,,,,",
            "deep/e.txt,05.02.04,site,DEU,999,p-nobody,")
        #expect(found == ["3:path", "4:artifact", "5:document_date", "6:country", "7:path", "8:site", "8:person"])
    }

    @Test func `one file in the wrong place of the tree is found by its level`() throws {
        #expect(try desk.refusals(header, "a.txt,05.02.04,trial,,,,") == ["2:level"])
        #expect(try desk.refusals(header, "a.txt,05.02.04,site,,,,") == ["2:site"])
        #expect(try desk.load(header, "a.txt,05.02.04,,,201,,").counts == [1, 0, 0, 0])
    }

    @Test func `a missing file's namesake elsewhere is named`() throws {
        let report = try desk.load("path,artifact", "e.txt,01.01.01")
        #expect(report.problems.first?.message.contains("'deep/e.txt'") ?? false)
    }

    @Test func `the good rows are filed where that is asked for`() throws {
        let report = try desk.load(
            header, "a.txt,01.01.01,trial,,,,", "gone.txt,01.01.01,,,,,", "b.txt,01.01.01,,,,,2024-13-01",
            "c.txt,01.01.01,,,,,"
        ) { $0.isPartial = true }
        #expect(report.counts == [2, 0, 0, 2])
        #expect(report.problems.map(\.row) == [3, 4])
        #expect(report.unlisted == ["d.txt", "deep/e.txt"])
        #expect(try desk.documents.count == 2)
    }

    @Test func `a wrong column name says which is meant`() throws {
        for (name, meant) in [("artefakt", "artifact"), ("docment_date", "document_date"), ("contry", "country")] {
            #expect(throws: InputProblems.self) { try desk.load("path,\(name)", "a.txt,x") }
            do { _ = try desk.load("path,\(name)", "a.txt,x") } catch let error as InputProblems {
                #expect(error.problems.first?.message.contains("'\(meant)'") ?? false, "\(error)")
                #expect(error.problems.first?.column == name)
            }
        }
        #expect(try desk.head?.seq == 1)
    }

    @Test func `another encoding is refused by row unless it is marked or stated`() throws {
        let latin = Array("path,artifact,title\na.txt,01.01.01,M".utf8) + [0xFC] + Array("ller\n".utf8)
        #expect(try desk.refusals(bytes: latin) == ["2:"])
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in "path,artifact\na.txt,01.01.01\n".utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
        let path = try desk.folder.write(wide, to: "wide.csv")
        let report = try desk.load(.init(manifest: path))
        #expect(report.counts == [1, 0, 0, 0])
        #expect(report.notices.first?.message.hasPrefix("was read as UTF-16") == true)
    }

    @Test func `a mark at the beginning and ends of rows of every kind are read`() throws {
        let bytes: [UInt8] =
            [0xEF, 0xBB, 0xBF] + Array("path,artifact\r\na.txt,01.01.01\nb.txt,01.01.01\r\rc.txt,01.01.01\r\n".utf8)
        let path = try desk.folder.write(bytes, to: "manifest.csv")
        #expect(try desk.load(.init(manifest: path)).counts == [3, 0, 0, 0])
    }

    @Test func `twenty thousand rows are checked, and all their problems told`() throws {
        var text = "path,artifact,level\n"
        for row in 0..<20_000 { text += row == 7_000 ? "a.txt,01.01.01,moon\n" : "f\(row)/x.txt,01.01.01,trial\n" }
        let found = try desk.refusals(text)
        #expect(found.count == 20_000)
        #expect(found[7_000] == "7002:level")
    }

    @Test func `signposts and files are filed together, and recognized`() throws {
        let rows = "path,url,artifact,title\na.txt,,01.01.01,A\n,https://etmf.example.com/1,01.01.02,B"
        #expect(try desk.load(rows).counts == [2, 0, 0, 0])
        #expect(try desk.load(rows).counts == [0, 0, 2, 0])
        #expect(try desk.refusals("path,url,artifact", ",,01.01.01") == ["2:path"])
    }

    @Test func `a document's number or key that is not there, or was withdrawn, is refused`() throws {
        #expect(try desk.refusals("path,artifact,document", "a.txt,01.01.01,D-000009") == ["2:document"])
        _ = try desk.load("path,artifact,document", "a.txt,01.01.01,plan")
        #expect(try desk.load("path,artifact,document", "b.txt,01.01.01,D-000001").counts == [0, 1, 0, 0])
        let filing = try Filing(store: desk.store, study: "ABC-101", model: desk.model, by: .test)
        _ = try filing.withdraw(DocumentNumber(1))
        #expect(try desk.refusals("path,artifact,document", "c.txt,01.01.01,plan") == ["2:document"])
    }

    @Test func `the sender's id recognizes a record under another path`() throws {
        let header = "path,artifact,source_system,source_id"
        _ = try desk.load(header, "a.txt,01.01.01,other-etmf,7")
        #expect(try desk.load(header, "b.txt,01.01.01,other-etmf,7").counts == [0, 1, 0, 0])
        #expect(try desk.load(header, "c.txt,01.01.01,other-etmf,8").counts == [1, 0, 0, 0])
        #expect(try desk.refusals(header, "d.txt,01.01.01,other-etmf,") == ["2:source_id"])
    }

    @Test func `a study that is not there is named`() throws {
        #expect(throws: StoreError.self) {
            try Importing(store: desk.store, study: "XYZ", model: desk.model, by: .test)
        }
    }
}
