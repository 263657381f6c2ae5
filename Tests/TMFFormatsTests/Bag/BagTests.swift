import TMFFormats
import TMFModel
import Testing

@Suite struct BagTests {
    private let digest: Digest
    private let hex = String(repeating: "0123456789abcdef", count: 4)

    init() throws { digest = try #require(Digest(String(repeating: "0123456789abcdef", count: 4))) }

    @Test func `a declaration reads back as it was written`() throws {
        let text = BagDeclaration().text
        #expect(text == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        #expect(try BagDeclaration(parsing: text) == BagDeclaration())
        #expect(
            try BagDeclaration(parsing: "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: utf-8").version == "0.97")
    }

    @Test(arguments: ["", "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n", "BagIt-Version: 1.0\n", "x"])
    func `what declares no bag is refused`(text: String) {
        #expect(throws: InputProblem.self) { try BagDeclaration(parsing: text) }
    }

    @Test func `folded lines of bag-info are joined, and order and repetition kept`() throws {
        let info = try BagInfo(
            parsing:
                "\u{FEFF}Source-Organization: A\r\nContact-Name: B: C\n  and\n\tD\rSource-organization: E\n\nEmpty:\n")

        #expect(
            info.fields == [
                .init("Source-Organization", "A"), .init("Contact-Name", "B: C and D"),
                .init("Source-organization", "E"), .init("Empty", ""),
            ])
        #expect(info.first("SOURCE-ORGANIZATION") == "A")
        #expect(info.first("Other") == nil)
        #expect(try BagInfo(parsing: info.text) == info)
        #expect(BagInfo([.init("A", "b\nc")]).text == "A: b c\n")
    }

    @Test(arguments: ["  folded first", "no colon", ": no label"])
    func `a line without a label is refused`(text: String) {
        #expect(throws: InputProblem.self) { try BagInfo(parsing: text) }
    }

    @Test func `a manifest reads back as it was written`() throws {
        let manifest = BagManifest([
            .init(digest: digest, path: "data/a b/ü.pdf"), .init(digest: digest, path: "data/*x"),
        ])
        let text = try manifest.text()

        #expect(text.hasPrefix("\(hex)  data/a b/ü.pdf\n"))
        #expect(try BagManifest(parsing: text) == manifest)
    }

    @Test(arguments: [
        (" *data/x", "data/x"), ("\tdata/x", "data/x"), ("  ./data/x", "data/x"), ("  data/100%25", "data/100%"),
        ("  data/a%0ab%0Dc", "data/a\nb\rc"), ("  data/50%20", "data/50%20"), ("  data/%", "data/%"),
        ("  data/x \r", "data/x "),
    ])
    func `lines of other tools are understood`(rest: String, path: String) throws {
        #expect(try BagManifest(parsing: hex.uppercased() + rest).entries == [.init(digest: digest, path: path)])
    }

    @Test(arguments: [
        "data/a%b", "data/a\nb", "data/a\rb", "data/\u{1}", "../x", "/x", "data//x", "", "a\\b", "~x", "c:x",
    ])
    func `a path that not every tool reads is not written`(path: String) {
        #expect(throws: FactError.self) { try BagManifest.Entry(digest: digest, path: path).line() }
    }

    @Test func `all bad lines are listed at once`() {
        let text = "\(hex)  data/x\nxyz  data/y\n\(hex)  ../z\n\(hex)\n\(hex)  data/x\n\(hex.dropLast())  data/q\n"
        let problems = #expect(throws: InputProblems.self) { try BagManifest(parsing: text) }
        #expect(problems?.problems.map(\.row) == [2, 3, 4, 5, 6])
    }
}
