import TMFModel
import TMFReview

extension Sheet {
    /// What the checks report, the heaviest first.
    func findings() -> HTML? {
        let all = binder.findings
        let shown = filter.isNarrowing ? all.filter(includes) : all
        guard hasPart(of: shown.count) else { return nil }
        var main: HTML = """
            <h1>Findings</h1>
            <p class="lead">\(NumberWords.count(shown.count, "finding"))\
            \(shown.count == all.count ? "" : " of \(NumberWords.grouped(all.count))") as of \(HTML.day(asOf)).</p>

            """
        if here.part == 1 { main += rules(shown) }
        if !isOffline { main += filterForm(offers: .place) }
        guard !shown.isEmpty else {
            let nothing = all.isEmpty ? "The checks report nothing." : "No finding fits the filter."
            return layout(title: "Findings", main + HTML.empty(nothing))
        }
        var table = Table(
            "Findings", kind: "findings",
            [
                .init("Severity"), .init("Rule"), .init("Finding"), .init("Artifact"), .init("Where"),
                .init("Due"),
            ])
        for finding in rows(shown) { table.add(row(finding)) }
        main += pager(shown.count, "findings") + table.html + pager(shown.count, "findings")
        return layout(title: "Findings", main)
    }

    private func includes(_ finding: Finding) -> Bool {
        if filter.country != nil || filter.site != nil {
            guard let scope = finding.scope, filter.includes(scope) else { return false }
        }
        return filter.person == nil || finding.person == filter.person
    }

    private func rules(_ findings: [Finding]) -> HTML {
        var counts: [String: [FindingSeverity: Int]] = [:]
        for finding in findings { counts[finding.rule, default: [:]][finding.severity, default: 0] += 1 }
        guard !counts.isEmpty else { return "" }
        let items = counts.sorted { $0.key < $1.key }.map { rule, severities -> HTML in
            let words = severities.sorted { $0.key < $1.key }.map { severity, count -> HTML in
                "\(severity.word.html) <b>\(HTML.number(count))</b>"
            }
            return "<li><span>\(ScopeWords.capitalized(rule))</span> \(HTML.joined(words, separator: " "))</li>"
        }
        return "<ul class=\"tallies\">\(items)</ul>\n"
    }

    /// Links to the other documents that a finding names.
    private func others(in finding: Finding) -> HTML {
        var named: [DocumentNumber] = []
        for word in finding.message.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "-") }) {
            // Only as numbers of documents are written: an artifact, a day and a count are none.
            guard let number = DocumentNumber(String(word)), number.description == word, number != finding.document,
                !named.contains(number)
            else { continue }
            named.append(number)
        }
        return HTML.joined(named.map { "<span class=\"sub\">\(link($0))</span>" as HTML }, separator: " ")
    }

    private func row(_ finding: Finding) -> HTML {
        let why: HTML =
            finding.explanation.isEmpty
            ? ""
            : "<details class=\"why\"><summary>Explanation</summary>\(HTML.sentences(finding.explanation))</details>"
        return """
            <tr><td data-label="Severity">\(finding.severity.word.html)</td>\
            <td data-label="Rule">\(ScopeWords.capitalized(finding.rule))</td>\
            <th scope="row" data-label="Finding">\(DayWords.spelledOut(in: finding.message))\
            \(finding.document.map { "<span class=\"sub\">\(link($0))</span>" as HTML })\(others(in: finding))\(why)</th>\
            <td data-label="Artifact">\(finding.artifact.map { link($0) } ?? "–")</td>\
            <td data-label="Where">\(finding.scope.map { link($0) } ?? "–")\
            \(person(finding.person).map { "<span class=\"sub\">\($0)</span>" as HTML })</td>\
            <td data-label="Due" class="date">\(HTML.day(finding.due))</td></tr>

            """
    }
}
