import TMFModel
import TMFTestSupport
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "0.5",
        "-0.0", "1e5", "1E+5", "1.5e-7", #""""#, #""ä€😀""#, #""\"\\\n\r\t""#, #""\u0000\u001f""#, "[]", "{}",
        #"[1,[2,[]],{"a":null}]"#, #"{"b":1,"a":2}"#, "\"\u{7F}\u{2028}\"",
    ])
    func `a value written on one line reads back as the same text`(text: String) throws {
        #expect(try JSON(parsing: text).line == text)
    }

    @Test func `blanks and escapes may stand where the standard allows them`() throws {
        let text = "\r\n\t { \"a\" : [ 1 , 2 ] , \"\\u0062\\/\\b\\f\" : \"\\ud83d\\uDE00\\u00e4\" } "
        let expected: JSON = .object([
            JSON.Member("a", .array([1, 2])), JSON.Member("b/\u{8}\u{C}", "😀ä"),
        ])
        #expect(try JSON(parsing: text) == expected)
    }

    @Test(arguments: [
        "", " ", "nul", "nulll", "True", "+1", "01", "-", "-a", "1.", ".5", "1e", "1e+", "0x1", "NaN", "Infinity",
        "[1,]",
        "[,1]", "[1 2]", "[", "]", "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{a:1}", #"{"a" 1}"#, "'a'", #"""#, #""\"#,
        #""\x""#, #""\u12""#, #""\u12g4""#, #""\u+123""#, "\"\n\"", "\"\u{1}\"", "1 2", "[1]]", "// 1\n1", "\u{FEFF}1",
        #""\ud800""#, #""\udc00""#, #""\ud800\ud800""#, #""\ud800x""#, #""\ud83d\u0041""#, #""\ud83d"#, #""\ud83d\u"#,
    ])
    func `what is not JSON is refused with the place`(text: String) {
        let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
        #expect((0...text.utf8.count).contains(error?.offset ?? -1))
    }

    @Test(arguments: [
        [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFF],
    ])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
    }

    @Test func `64 levels are read and more are refused, however many`() throws {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        _ = try JSON(parsing: nested(64))
        #expect(throws: JSONError.self) { try JSON(parsing: nested(65)) }
        #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
        #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: #"{"a":"#, count: 1_000_000)) }
        // Breadth is no depth.
        let broad = "[" + Array(repeating: "[[]]", count: 1_000).joined(separator: ",") + "]"
        #expect(try JSON(parsing: broad).array?.count == 1_000)
    }

    @Test func `what is not set is told from what is null only by asking for members`() throws {
        let json = try JSON(parsing: #"{"a":null,"b":1,"b":2}"#)
        #expect(json["a"] == nil)
        #expect(json["b"] == 1)
        #expect(json.members?.count == 3)
        #expect(JSON.compact([("a", nil), ("b", 1)]).line == #"{"b":1}"#)
        #expect(JSON.full([("a", nil), ("b", 1)]).line == #"{"a":null,"b":1}"#)
    }

    @Test(arguments: [(1, 3, "33.3"), (2, 3, "66.7"), (1, 1, "100"), (0, 5, "0"), (1, 2_000, "0.1"), (0, 0, "null")])
    func `a percentage has one decimal, rounded half up`(part: Int, whole: Int, text: String) {
        #expect(JSON.percent(part, of: whole).line == text)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `any value reads back as it was written, on one line or many`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let value = JSONTests.value(depth: 5, &generator)
        let line = value.line
        #expect(!line.utf8.contains(0x0A))
        #expect(try JSON(parsing: line) == value)
        #expect(try JSON(parsing: line).line == line)
        #expect(try JSON(parsing: value.indented) == value)
    }

    private static func value(depth: Int, _ generator: inout SeededGenerator) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
        case 0: .null
        case 1: .bool(.random(using: &generator))
        case 2: .int(.random(in: .min ... .max, using: &generator))
        case 3: .number("\(Int.random(in: -9...9, using: &generator)).\(Int.random(in: 0...99, using: &generator))e-3")
        case 4, 5: .string(text(&generator))
        case 6:
            .array((0..<Int.random(in: 0...4, using: &generator)).map { _ in value(depth: depth - 1, &generator) })
        default:
            .object(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                    JSON.Member(text(&generator), value(depth: depth - 1, &generator))
                })
        }
    }

    private static func text(_ generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            let limit: UInt32 = Bool.random(using: &generator) ? 0x80 : 0x11_0000
            guard let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator)) else { continue }
            text.unicodeScalars.append(scalar)
        }
        return text
    }
}
