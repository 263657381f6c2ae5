import Foundation
import Logging
import SystemPackage
import TMFModel
import Testing

@testable import TMFBrowser

@Suite struct AccessTests {
    private static let secret = "0123456789abcdef-secret"

    private func serving(
        _ configure: (inout BrowserConfiguration, TemporaryFolder) throws -> Void,
        _ test: (Served) async throws -> Void
    ) async throws {
        let small = try SmallStore()
        var configuration = BrowserConfiguration()
        try configure(&configuration, small.folder)
        let browser = try await Served(StoreSource(small.store), configuration: configuration, keeping: small.folder)
        try await test(browser)
        try await browser.stop()
    }

    private func withToken(_ test: (Served) async throws -> Void) async throws {
        try await serving(
            { $0.tokenFile = try $1.write("token", Array((AccessTests.secret + "\n").utf8)) }, test)
    }

    @Test(arguments: ["0.0.0.0", "192.168.1.5", "::", "tmf.example"])
    func `others are let in with a token only`(host: String) throws {
        let small = try SmallStore()
        #expect(throws: BrowserError.tokenNeeded(host: host)) {
            try Browser(source: StoreSource(small.store), configuration: BrowserConfiguration(host: host))
        }
    }

    @Test(arguments: ["", "short\n", "has a blank in its first line\n"])
    func `a token that is none is refused`(text: String) throws {
        let small = try SmallStore()
        let path = try small.folder.write("token", Array(text.utf8))
        #expect(throws: BrowserError.self) {
            try Browser(source: StoreSource(small.store), configuration: BrowserConfiguration(tokenFile: path))
        }
    }

    @Test func `without the token nothing is told`() async throws {
        try await withToken { browser in
            for path in ["/", "/health", "/studies/XYZ-1", "/assets/style.css", "/api/v1/studies", "/?token=wrong"] {
                let reply = try await browser.get(path)
                #expect(reply.status == 401, "\(path)")
                #expect(!reply.text.contains("XYZ-1"))
            }
            let wrong = try await browser.get("/health", ["Authorization": "Bearer \(AccessTests.secret)x"])
            #expect(wrong.status == 401)
        }
    }

    @Test func `a bearer of the token is let in`() async throws {
        try await withToken { browser in
            let reply = try await browser.get("/health", ["Authorization": "Bearer \(AccessTests.secret)"])
            #expect(reply.status == 200)
        }
    }

    @Test func `a token in the address becomes a cookie`() async throws {
        try await withToken { browser in
            let first = try await browser.get("/studies/XYZ-1/search?q=a%26b&token=\(AccessTests.secret)")
            #expect(first.status == 303)
            #expect(first["Location"] == "/studies/XYZ-1/search?q=a%26b")
            let cookie = try #require(first["Set-Cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            #expect(!cookie.contains(AccessTests.secret))

            let pair = String(cookie.prefix { $0 != ";" })
            let second = try await browser.get("/studies/XYZ-1", ["Cookie": "other=1; \(pair)"])
            #expect(second.status == 200)
            #expect(try await browser.get("/studies/XYZ-1", ["Cookie": pair + "0"]).status == 401)
        }
    }

    @Test func `requests are logged without secrets`() async throws {
        try await withToken { browser in
            _ = try await browser.get("/?token=\(AccessTests.secret)&a=b")
            _ = try await browser.get("/studies?%74oken=\(AccessTests.secret)")
            let lines = browser.logged
            #expect(lines.count == 2)
            #expect(lines[0].contains(" 127.0.0.1 GET /?token=…&a=b 303 "))
            #expect(!lines.joined().contains(AccessTests.secret))
        }
    }

    @Test func `the log can be a file`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path.appending("access.log")
        let writer = try AccessLogWriter(.file(path), logger: .init(label: "test"))
        writer.write(client: "::1", method: "GET", target: "/a\nb", status: 200, bytes: "5", milliseconds: 3)
        writer.write(client: "::1", method: "GET", target: "/", status: 404, bytes: "0", milliseconds: 0)
        let text = try String(contentsOfFile: path.string, encoding: .utf8)
        #expect(text.split(separator: "\n").count == 2)
        #expect(text.contains("GET /a\u{FFFD}b 200 5 3ms"))
        #expect(throws: BrowserError.self) {
            try AccessLogWriter(.file(folder.path.appending("no").appending("log")), logger: .init(label: "test"))
        }
    }

    @Test func `a port that is taken is told`() async throws {
        let port = try await SampleStore.browser.value.port
        let small = try SmallStore()
        let browser = try Browser(
            source: StoreSource(small.store), configuration: BrowserConfiguration(port: port))
        await #expect(throws: BrowserError.self) { try await browser.run(stopsOnSignals: false) { _ in } }
    }
}
