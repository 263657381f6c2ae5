import Foundation
import SystemPackage
import Testing

@testable import XML

@Suite struct XMLTests {
    private func events(_ text: String, limits: XMLLimits = XMLLimits()) throws -> [XMLEvent] {
        var reader = try XMLReading(Array(text.utf8), name: "test.xml", limits: limits)
        var events: [XMLEvent] = []
        while let event = try reader.next() { events.append(event) }
        return events
    }

    private func put(_ text: String) throws -> FilePath {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("xml-tests-\(UUID().uuidString)")
        try Data(text.utf8).write(to: url)
        return FilePath(url.path)
    }

    private func remove(_ path: FilePath) throws { try FileManager.default.removeItem(atPath: path.string) }

    @Test func `elements, attributes, namespaces and text come in order`() throws {
        let read = try events(
            #"<?xml version="1.0"?><!-- c --><a xmlns="urn:x" xmlns:p="urn:p" k="1 &lt; 2" p:k="ä"><b/>t&amp;<![CDATA[<u>]]></a>"#
        )

        let text = read.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined()
        #expect(text == "t&<u>")
        #expect(
            read.first
                == .start(
                    XMLName("a", namespace: "urn:x"),
                    attributes: [XMLName("k"): "1 < 2", XMLName("k", namespace: "urn:p"): "ä"]))
        #expect(read[1] == .start(XMLName("b", namespace: "urn:x"), attributes: [:]))
        #expect(read[2] == .end(XMLName("b", namespace: "urn:x")))
        #expect(read.last == .end(XMLName("a", namespace: "urn:x")))
    }

    @Test(arguments: [
        "", "no xml", "<a>", "<a><b></a>", "<a", "<a/><b/>", "<a>&nothing;</a>", "<a k='1' k='2'/>", "<a>\u{1}</a>",
        "<p:a/>",
    ])
    func `what is not well-formed is an error with its place`(text: String) throws {
        let error = #expect(throws: XMLError.self) { try events(text) }
        #expect(error?.path == "test.xml")
        #expect(error?.message.isEmpty == false)
    }

    @Test func `an error names the line`() throws {
        let error = #expect(throws: XMLError.self) { try events("<a>\n<b>\n</a>") }
        #expect(error?.line == 3)
        var reader = try XMLReading(Array("<a>\n\n<b/></a>".utf8), name: "x")
        _ = try reader.next()
        _ = try reader.next()
        #expect(try reader.next() == .start(XMLName("b"), attributes: [:]))
        #expect(reader.line == 3)
    }

    @Test(arguments: [
        #"<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;&x;&x;"><!ENTITY z "&y;&y;&y;&y;">]><a>&z;</a>"#,
        #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#,
        #"<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost:1/x.dtd"> %x;]><a/>"#,
        #"<!DOCTYPE a SYSTEM "http://localhost:1/x.dtd"><a/>"#,
        "<!DOCTYPE a><a/>",
    ])
    func `a declared document type is refused before anything is opened or expanded`(text: String) throws {
        let error = #expect(throws: XMLError.self) { try events(text) }
        #expect(error?.message.contains("DOCTYPE") == true)
    }

    @Test func `depth and size have limits`() throws {
        func nested(_ count: Int) -> String {
            String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
        }
        #expect(try events(nested(200)).count == 400)
        #expect(throws: XMLError.self) { try events(nested(201)) }
        #expect(throws: XMLError.self) { try events(nested(100_000)) }
        #expect(throws: XMLError.self) { try events("<aaaa/>", limits: XMLLimits(maxBytes: 3)) }
    }

    @Test func `a file is read like memory, and cut off anywhere it is an error`() throws {
        let whole = "<a>\n<b k='1'>text</b>\n</a>"
        for count in 1...whole.count {
            let path = try put(String(whole.prefix(count)))
            defer { try? remove(path) }
            func read() throws -> Int {
                var reader = try XMLReading(opening: path)
                var number = 0
                while try reader.next() != nil { number += 1 }
                return number
            }
            if count == whole.count {
                #expect(try read() == 7)
            } else {
                #expect(throws: XMLError.self) { try read() }
            }
        }
        let error = #expect(throws: XMLError.self) { _ = try XMLReading(opening: "/nonexistent/a.xml") }
        #expect(error?.description == "/nonexistent/a.xml: cannot open: No such file or directory")
        #expect(throws: XMLError.self) { _ = try XMLReading(opening: "/tmp") }
    }

    @Test func `what is written reads back as it was`() throws {
        let text = "a < b && \"c\" > 'd'\r\n\tä 日本 \u{1F4C4} ]]>"
        var writer = XMLWriter()
        try writer.start("p:root", [("xmlns:p", "urn:p"), ("k", text)])
        try writer.element("e", text: text)
        try writer.element("empty")
        try writer.end()
        let read = try events(String(decoding: writer.finish(), as: UTF8.self))

        #expect(read[0] == .start(XMLName("root", namespace: "urn:p"), attributes: [XMLName("k"): text]))
        #expect(read.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined() == text)
    }

    @Test func `what XML cannot say is refused`() throws {
        var writer = XMLWriter()
        try writer.start("a")
        for text in ["\u{0}", "\u{8}", "\u{1F}", "x\u{FFFE}", "\u{FFFF}"] {
            #expect(throws: XMLWriter.Refusal.self) { try writer.text(text) }
        }
        try writer.text("\u{FFFD}ÿ\u{7FBF}")
        for name in ["", "1a", "a b", "a>", ":a", "a:", "a:b:c", "-a"] {
            #expect(throws: XMLWriter.Refusal.name(name)) { try writer.start(name) }
        }
        #expect(throws: XMLWriter.Refusal.self) { try writer.start("b", [("k", "1"), ("k", "2")]) }
        var closed = XMLWriter()
        try closed.element("a")
        #expect(throws: XMLWriter.Refusal.self) { try closed.end() }
        #expect(throws: XMLWriter.Refusal.self) { try closed.start("b") }
        #expect(throws: XMLWriter.Refusal.self) { try closed.text("b") }
        #expect(throws: XMLWriter.Refusal.self) { _ = try XMLWriter().finish() }
    }

    @Test func `a schema tells what breaks it, and where`() throws {
        let schema = try put(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
            <xs:element name="n" type="xs:int" maxOccurs="unbounded"/>
            </xs:sequence></xs:complexType></xs:element></xs:schema>
            """)
        let good = try put("<a>\n<n>1</n>\n<n>2</n></a>")
        let bad = try put("<a>\n<n>one</n>\n<m/>\n</a>")
        let broken = try put("<a><n>1</n>")
        let typed = try put("<!DOCTYPE a><a><n>1</n></a>")
        defer { for path in [schema, good, bad, broken, typed] { try? remove(path) } }

        let check = try XMLSchema.reading(schema)

        #expect(try check.problems(in: good) == [])
        #expect(try check.problems(in: bad).map(\.line).contains(2))
        #expect(try check.problems(in: bad).map(\.line).contains(3))
        #expect(try check.problems(in: broken).isEmpty == false)
        #expect(try check.problems(in: typed).isEmpty == false)
        #expect(throws: XMLError.self) { _ = try XMLSchema.reading(good) }
        #expect(throws: XMLError.self) { _ = try XMLSchema.reading("/nonexistent.xsd") }
    }
}
