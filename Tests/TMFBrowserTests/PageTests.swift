import TMFModel
import TMFStore
import Testing

@testable import TMFBrowser

@Suite struct PageTests {
    @Test func `the only study is where one starts`() async throws {
        let reply = try await SampleStore.browser.value.get("/")
        #expect(reply.status == 302)
        #expect(reply["Location"] == "/studies/ABC-101")
    }

    @Test(arguments: [
        "", "/tree", "/tree/05", "/tree/05/05.02", "/tree/05/05.02/05.02.04", "/documents/1", "/sites",
        "/countries/DEU", "/countries/DEU/sites/101", "/missing", "/expiring", "/findings", "/people", "/timeline",
        "/timeline?site=101", "/amendments", "/amendments?country=FRA", "/people?site=101", "/search",
        "/search?q=protocol", "/audit", "/about", "/tree?filled-only=yes", "/?as-of=2025-06-30",
        "/documents/D-000001?as-of=2999-01-01",
    ])
    func `every page is there, and guards itself`(path: String) async throws {
        let reply = try await SampleStore.browser.value.get("/studies/ABC-101\(path)")
        #expect(reply.status == (path.contains("2025-06-30") ? 404 : 200), "\(reply.text)")
        #expect(reply["Content-Type"] == "text/html; charset=utf-8")
        #expect(
            reply["Content-Security-Policy"]
                == "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'")
        #expect(reply["X-Content-Type-Options"] == "nosniff")
        #expect(reply["X-Frame-Options"] == "DENY")
        #expect(reply["Referrer-Policy"] == "no-referrer")
        #expect(reply["Cross-Origin-Resource-Policy"] == "same-origin")
        #expect(!reply.text.contains("<style") && !reply.text.contains(" style=") && !reply.text.contains("onclick"))
    }

    @Test func `every link of a page leads somewhere`() async throws {
        let browser = try await SampleStore.browser.value
        for path in ["", "/tree/05/05.02/05.02.04", "/documents/1", "/expiring"] {
            let page = try await browser.get("/studies/ABC-101\(path)").text
            let links = Set(
                page.split(separator: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" && $0 != "#" }) })
            #expect(links.count > 10)
            for link in links where link.hasPrefix("/") {
                let target = link.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
                #expect(try await browser.get(target, method: "HEAD").status == 200, "\(link) on \(path)")
            }
        }
    }

    @Test func `a page is not sent again to who has it`() async throws {
        let browser = try await SampleStore.browser.value
        let first = try await browser.get("/studies/ABC-101/missing")
        let tag = try #require(first["ETag"])

        let second = try await browser.get("/studies/ABC-101/missing", ["If-None-Match": tag])

        #expect(first["Cache-Control"] == "no-cache")
        #expect(second.status == 304)
        #expect(second.body.isEmpty)
        #expect(second["ETag"] == tag)
    }

    @Test func `HEAD says what GET would`() async throws {
        let browser = try await SampleStore.browser.value
        let get = try await browser.get("/studies/ABC-101/tree")
        let head = try await browser.get("/studies/ABC-101/tree", method: "HEAD")
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head["Content-Length"] == "\(get.body.count)")
        #expect(head["ETag"] == get["ETag"])
    }

    @Test func `a page without a study leads to the only one`() async throws {
        let reply = try await SampleStore.browser.value.get("/missing?site=101")
        #expect(reply.status == 302)
        #expect(reply["Location"] == "/studies/ABC-101/missing?site=101")
    }

    @Test func `style and script are served`() async throws {
        let browser = try await SampleStore.browser.value
        #expect(try await browser.get("/assets/style.css")["Content-Type"] == "text/css; charset=utf-8")
        #expect(try await browser.get("/assets/viewer.js").status == 200)
        #expect(try await browser.get("/assets/other.js").status == 404)
    }

    @Test func `what is filed while it serves is seen`() async throws {
        let small = try SmallStore()
        let browser = try await Served(StoreSource(Store(at: small.store.root, .reading)), keeping: small.folder)
        let before = try await browser.get("/studies/XYZ-1/tree/01/01.01/01.01.01")
        #expect(!before.text.contains("Newly filed"))

        try small.file("a.txt", Array("text".utf8), title: "Newly filed")

        let after = try await browser.get(
            "/studies/XYZ-1/tree/01/01.01/01.01.01", ["If-None-Match": before["ETag"] ?? ""])
        #expect(after.status == 200)
        #expect(after.text.contains("Newly filed"))
        try await browser.stop()
    }

    @Test func `several studies are listed`() async throws {
        let first = try SmallStore("XYZ-1")
        _ = try SmallStore("XYZ-2", in: first.folder, adding: first.store)
        let browser = try await Served(StoreSource(first.store), keeping: first.folder)
        let reply = try await browser.get("/")
        #expect(reply.text.contains("href=\"/studies/XYZ-1\""))
        #expect(reply.text.contains("A small study &lt;&amp;&gt;"))
        #expect(try await browser.get("/missing")["Location"] == "/")
        try await browser.stop()
    }

    @Test func `a package is served as it is`() async throws {
        let browser = try await SampleStore.packageBrowser.value
        let page = try await browser.get("/studies/ABC-101")
        #expect(page.status == 200)
        #expect(page.text.contains("a copy: a package of"))
        #expect(try await browser.get("/studies/ABC-101/audit").status == 200)
        #expect(try await browser.get("/studies/ABC-101/documents/1").status == 200)
        let digest = try #require(
            try await SampleStore.shared.value.documents().first?.versions.first?.facts.content?.digest)
        let content = try await browser.get("/studies/ABC-101/documents/1/versions/1/content")
        #expect(Digest(of: content.body) == digest)
    }

    @Test func `requests at the same time open a study once`() async throws {
        let source = try await CountingSource(StoreSource(SampleStore.shared.value.opened()))
        let browser = try await Served(source)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for place in [
                "tree", "missing", "expiring", "people", "timeline", "amendments", "retention", "sites", "audit",
                "about",
                "search?q=cv",
            ] {
                group.addTask { try await browser.get("/studies/ABC-101/\(place)").status }
            }
            for try await status in group { #expect(status == 200) }
        }
        #expect(source.binders == 1)
        try await browser.stop()
    }
}
