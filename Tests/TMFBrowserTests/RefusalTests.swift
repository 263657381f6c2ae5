import TMFModel
import Testing

@testable import TMFBrowser

@Suite struct RefusalTests {
    @Test(arguments: [
        "/..", "/../etc/passwd", "/studies/../health", "/studies/%2e%2e/health", "/studies/%2E%2E/%2e%2e/etc/passwd",
        "/studies/ABC-101/..%2f..%2fetc", "/studies/ABC-101%2Ftree", "/studies/ABC-101/%5c..%5c", "/assets/..%2fx",
        "/studies/ABC-101/documents/1%00", "//", "/studies//tree", "/studies/ABC-999", "/studies/ABC-101/nothing",
        "/studies/ABC-101/documents/999999", "/studies/ABC-101/documents/x", "/studies/ABC-101/documents/-1",
        "/studies/ABC-101/documents/1/versions/99/content", "/studies/ABC-101/documents/1/versions/x/content",
        "/studies/ABC-101/documents/99999999999999999999999/versions/1/content", "/studies/ABC-101/tree/99",
        "/studies/ABC-101/tree/05/06.01/06.01.01", "/studies/ABC-101/countries/XXX", "/etc/passwd", "/store.json",
        "/studies/ABC-101/missing?part=9999",
    ])
    func `an address of nothing leads home`(path: String) async throws {
        let reply = try await SampleStore.browser.value.get(path)
        #expect(reply.status == 404)
        #expect(reply["Content-Type"] == "text/html; charset=utf-8")
        #expect(reply.text.contains("href=\"/\""))
        #expect(reply["X-Content-Type-Options"] == "nosniff")
        #expect(reply["Content-Security-Policy"] != nil)
    }

    @Test(arguments: ["2026-02-30", "yesterday", "%3Cscript%3E", "2026-1-1"])
    func `a day that is none is named`(day: String) async throws {
        let reply = try await SampleStore.browser.value.get("/studies/ABC-101?as-of=\(day)")
        #expect(reply.status == 400)
        #expect(!reply.text.contains("<script>"))
        #expect(reply.text.contains(day == "%3Cscript%3E" ? "&lt;script&gt;" : day))
    }

    @Test(arguments: ["/%zz", "/studies/%ff%fe", "/studies/ABC-101?q=%c3", "/studies/ABC-101/missing?part=x"])
    func `what cannot be read is a bad request`(path: String) async throws {
        #expect(try await SampleStore.browser.value.get(path).status == 400)
    }

    @Test func `programs are told in their own form`() async throws {
        let browser = try await SampleStore.browser.value
        for path in ["/api/v1/nothing", "/api/v1/studies/ABC-999/status", "/api/v1/studies/ABC-101/documents/999999"] {
            let reply = try await browser.get(path)
            #expect(reply.status == 404)
            #expect(reply["Content-Type"] == "application/json")
            #expect(try JSON(parsing: reply.text)["status"]?.int == 404)
        }
        let reply = try await browser.get("/api/v1/studies/ABC-101/status?as-of=never")
        #expect(reply.status == 400)
        #expect(try JSON(parsing: reply.text)["error"]?.string?.contains("never") == true)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
    func `nothing can be changed`(method: String) async throws {
        let reply = try await SampleStore.browser.value.get("/studies/ABC-101", method: method, ["Content-Length": "0"])
        #expect(reply.status == 405 || (method == "BREW" && reply.status == 400))
        if reply.status == 405 { #expect(reply["Allow"] == "GET, HEAD") }
    }

    @Test func `another host is refused`() async throws {
        let browser = try await SampleStore.browser.value
        let port = browser.port
        for host in ["localhost:\(port)", "LOCALHOST:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)"] {
            #expect(try await browser.get("/health", host: host).status == 200, "\(host)")
        }
        for host in [
            "evil.example", "evil.example:\(port)", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:\(port)",
            "192.168.0.1:\(port)", "127.0.0.1:\(port)x", "[::1", "user@127.0.0.1:\(port)",
        ] {
            #expect(try await browser.get("/health", host: host).status == 421, "\(host)")
        }
    }

    @Test func `a request without a host is refused`() async throws {
        let port = try await SampleStore.browser.value.port
        let reply = try await Reply.to(Array("GET / HTTP/1.1\r\nConnection: close\r\n\r\n".utf8), port: port)
        #expect(reply.status == 400)
    }

    @Test func `endless headers end`() async throws {
        let port = try await SampleStore.browser.value.port
        let head = "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        let long = try await Reply.to(
            Array("\(head)X: \(String(repeating: "a", count: 20_000))\r\n\r\n".utf8), port: port)
        #expect(long.status == 400)
        let many = String(repeating: "X-A: b\r\n", count: 500)
        #expect(try await Reply.to(Array("\(head)\(many)\r\n".utf8), port: port).status == 400)
        let target = "/studies/\(String(repeating: "a", count: 10_000))"
        #expect(try await SampleStore.browser.value.get(target).status == 414)
    }

    @Test(arguments: ["", "\r\n\r\n", "NONSENSE\r\n\r\n", "GET\r\n\r\n", "GET http://evil.example/ HTTP/1.1\r\n\r\n"])
    func `nonsense does not stop it`(request: String) async throws {
        let browser = try await SampleStore.browser.value
        // Refused, or hung up on, perhaps with a reset: what matters is that the next one is answered.
        _ = try? await Reply.hangingUp(after: Array((request + "\r\n").utf8), port: browser.port)
        #expect(try await browser.get("/health").status == 200)
    }

    @Test func `a connection on which nothing comes is closed`() async throws {
        let browser = try await Served(StoreSource(SampleStore.shared.value.opened()), idleSeconds: 1)
        // Either nothing comes back, or it is closed before anything was asked: it ends, and that is what matters.
        await #expect(throws: (any Error).self) { try await Reply.to([], port: browser.port) }
        try await browser.stop()
    }

    @Test func `restricted records are nowhere`() async throws {
        let sample = try await SampleStore.shared.value
        let browser = try await SampleStore.browser.value
        let restricted = try sample.documents().filter(\.facts.isRestricted)
        #expect(!restricted.isEmpty)
        for document in restricted {
            let number = document.number.value
            let artifact = document.facts.artifact
            #expect(try await browser.get("/studies/ABC-101/documents/\(number)").status == 404)
            #expect(try await browser.get("/studies/ABC-101/documents/\(number)/versions/1/content").status == 404)
            #expect(try await browser.get("/api/v1/studies/ABC-101/history/\(number)").status == 404)
            for path in [
                "/studies/ABC-101/tree/\(artifact.zoneNumber)/\(artifact.sectionNumber)/\(artifact)",
                "/studies/ABC-101/audit", "/studies/ABC-101/about", "/api/v1/studies/ABC-101/list",
                "/studies/ABC-101/audit?as-of=2999-01-01",
            ] {
                let reply = try await browser.get(path)
                #expect(reply.status == 200)
                #expect(!reply.text.contains(document.facts.title), "\(path)")
            }
        }
    }

    @Test func `restricted records are shown to who may see them`() async throws {
        let sample = try await SampleStore.shared.value
        let document = try #require(try sample.documents().first(where: \.facts.isRestricted))
        let browser = try await Served(StoreSource(sample.opened(), includesRestricted: true))
        #expect(try await browser.get("/studies/ABC-101/documents/\(document.number.value)").status == 200)
        try await browser.stop()
    }
}
