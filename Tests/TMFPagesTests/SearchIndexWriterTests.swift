import TMFModel
import TMFPages
import TMFReview
import Testing

@Suite struct SearchIndexWriterTests {
    /// The rows of a file, read as JSON.
    private func rows(_ file: Asset) throws -> [[JSON]] {
        let start = "(window.tmfSearch=window.tmfSearch||[]).push("
        #expect(file.text.hasPrefix(start) && file.text.hasSuffix(");\n"))
        let rows = try JSON(parsing: String(file.text.dropFirst(start.count).dropLast(3))).array
        return try #require(rows).map { try #require($0.array) }
    }

    @Test func `every document is in the index, and nothing in it ends the script`() throws {
        let pages = try LiteralStudy.pages(isOffline: true)

        let files = SearchIndexWriter(pages).files()

        #expect(files.map(\.name) == ["search-1.js"])
        let rows = try rows(files[0])
        #expect(rows.count == 16)
        #expect(rows.contains { $0[1].string == LiteralStudy.hostile })
        #expect(rows.allSatisfy { $0.count == 14 })
        #expect(!files[0].text.contains("<"))
    }

    @Test func `line separators that end a script's line are escaped`() throws {
        let binder = try LiteralStudy.binder()
        var documents = Array(binder.snapshot.documents)
        documents[0].facts.title = "a\u{2028}b\u{2029}c€"
        let pages = Pages(
            binder: Binder(
                snapshot: StudySnapshot(study: binder.study, documents: documents), model: binder.model,
                rules: [], asOf: LiteralStudy.asOf), links: .offline(study: binder.study),
            about: Provenance(kind: .package, program: "tmf"), history: { _ in [] })

        let file = SearchIndexWriter(pages).files()[0]

        #expect(file.text.contains("a\\u2028b\\u2029c€"))
        #expect(!file.text.unicodeScalars.contains { $0 == "\u{2028}" || $0 == "\u{2029}" })
    }

    @Test func `no file is longer than its limit`() throws {
        let pages = try LiteralStudy.pages(isOffline: true, extra: 100)
        let writer = SearchIndexWriter(pages, limit: 4_000)

        let files = writer.files()

        #expect(files.count > 3)
        #expect(files.count == writer.count)
        #expect(files.allSatisfy { $0.text.utf8.count <= 4_000 })
        #expect(try files.map { try rows($0).count }.reduce(0, +) == 116)
    }

    @Test func `the search page loads each file`() throws {
        let pages = try LiteralStudy.pages(isOffline: true)

        let page = try #require(try pages.page(.search)).text

        for file in SearchIndexWriter(pages).files() { #expect(page.contains("src=\"\(file.name)\"")) }
        #expect(!page.contains("search-2.js"))
    }
}
