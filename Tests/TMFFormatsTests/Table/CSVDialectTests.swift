import SystemPackage
import TMFModel
import TMFTestSupport
import Testing

@testable import TMFFormats

@Suite struct CSVDialectTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func table(_ bytes: [UInt8], _ options: TableOptions = TableOptions()) throws -> Table {
        try Table(opening: folder.write(bytes, to: "t.csv"), source: "t.csv", options)
    }

    private func rows(_ table: Table) throws -> [[String]] {
        let next = try table.rows()
        var rows: [[String]] = []
        while let row = try next() { rows.append(row.fields) }
        return rows
    }

    private static func wide(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isBig ? bytes.reversed() : bytes
        }
    }

    @Test(arguments: [(";", "semicolons"), ("\t", "tabs")])
    func `the separator is the one by which the header makes sense, and is told`(mark: String, word: String) throws {
        let text = "List, of 2026\npath,title\na.pdf,\"x,y\"\n".replacing(",", with: mark).replacing(
            "List\(mark)", with: "List,")
        let table = try table(Array(text.utf8))

        #expect(try rows(table).last == ["a.pdf", "x\(mark)y"])
        #expect(table.remarks.map(\.message) == ["was read with \(word) between the columns"])
        #expect(try self.table(Array("path,title\na,b;c\n".utf8)).remarks == [])
    }

    @Test func `a first line that names the separator is no row`() throws {
        let table = try table(Array("sep=;\r\nward;room\r\n1;2\r\n".utf8))
        #expect(try rows(table) == [["ward", "room"], ["1", "2"]])
        #expect(try table.rows()()?.row == 1)
    }

    @Test(arguments: [false, true])
    func `UTF-16 is known by its mark, and told`(isBig: Bool) throws {
        let text = "\u{FEFF}path;title\na;Zoë 👩‍⚕️ Łódź\n"
        let table = try table(CSVDialectTests.wide(text, isBig: isBig))

        #expect(try rows(table).last == ["a", "Zoë 👩‍⚕️ Łódź"])
        #expect(table.remarks.first?.message.hasPrefix("was read as UTF-16") == true)
        #expect(throws: InputProblem.self) {
            try rows(self.table(CSVDialectTests.wide(text, isBig: isBig).dropLast()))
        }
    }

    @Test func `Windows-1252 is read if stated, never guessed`() throws {
        let bytes = Array("path,title\na,M".utf8) + [0xFC] + Array("ller ".utf8) + [0x80, 0x0A]

        let refusal = #expect(throws: InputProblem.self) { try rows(table(bytes)) }
        #expect(refusal?.message.contains("--encoding windows-1252") == true)
        let stated = try table(bytes, TableOptions(encoding: .windows1252))
        #expect(try rows(stated).last == ["a", "Müller €"])
        #expect(stated.remarks.first?.message == "was read as Windows-1252, as stated")
        #expect(throws: InputProblem.self) { try rows(table(bytes + [0x81], TableOptions(encoding: .windows1252))) }
        #expect(throws: InputProblem.self) {
            try table([0xEF, 0xBB, 0xBF] + bytes, TableOptions(encoding: .windows1252))
        }
    }
}
