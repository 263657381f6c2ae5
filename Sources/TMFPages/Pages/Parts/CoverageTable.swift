import TMFModel
import TMFReview

extension Sheet {
    /// What had to be in force, when it was, and every gap between.
    func coverageTable(_ lines: some Sequence<CoverageLine>, caption: String) -> HTML {
        var table = Table(
            caption, kind: "coverage",
            [.init("Requirement"), .init("State"), .init("Needed"), .init("Held"), .init("Gaps"), .init("Drawn")])
        for line in lines { table.add(row(line)) }
        return table.html
    }

    private func row(_ line: CoverageLine) -> HTML {
        let needs = unique(line.needs.map { Period(first: $0.first, last: $0.last) }).map { period($0) }
        let places = line.scopes.prefix(3).map { link($0) }
        let where_: HTML =
            places.isEmpty
            ? ""
            : "<span class=\"sub\">\(HTML.joined(places, separator: ", "))\(line.scopes.count > 3 ? " and \(line.scopes.count - 3) more" : "")</span>"
        let held = line.held.map { holding -> HTML in
            "\(period(holding.period)) <span class=\"sub\">\(link(holding.document)), version \(holding.version)\(holding.isSignpost ? ", held elsewhere" : "")</span>"
        }
        let waiting = line.unapproved.map { document -> HTML in
            "<span class=\"sub\">\(link(document)) is filed and not approved: it does not hold</span>"
        }
        return """
            <tr><th scope="row" data-label="Requirement">\(line.requirement.name)\
            <span class="sub">\(link(line.artifact))</span></th>\
            <td data-label="State">\(line.state.word.html)</td>\
            <td data-label="Needed">\(some(needs))\(where_)</td>\
            <td data-label="Held">\(some(held))\(waiting)</td>\
            <td data-label="Gaps">\(some(line.gaps.map(gap)))</td>\
            <td data-label="Drawn" class="graph">\(CoverageStrip(line, asOf: asOf).html)</td></tr>

            """
    }

    /// `2 gaps, 41 days`, `1 with nothing filed`; nil if all is covered.
    func coverageSummary(_ lines: some Collection<CoverageLine>) -> HTML {
        guard !lines.isEmpty else { return "<span class=\"none\">–</span>" }
        let needed = lines.filter { $0.state != .notNeeded }
        let covered = needed.filter { $0.state == .covered }.count
        let gaps = lines.flatMap(\.gaps)
        let days = gaps.reduce(0) { $0 + $1.days }
        if needed.isEmpty { return "<span class=\"soft\">nothing needed yet</span>" }
        let words: HTML = "\(covered) of \(needed.count) covered"
        guard !gaps.isEmpty else { return words }
        return """
            \(words)<br><span class="alert">\(NumberWords.count(gaps.count, "gap")), \(NumberWords.count(days, "day"))</span>
            """
    }

    private func gap(_ gap: CoverageLine.Gap) -> HTML {
        """
        <span class="alert">\(NumberWords.count(gap.days, "day"))</span>\(gap.isOpen ? " so far" : "")\
        <span class="sub">\(period(Period(first: gap.first, last: gap.isOpen ? nil : gap.last)))</span>
        """
    }

    private func period(_ period: Period) -> HTML { DayWords.spelledOut(in: period.inWords) }

    private func some(_ pieces: [HTML]) -> HTML {
        guard !pieces.isEmpty else { return "<span class=\"none\">–</span>" }
        let more: HTML = pieces.count > 12 ? "and \(pieces.count - 12) more" : ""
        return "\(pieces.prefix(12).map { "<div class=\"each\">\($0)</div>" as HTML })\(more)"
    }

    private func unique(_ periods: [Period]) -> [Period] {
        var seen: Set<Period> = []
        return periods.filter { seen.insert($0).inserted }
    }
}
