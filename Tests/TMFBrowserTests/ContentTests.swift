import TMFModel
import TMFStore
import Testing

@testable import TMFBrowser

@Suite struct ContentTests {
    private static let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 251) }

    /// Serves one document with these bytes and hands the test the address of its content.
    private func serving(
        _ name: String, _ bytes: [UInt8], _ test: (Served, String) async throws -> Void
    ) async throws {
        let small = try SmallStore()
        let document = try small.file(name, bytes)
        let browser = try await Served(StoreSource(small.store), keeping: small.folder)
        try await test(browser, "/studies/XYZ-1/documents/\(document.number.value)/versions/1/content")
        try await browser.stop()
    }

    @Test func `the bytes come as they were filed`() async throws {
        try await serving("data.bin", ContentTests.bytes) { browser, address in
            let reply = try await browser.get(address)
            #expect(reply.status == 200)
            #expect(reply.body == ContentTests.bytes)
            #expect(reply["ETag"] == "\"\(Digest(of: ContentTests.bytes))\"")
            #expect(reply["Accept-Ranges"] == "bytes")
            #expect(reply["Content-Length"] == "100000")
            #expect(reply["Content-Security-Policy"]?.contains("sandbox") == true)
            #expect(reply["X-Content-Type-Options"] == "nosniff")
            let again = try await browser.get(address, ["If-None-Match": reply["ETag"] ?? ""])
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            let head = try await browser.get(address, method: "HEAD")
            #expect(head["Content-Length"] == "100000")
            #expect(head.body.isEmpty)
        }
    }

    @Test func `one range comes alone`() async throws {
        try await serving("data.bin", ContentTests.bytes) { browser, address in
            let ranges: [(String, Range<Int>)] = [
                ("bytes=0-0", 0..<1), ("bytes=10-19", 10..<20), ("bytes=99990-", 99_990..<100_000),
                ("bytes=-5", 99_995..<100_000), ("bytes=99990-200000", 99_990..<100_000),
                ("bytes=-99999999999999999999", 0..<100_000),
            ]
            for (header, range) in ranges {
                let reply = try await browser.get(address, ["Range": header])
                #expect(reply.status == 206, "\(header)")
                #expect(reply.body == Array(ContentTests.bytes[range]), "\(header)")
                #expect(reply["Content-Range"] == "bytes \(range.lowerBound)-\(range.upperBound - 1)/100000")
            }
            for header in ["bytes=100000-", "bytes=20-10", "bytes=-0", "bytes=a-b", "bytes=", "bytes=5"] {
                let reply = try await browser.get(address, ["Range": header])
                #expect(reply.status == 416, "\(header)")
                #expect(reply["Content-Range"] == "bytes */100000")
            }
            for header in ["bytes=0-1,5-6", "rows=1-2"] {
                #expect(try await browser.get(address, ["Range": header]).body == ContentTests.bytes)
            }
        }
    }

    @Test func `a range of something else is not sent`() async throws {
        try await serving("data.bin", ContentTests.bytes) { browser, address in
            let tag = "\"\(Digest(of: ContentTests.bytes))\""
            let same = try await browser.get(address, ["Range": "bytes=0-3", "If-Range": tag])
            let other = try await browser.get(address, ["Range": "bytes=0-3", "If-Range": "\"other\""])
            #expect(same.status == 206)
            #expect(other.status == 200)
            #expect(other.body.count == 100_000)
        }
    }

    @Test(arguments: [
        ("page.html", "<!DOCTYPE html><html><script>alert(1)</script></html>", "text/html", "attachment"),
        ("picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "image/svg+xml", "attachment"),
        ("note.txt", "Müller", "text/plain; charset=utf-8", "inline"),
        ("report.pdf", "%PDF-1.4\n%%EOF\n", "application/pdf", "inline"),
        ("table.csv", "a,b\n1,2\n", "text/csv", "attachment"),
    ])
    func `what could run is saved, not shown`(
        name: String, text: String, mediaType: String, disposition: String
    ) async throws {
        try await serving(name, Array(text.utf8)) { browser, address in
            let reply = try await browser.get(address)
            #expect(reply["Content-Type"] == mediaType)
            #expect(reply["Content-Disposition"]?.hasPrefix(disposition + "; filename=\"\(name)\"") == true)
        }
    }

    @Test func `text that is not UTF-8 is not said to be`() async throws {
        try await serving("latin.txt", Array("M".utf8) + [0xFC] + Array("ller and more words".utf8)) {
            browser, address in
            let reply = try await browser.get(address)
            #expect(reply["Content-Type"] == "text/plain")
        }
    }

    @Test func `a name cannot break out of its header`() {
        let name = ContentDisposition.name(
            "../a\"b\r\nSet-Cookie: x\u{202E}Müller.pdf", document: DocumentNumber(7), version: 2,
            mediaType: "application/pdf")
        #expect(
            ContentDisposition.value(mediaType: "application/pdf", name: name)
                == "inline; filename=\"xM_ller.pdf\"; filename*=UTF-8''xM%C3%BCller.pdf")
        #expect(!name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E || $0 == "/" })
        #expect(
            ContentDisposition.name(nil, document: DocumentNumber(7), version: 2, mediaType: "application/pdf")
                == "d-000007-v2.pdf")
    }

    @Test func `damaged bytes are told, not sent`() async throws {
        let small = try SmallStore()
        let document = try small.file("data.bin", ContentTests.bytes)
        let digest = try #require(document.versions.first?.facts.content?.digest)
        let path = small.store.content.path(of: digest)
        try TestFile.replace(path, with: [1, 2, 3])
        let browser = try await Served(StoreSource(small.store), keeping: small.folder)
        let address = "/studies/XYZ-1/documents/1/versions/1/content"

        let short = try await browser.get(address)
        try TestFile.remove(path)
        let gone = try await browser.get(address)

        #expect(short.status == 500)
        #expect(short.text.contains("tmf verify"))
        #expect(gone.status == 500)
        #expect(gone.text.contains("not in the store"))
        try await browser.stop()
    }

    @Test func `a large content is read piece by piece`() async throws {
        let source = try await LargeSource(StoreSource(SampleStore.shared.value.opened()), size: 40_000_000)
        let browser = try await Served(source)
        let address = "/studies/ABC-101/documents/1/versions/1/content"
        let reply = try await browser.get(address)
        #expect(reply.body.count == 40_000_000)
        #expect(source.largestRead == 256 << 10)
        try await browser.stop()
    }
}
