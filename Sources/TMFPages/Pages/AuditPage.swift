import TMFModel
import TMFReview

extension Sheet {
    /// The journal in plain words, oldest first. Nil if these pages have no journal, or no such part.
    func audit() throws -> HTML? {
        guard let journal = pages.journal else { return nil }
        let count = binder.snapshot.head?.seq ?? 0
        guard hasPart(of: count) else { return nil }
        var main: HTML = """
            <h1>Audit trail</h1>
            <p class="lead">\(NumberWords.count(count, "entry", "entries")), oldest first: who did what, when and why. \
            Each entry is chained to the one before by its hash.</p>

            """
        if let head = binder.snapshot.head {
            main += HTML.facts([
                ("Last entry", "\(HTML.number(head.seq)), \(HTML.instant(head.at))"),
                ("Its hash", "<code class=\"digest\">\(head.hash)</code>"),
            ])
        }
        guard count > 0 else { return layout(title: "Audit trail", main + HTML.empty("The journal is empty.")) }
        let first = (here.part - 1) * Pages.rowsPerPart + 1
        let last = min(here.part * Pages.rowsPerPart, count)
        let entries = try journal(first...last)
        let withheld = last - first + 1 - entries.count
        main += pager(count, "entries")
        if withheld > 0 {
            main += """
                <p class="notice">\(NumberWords.count(withheld, "entry", "entries")) between these numbers \
                \(withheld == 1 ? "is" : "are") withheld: about records that this copy leaves out.</p>

                """
        }
        main += historyList(entries) + pager(count, "entries")
        return layout(title: "Audit trail", main)
    }
}
