import TMFModel
import TMFReview

extension Sheet {
    /// The figures at the end of each month, as they were known then: drawn, and as a table.
    func trend() throws -> HTML? {
        guard let trend = pages.trend else { return nil }
        let points = try trend()
        let lead: HTML = """
            <h1>Trend</h1>
            <p class="lead">The figures at the end of each month, as they were known then. A month that is not over \
            stands as on \(HTML.day(asOf)).\(leftOut(points))</p>

            """
        let main =
            points.isEmpty
            ? lead + HTML.empty("The study was not there in any month before.") : lead + chart(points) + table(points)
        return layout(title: "Trend", main)
    }

    /// What is said of months that are not there.
    private func leftOut(_ points: [TrendPoint]) -> HTML {
        guard zip(points, points.dropFirst()).contains(where: { $0.month.next != $1.month }) else { return "" }
        return """
             Not every month is here: of a large study a package shows the last twelve and the ends of the years before \
            them, and a month whose reference model is gone cannot be judged. From the store, \
            <code>tmf status --trend month</code> gives each.
            """
    }

    /// The trend on the overview: drawn where that takes no time or is done anyway, a link to its page otherwise.
    func trendSection() throws -> HTML {
        guard let trend = pages.trend else { return "" }
        let heading: HTML = "<h2 id=\"trend\">Month by month</h2>\n"
        let more: HTML = "<p>\(link(.trend, "The figures of each month"))</p>\n"
        guard isOffline || pages.status.versions <= Pages.versionsOfDrawnTrend else { return heading + more }
        return heading + chart(try trend()) + more
    }

    private func chart(_ points: [TrendPoint]) -> HTML {
        guard points.count > 1 else {
            return "<p class=\"soft\">A line needs two months; the study has been here for one.</p>\n"
        }
        return "<figure class=\"card\">\(TrendChart(points: points).html)</figure>\n"
    }

    private func table(_ points: [TrendPoint]) -> HTML {
        let numbers: [HTML] = [
            "Documents", "Due", "Complete", "Completeness", "Timeliness", "Quality", "Expired", "Errors", "Warnings",
            "Notices",
        ]
        var table = Table(
            "Figures of each month", [.init("Month"), .init("As of")] + numbers.map { Table.Column($0, "num") })
        for point in points.reversed() {
            let figures = point.figures
            let (completeness, timeliness, quality) = (figures.completeness, figures.timeliness, figures.quality)
            let cells: [HTML] = [
                HTML.number(point.documents), HTML.number(completeness.due), HTML.number(completeness.complete),
                percent(completeness.complete, completeness.due), percent(timeliness.onTime, timeliness.measured),
                percent(quality.acceptedFirstTime, quality.reviewed), HTML.number(figures.expiry.expired),
                HTML.number(figures.findings[.error]), HTML.number(figures.findings[.warning]),
                HTML.number(figures.findings[.notice]),
            ]
            table.add(
                """
                <tr><th scope="row" class="date">\(point.month)</th><td class="date">\(HTML.day(point.asOf))</td>\
                \(cells.map { "<td class=\"num\">\($0)</td>" as HTML })</tr>

                """)
        }
        return table.html
    }

    private func percent(_ part: Int, _ whole: Int) -> HTML {
        NumberWords.percent(part, of: whole).map { "\($0)" } ?? "<span class=\"none\">–</span>"
    }
}
