import TMFModel
import TMFReview

/// One column of a heat map: scopes that are counted together.
struct HeatColumn {
    let head: HTML
    let scopes: [Scope]

    init(_ head: HTML, _ scopes: [Scope]) {
        self.head = head
        self.scopes = scopes
    }
}

extension Sheet {
    /// Sections by scopes: how many due places are missing. Every cell says it in words; the shade repeats it.
    func heatMap(_ columns: [HeatColumn], caption: String) -> HTML {
        var table = Table(caption, kind: "heat", [.init("Section")] + columns.map { .init($0.head) })
        var isEmpty = true
        for section in model.sections {
            guard binder.tally(section: section.number).due > 0 else { continue }
            let cells = columns.map { column in
                cell(column.scopes.map { binder.tally(section: section.number, scope: $0) })
            }
            isEmpty = false
            let name: HTML = "<span class=\"number\">\(section.number)</span> \(HTML.isolated(section.name))"
            table.add("<tr><th scope=\"row\">\(link(.section(section.number), name))</th>\(cells)</tr>\n")
        }
        guard !isEmpty else { return HTML.empty("Nothing is due yet.") }
        return """
            \(table.html)<p class="legend">Each cell: places that are due and not complete, of those due. \
            <span class="heat-0 key">✓</span> all complete; the darker, the larger the share that is missing \
            <span class="heat-1 key">1/5</span> <span class="heat-2 key">1/3</span> <span class="heat-3 key">1/2</span> \
            <span class="heat-4 key">more</span></p>

            """
    }

    private func cell(_ tallies: [SlotTally]) -> HTML {
        let due = tallies.reduce(0) { $0 + $1.due }
        let missing = tallies.reduce(0) { $0 + $1.missing }
        let expired = tallies.reduce(0) { $0 + $1.expired }
        guard due > 0 else { return "<td class=\"idle\"><span class=\"unseen\">nothing due</span>·</td>" }
        guard missing > 0 else {
            return """
                <td class="heat-0"><span aria-hidden="true">✓</span> <span class="soft">\(due)\
                <span class="unseen"> of \(due) complete</span></span></td>
                """
        }
        let shade = Sheet.shade(missing, of: due)
        let words = expired == 0 ? "" : expired == missing ? " (expired)" : " (\(expired) expired)"
        return """
            <td class="heat-\(shade)"><b>\(missing)</b> of \(due) missing\(words)</td>
            """
    }

    /// 1 for a small share to 4 for nearly all.
    static func shade(_ part: Int, of whole: Int) -> Int {
        let share = part * 100 / max(1, whole)
        return share <= 20 ? 1 : share <= 45 ? 2 : share <= 75 ? 3 : 4
    }
}
