import TMFModel
import TMFReview

extension Sheet {
    /// When records were dated and when they were filed, drawn and as a table, with the milestones.
    func timeline() -> HTML {
        let timeline = FilingTimeline(
            binder, includes: { !filter.isNarrowing || filter.includes($0, asOf: asOf) },
            contains: { filter.includes($0) })
        let counts = timeline.counts
        var main: HTML = """
            <h1>Timeline</h1>
            <p class="lead">\(NumberWords.count(counts.total, "version")): \(HTML.number(counts.onTime)) filed on time, \
            \(HTML.number(counts.late)) late, \(HTML.number(counts.unmeasured)) not measured.</p>
            <p class="soft">On time is within \(NumberWords.count(timeline.limitDays, "day")) of the later of document \
            date and received date; a version is measured if it has both. What stands high above the line came long \
            after its date; what stands in one row was filed together.</p>

            """
        if !isOffline { main += filterForm(offers: [.place, .status, .dates]) }
        guard let chart = TimelineChart(timeline) else {
            return layout(title: "Timeline", main + HTML.empty("Nothing is filed."))
        }
        main += """
            <figure class="chart"><div class="wide" role="region" aria-label="Timeline, drawn" tabindex="0">\
            \(chart.html)</div><figcaption>\(TimelineChart.legend(limitDays: timeline.limitDays))</figcaption></figure>

            """
        main += undrawn(timeline) + milestoneTable(timeline) + latestTable(timeline) + monthTable(timeline)
        return layout(title: "Timeline", main)
    }

    private func undrawn(_ timeline: FilingTimeline) -> HTML {
        let parts = [
            timeline.undated > 0 ? "\(NumberWords.count(timeline.undated, "version")) without a document date" : nil,
            timeline.outside > 0
                ? "\(NumberWords.count(timeline.outside, "version")) dated long before everything else, or after it"
                : nil,
        ].compactMap { $0 }
        return parts.isEmpty ? "" : "<p class=\"notice\">Not drawn above: \(parts.joined(separator: "; ")).</p>\n"
    }

    private func milestoneTable(_ timeline: FilingTimeline) -> HTML {
        guard !timeline.milestones.isEmpty else { return "" }
        var table = Table(
            "Milestones", kind: "miles", [.init("Milestone"), .init("Planned"), .init("Actual"), .init("Whose dates")])
        for milestone in timeline.milestones {
            let whose: HTML =
                milestone.scope == .trial ? "Trial" : "the first, \(link(milestone.scope))"
            let others: HTML =
                milestone.elsewhere == 0
                ? ""
                : "<span class=\"sub\">\(NumberWords.count(milestone.elsewhere, "country or site", "countries and sites")) with dates of their own</span>"
            table.add(
                """
                <tr><th scope="row" data-label="Milestone">\(Sheet.label(milestone.number, milestone.name))</th>\
                <td data-label="Planned" class="date">\(HTML.day(milestone.planned))</td>\
                <td data-label="Actual" class="date">\(HTML.day(milestone.actual))</td><td data-label="Whose dates">\(whose)\(others)</td></tr>

                """)
        }
        return "<h2 id=\"milestones\">Milestones</h2>\n\(table.html)"
    }

    private func latestTable(_ timeline: FilingTimeline) -> HTML {
        guard !timeline.latest.isEmpty else { return "" }
        var table = Table(
            "The latest filings", kind: "latest",
            [
                .init("Document"), .init("Artifact"), .init("Belongs to"), .init("Dated or received"), .init("Filed"),
                .init("Late by", "num"),
            ])
        for late in timeline.latest {
            guard let facts = binder.snapshot.document(late.document)?.facts else { continue }
            table.add(
                """
                <tr><th scope="row" data-label="Document">\(link(late.document, HTML.isolated(facts.title)))\
                <span class="sub number">\(late.document), version \(late.version)</span></th>\
                <td data-label="Artifact">\(link(facts.artifact))</td>\
                <td data-label="Belongs to">\(link(facts.scope))</td>\
                <td data-label="Dated or received" class="date">\(HTML.day(late.start))</td>\
                <td data-label="Filed" class="date">\(HTML.day(late.filed))</td>\
                <td data-label="Late by" class="num">\(NumberWords.count(late.daysLate, "day"))</td></tr>

                """)
        }
        return """
            <h2 id="latest">The latest filings <span class="soft">\(HTML.number(timeline.latest.count)) of \
            \(HTML.number(timeline.counts.late))</span></h2>
            \(table.html)
            """
    }

    /// What the drawing shows, for who reads it by ear, and for who wants the numbers.
    private func monthTable(_ timeline: FilingTimeline) -> HTML {
        var table = Table(
            "Month by month", kind: "months",
            [
                .init("Month"), .init("Dated", "num"), .init("Filed", "num"), .init("on time", "num"),
                .init("late", "num"), .init("not measured", "num"), .init("Median days to filing", "num"),
                .init("Longest", "num"), .init("Milestones"),
            ])
        for row in timeline.months.reversed() {
            let reached = timeline.milestones.filter { $0.actual.map(Month.init(of:)) == row.month }
            if row.dated == 0, row.filed.total == 0, reached.isEmpty { continue }
            let names = HTML.joined(
                reached.map { "<span class=\"number\">\($0.number)</span> \(HTML.isolated($0.name))" },
                separator: "<br>")
            table.add(
                """
                <tr><th scope="row" class="date">\(month(row.month))</th><td class="num">\(HTML.number(row.dated))</td>\
                <td class="num">\(HTML.number(row.filed.total))</td><td class="num">\(HTML.number(row.filed.onTime))</td>\
                <td class="num\(row.filed.late > 0 ? " alert" : "")">\(HTML.number(row.filed.late))</td>\
                <td class="num">\(HTML.number(row.filed.unmeasured))</td>\
                <td class="num">\(row.medianDelay.map(HTML.number) ?? "–")</td>\
                <td class="num">\(row.longestDelay.map(HTML.number) ?? "–")</td><td>\(names)</td></tr>

                """)
        }
        return "<h2 id=\"months\">Month by month</h2>\n\(table.html)"
    }

    /// `Jan 2026`
    private func month(_ month: Month) -> HTML {
        "<time datetime=\"\(month)\">\(month.firstDay.spelledOut.dropFirst(3).replacing("-", with: " "))</time>"
    }
}
