import TMFModel
import TMFReview

extension Sheet {
    /// Each new version of the protocol against the countries and sites it had to reach. Nil if there is no such part.
    func amendments() -> HTML? {
        let matrix = index.amendments
        let shown = filter.isNarrowing ? matrix.rows.filter { filter.includes($0.scope) } : matrix.rows
        guard hasPart(of: shown.count) else { return nil }
        var main: HTML = """
            <h1>Amendments</h1>
            <p class="lead">\(NumberWords.count(matrix.versions.count, "new version")) of the protocol, and what each \
            brought to the countries and sites that were under way.</p>
            <p class="soft">The first version is not among them: what every trial needs is expected in the \
            \(link(.tree, "tree")). A later one is followed if its whole number is new, or if a decision, a consent \
            form or a signature page names it. \(AmendmentMatrix.settlingDays) days are given for each step.</p>

            """
        if !isOffline { main += filterForm(offers: .place) }
        guard !matrix.rows.isEmpty else {
            return layout(
                title: "Amendments", main + HTML.empty("No new version of the protocol had to reach anybody yet."))
        }
        if here.part == 1 { main += amendmentOverview(matrix) + amendmentLegend() }
        guard !shown.isEmpty else {
            return layout(title: "Amendments", main + HTML.empty("No step fits the filter."))
        }
        main += pager(shown.count, "rows") + amendmentTables(rows(shown)) + pager(shown.count, "rows")
        return layout(title: "Amendments", main)
    }

    /// Versions by countries: how many steps are open, of all.
    private func amendmentOverview(_ matrix: AmendmentMatrix) -> HTML {
        let countries = study.countries.map(\.code).filter { code in matrix.rows.contains { $0.scope.country == code } }
        var table = Table(
            "Steps by version and country", kind: "heat",
            [.init("Protocol version"), .init("Everywhere")]
                + countries.map { .init(link(.country($0), "\($0)")) })
        for version in matrix.versions {
            let cells = countries.map { stepCount(matrix.counts(of: version.label, in: $0)) }
            table.add(
                """
                <tr><th scope="row">\(HTML.isolated(version.label)) <span class="sub">of \(HTML.day(version.date))</span></th>\
                \(stepCount(matrix.counts(of: version.label)))\(cells)</tr>

                """)
        }
        return "<h2 id=\"overview\">By version and country</h2>\n\(table.html)"
    }

    private func stepCount(_ counts: AmendmentMatrix.Counts) -> HTML {
        guard counts.total > 0 else { return "<td class=\"idle\"><span class=\"unseen\">nothing asked</span>·</td>" }
        let rest = [(counts[.pending], "in time"), (counts[.unknown], "unclear")].filter { $0.0 > 0 }
            .map { "<span class=\"sub\">\($0.0) \($0.1)</span>" as HTML }
        guard counts[.open] > 0 else {
            let sign: HTML = rest.isEmpty ? "<span aria-hidden=\"true\">✓</span> " : ""
            return "<td class=\"heat-0\">\(sign)\(counts[.done]) of \(counts.total) filed\(rest)</td>"
        }
        let shade = Sheet.shade(counts[.open], of: counts.total)
        return """
            <td class="heat-\(shade)"><b>\(counts[.open])</b> of \(counts.total) open\(rest)</td>
            """
    }

    private func amendmentLegend() -> HTML {
        let words: [(AmendmentStep.State, HTML)] = [
            (.done, "a record that names this version is filed"),
            (.open, "nothing that is filed can be it, and its time is over"),
            (.pending, "nothing is filed, and there is still time"),
            (.unknown, "something without a version is filed, held elsewhere or withheld, which may be it"),
        ]
        let rows = words.map { "<div><dt>\($0.0.word.html)</dt><dd>\($0.1)</dd></div>" as HTML }
        return "<dl class=\"facts legend\">\(rows)</dl>\n"
    }

    /// One table for each version among the rows.
    private func amendmentTables(_ rows: ArraySlice<AmendmentMatrix.Row>) -> HTML {
        var html = HTML()
        var start = rows.startIndex
        while start < rows.endIndex {
            let version = rows[start]
            let end = rows[start...].firstIndex { $0.version != version.version } ?? rows.endIndex
            var table = Table(
                "Protocol \(version.version) in countries and at sites", kind: "matrix",
                [.init("Where")]
                    + AmendmentMatrix.records.map { .init("\(ScopeWords.capitalized($0.rawValue))") })
            for row in rows[start..<end] { table.add(amendmentRow(row)) }
            html += """
                <h2>Protocol \(HTML.isolated(version.version)) <span class="soft">of \
                \(HTML.day(version.versionDate))</span></h2>
                \(table.html)
                """
            start = end
        }
        return html
    }

    private func amendmentRow(_ row: AmendmentMatrix.Row) -> HTML {
        let cells = AmendmentMatrix.records.map { record -> HTML in
            let name = ScopeWords.capitalized(record.rawValue)
            return
                "<td data-label=\"\(name)\">\(row.step(record).map(amendmentCell) ?? "<span class=\"none\">–</span>")</td>"
        }
        let name = row.scope.site.flatMap { _ in study.site(row.scope)?.name } ?? ""
        return """
            <tr\(row.scope.level == .country ? " class=\"group\"" : "")><th scope="row" data-label="Where">\
            \(link(row.scope))\(name.isEmpty ? "" : "<span class=\"sub\">\(HTML.isolated(name))</span>")</th>\(cells)</tr>

            """
    }

    private func amendmentCell(_ step: AmendmentStep) -> HTML {
        let shown = step.documents.prefix(3).map { link($0) }
        let documents: HTML =
            shown.isEmpty
            ? ""
            : "<span class=\"sub\">\(HTML.joined(shown, separator: ", "))\(step.documents.count > 3 ? " and \(step.documents.count - 3) more" : "")</span>"
        let due: HTML = step.state == .pending ? "<span class=\"sub\">until \(HTML.day(step.due))</span>" : ""
        let why: HTML =
            step.explanation.isEmpty
            ? "" : "<details class=\"why\"><summary>Why</summary>\(HTML.sentences(step.explanation))</details>"
        return "\(step.state.word.html)\(documents)\(due)\(why)"
    }
}
