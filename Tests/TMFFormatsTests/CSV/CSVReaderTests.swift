import TMFFormats
import TMFModel
import Testing

@Suite struct CSVReaderTests {
    private func rows(_ text: String) throws -> [CSVRow] { try rows(Array(text.utf8)) }

    private func rows(_ bytes: [UInt8], chunk: Int? = nil) throws -> [CSVRow] {
        var rest = bytes[...]
        var reader =
            chunk.map { size in
                CSVReader(source: "t.csv") {
                    guard !rest.isEmpty else { return nil }
                    defer { rest = rest.dropFirst(size) }
                    return rest.prefix(size)
                }
            } ?? CSVReader(source: "t.csv", bytes: bytes)
        var rows: [CSVRow] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    private func firstProblem(_ bytes: [UInt8]) -> InputProblem? {
        do {
            _ = try rows(bytes)
            return nil
        } catch { return error as? InputProblem }
    }

    @Test func `fields keep commas, quotes and line ends that are quoted`() throws {
        let rows = try rows("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",\"\"\n")

        #expect(rows.map(\.fields) == [["a", "b"], ["x, y", "say \"hi\""], ["two\r\nlines", ""]])
        #expect(rows.map(\.row) == [1, 2, 3])
    }

    @Test(arguments: [1, 2, 3, 5, 7, 64])
    func `line ends may be mixed, and chunks may end anywhere`(chunk: Int) throws {
        let text = "\u{FEFF}a,b\r\n1,\"2 \"\"ä\"\"\"\r3,4\n\n\r\n\r5,\n\"6\"  ,7"

        let rows = try rows(Array(text.utf8), chunk: chunk)

        #expect(rows.map(\.fields) == [["a", "b"], ["1", "2 \"ä\""], ["3", "4"], ["5", ""], ["6", "7"]])
        #expect(rows.map(\.row) == [1, 2, 3, 7, 8])
    }

    @Test(arguments: [("", 0), ("\n", 0), ("\u{FEFF}", 0), ("\"\"", 1), (",", 1), ("a", 1), ("a\r\n\r\n", 1)])
    func `a blank line is no row, a quoted empty field is one`(text: String, count: Int) throws {
        #expect(try rows(text).count == count)
    }

    @Test func `a quote inside an unquoted field is text`() throws {
        #expect(try rows("5\" pipe,it's").first?.fields == ["5\" pipe", "it's"])
    }

    @Test func `an unterminated quote is named by the row where it began`() throws {
        let problem = try #require(firstProblem(Array("a,b\n1,\"2\n3,4\n5,6\n".utf8)))

        #expect(problem.row == 2)
        #expect(problem.message.contains("closing quote"))
    }

    @Test func `text after a closing quote is refused`() throws {
        #expect(firstProblem(Array("a\n\"x\"y\n".utf8))?.row == 2)
    }

    @Test(arguments: [
        [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0],
        [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], [0x61, 0x00, 0x0A, 0x00], [0x61, 0xE4, 0x0A],
        [0x22, 0xC3, 0x28, 0x22, 0x0A],
    ])
    func `another encoding is refused with what to do`(bytes: [UInt8]) throws {
        let problem = try #require(firstProblem(bytes))

        #expect(problem.row == 1)
        #expect(problem.message.contains("CSV UTF-8"))
    }

    @Test func `the row of bad bytes is named`() throws {
        #expect(firstProblem(Array("a\nb\n".utf8) + [0xC3, 0x0A])?.row == 3)
    }

    @Test func `endless rows are refused`() throws {
        let long = [UInt8](repeating: 0x61, count: CSVReader.longestRow + 1)
        #expect(firstProblem(long)?.message.contains("1 MiB") == true)
        #expect(firstProblem([0x22] + long)?.message.contains("closing quote") == true)
        #expect(firstProblem([UInt8](repeating: 0x2C, count: CSVReader.mostFields))?.row == 1)
        #expect(try rows(Array(long.dropLast())).first?.fields.first?.utf8.count == CSVReader.longestRow)
    }

    @Test func `nothing is read after a problem`() throws {
        var reader = CSVReader(source: "t.csv", bytes: Array("\"x\"y\na\n".utf8))
        #expect(throws: InputProblem.self) { try reader.next() }
        #expect(try reader.next() == nil)
    }

    @Test func `a failure of the source passes through`() throws {
        struct Gone: Error {}
        var reader = CSVReader(source: "t.csv") { throw Gone() }
        #expect(throws: Gone.self) { try reader.next() }
    }
}
