import TMFIntake
import TMFModel
import Testing

@testable import TMFBrowser

/// What the search finds in the texts of files.
@Suite struct TextSearchTests {
    private func examined() throws -> SmallStore {
        let small = try SmallStore()
        try small.file("open.txt", Array("The ethics committee of Zürich has approved.".utf8), title: "Open letter")
        try small.file(
            "blind.txt", Array("The committee saw the allocation list.".utf8), title: "Unblinding", restricted: true)
        _ = try Examining(store: small.store, examiner: Examiner()).run()
        return small
    }

    @Test func `a text is found with its page and the words around it, in the page and in the API`() async throws {
        let small = try examined()
        let browser = try await Served(StoreSource(small.store), keeping: small.folder)
        let page = try await browser.get("/studies/XYZ-1/search?q=zurich")
        #expect(page.text.contains("Open letter"))
        #expect(page.text.contains("page 1"))
        #expect(page.text.contains("committee of Zürich has approved"))
        let answer = try JSON(parsing: try await browser.get("/api/v1/studies/XYZ-1/search?q=zurich").text)
        let hit = try #require(answer["documents"]?.array?.first)
        #expect(hit["found_in"] == "text")
        #expect(hit["page"] == 1)
        try await browser.stop()
    }

    @Test func `the text of a restricted record is found by nobody who may not see it`() async throws {
        let small = try examined()
        let open = try await Served(StoreSource(small.store), keeping: small.folder)
        for target in [
            "/studies/XYZ-1/search?q=allocation", "/studies/XYZ-1/search?q=committee",
            "/api/v1/studies/XYZ-1/search?q=allocation",
        ] {
            let text = try await open.get(target).text
            #expect(!text.contains("Unblinding"))
            #expect(!text.contains("allocation list"))
        }
        let all = try await Served(StoreSource(small.store, includesRestricted: true), keeping: small.folder)
        #expect(try await all.get("/studies/XYZ-1/search?q=allocation").text.contains("Unblinding"))
        try await open.stop()
        try await all.stop()
    }

    @Test func `what is examined while it serves is seen`() async throws {
        let small = try SmallStore()
        try small.file(
            "mail.eml",
            Array(
                """
                From: a@example.org
                To: b@example.org
                Subject: Approval
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/plain

                The committee of Zürich has approved.
                --x
                Content-Type: application/pdf; name="approval.pdf"
                Content-Disposition: attachment; filename="approval.pdf"

                %PDF
                --x--
                """.utf8), title: "Approval by mail")
        let browser = try await Served(StoreSource(small.store), keeping: small.folder)
        let before = try await browser.get("/studies/XYZ-1/findings")
        #expect(!before.text.contains("approval.pdf"))
        #expect(!(try await browser.get("/studies/XYZ-1/search?q=zurich")).text.contains("Approval by mail"))

        _ = try Examining(store: small.store, examiner: Examiner()).run()

        let after = try await browser.get("/studies/XYZ-1/findings", ["If-None-Match": before["ETag"] ?? ""])
        #expect(after.status == 200)
        #expect(after.text.contains("approval.pdf"))
        #expect(try await browser.get("/studies/XYZ-1/search?q=zurich").text.contains("Approval by mail"))
        try await browser.stop()
    }
}
