import TMFFormats
import Testing

@Suite struct CSVWriterTests {
    @Test func `quotes stand only where they are needed`() {
        var writer = CSVWriter()
        writer.append(["a", "b c", "d,e", "f\"g", "h\ni", ""])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "a,b c,\"d,e\",\"f\"\"g\",\"h\ni\",\n")
    }

    @Test(arguments: ["=1+1", "+49 30", "-x", "@me", "\tx", "\rx", "'=1", "''@"])
    func `a formula is guarded, and comes back as it was`(text: String) throws {
        var writer = CSVWriter()
        writer.append([text, "x"])
        var reader = CSVReader(source: "t.csv", bytes: writer.bytes)
        let field = try #require(try reader.next()?.fields.first)

        #expect(field == "'" + text)
        #expect(FormulaGuard.unguarded(field) == text)
    }

    @Test(arguments: ["", "'", "O'Neill", "'quoted'", "a=b", "ä"])
    func `other texts are left alone`(text: String) {
        #expect(FormulaGuard.guarded(text) == text)
        #expect(FormulaGuard.unguarded(text) == text)
    }

    @Test func `whatever is written reads back`() throws {
        let pieces = ["", "a", ",", "\"", "\n", "\r", "\r\n", " ", "ü", "x\"y", "👩‍⚕️"]
        let written = pieces.flatMap { left in pieces.map { [left, $0, left + $0] } } + [[""]]
        var writer = CSVWriter()
        for fields in written { writer.append(fields) }

        var reader = CSVReader(source: "t.csv", bytes: writer.take())
        var read: [[String]] = []
        while let row = try reader.next() { read.append(row.fields.map(FormulaGuard.unguarded)) }

        #expect(read == written)
        #expect(writer.bytes.isEmpty)
    }
}
