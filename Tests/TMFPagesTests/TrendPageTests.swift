import TMFModel
import TMFPages
import TMFReview
import Testing

@Suite struct TrendPageTests {
    /// Months from January 2025 on.
    private func points(_ count: Int) throws -> [TrendPoint] {
        try (0..<count).map { place in
            let binder = try LiteralStudy.binder()
            let asOf = LiteralStudy.day(2025 + place / 12, place % 12 + 1, 28)
            let judged = Binder(
                snapshot: binder.snapshot, model: binder.model, rules: binder.rules, asOf: asOf)
            return TrendPoint(StatusReport(binder: judged))
        }
    }

    private func pages(_ points: [TrendPoint]?) throws -> Pages {
        let binder = try LiteralStudy.binder()
        var trend: Pages.Trend?
        if let points { trend = { points } }
        return Pages(
            binder: binder, links: .served(study: binder.study), about: Provenance(kind: .liveStore, program: "test"),
            history: { _ in [] }, trend: trend)
    }

    @Test func `the trend is drawn with three named lines, and has a table`() throws {
        let page = try #require(try pages(points(14)).page(.trend)).text

        #expect(page.contains("<svg class=\"trend\""))
        #expect(
            page.contains("<title id=\"trend-title\">Completeness, timeliness and quality, 2025-01 to 2026-02</title>"))
        #expect(page.contains(">Completeness</text>"))
        #expect(page.split(separator: "<tr><th scope=\"row\" class=\"date\">").count == 15)
        #expect(!page.contains("style="))
    }

    @Test func `one month is a table without a line, none says so`() throws {
        let one = try #require(try pages(points(1)).page(.trend)).text
        let none = try #require(try pages([]).page(.trend)).text

        #expect(!one.contains("<svg class=\"trend\"") && one.contains("A line needs two months"))
        #expect(none.contains("The study was not there in any month before."))
    }

    @Test func `months that are left out are told, and leave their place in the drawing`() throws {
        let all = try points(14)
        let some = try #require(try pages([all[0]] + all.suffix(3)).page(.trend)).text
        let whole = try #require(try pages(all).page(.trend)).text

        #expect(some.contains("Not every month is here") && !whole.contains("Not every month is here"))
        for page in [some, whole] { #expect(page.contains(">2025-01</text>") && page.contains(">2026-02</text>")) }
        #expect(!some.contains(">2026-01</text>"))
    }

    @Test func `without a trend there is neither page nor link`() throws {
        let pages = try pages(nil)

        #expect(try pages.page(.trend) == nil)
        let overview = try #require(try pages.page(.dashboard)).text
        #expect(!overview.contains("/trend"))
        #expect(try #require(try self.pages(points(3)).page(.dashboard)).text.contains("/trend\""))
    }
}
