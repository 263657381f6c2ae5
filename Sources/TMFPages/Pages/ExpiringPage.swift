import TMFModel
import TMFReview

extension Sheet {
    /// Documents that have expired, or will within the study's window, the longest expired first.
    func expiring() -> HTML? {
        let window = study.settings.expiryWindowDays
        let all = index.lapsing
        let shown =
            filter.isNarrowing
            ? all.filter { record in
                binder.snapshot.document(record.document).map { filter.includes($0, asOf: asOf) } ?? false
            } : all
        guard hasPart(of: shown.count) else { return nil }
        let expired = all.filter { $0.daysLeft < 0 }.count
        var main: HTML = """
            <h1>Expiring</h1>
            <p class="lead">\(HTML.number(expired)) expired, \(HTML.number(all.count - expired)) will expire within \
            \(NumberWords.count(window, "day")) of \(HTML.day(asOf)).</p>
            <p class="soft">Counted from the current version of each document; the last day in force is still in \
            force.</p>

            """
        if !isOffline { main += filterForm(offers: .place) }
        guard !shown.isEmpty else {
            return layout(title: "Expiring", main + HTML.empty("Nothing has expired, and nothing will in that time."))
        }
        var table = Table(
            "Documents that have expired or will soon", kind: "expiring",
            [
                .init("Last day in force"), .init("State"), .init("Document"), .init("Artifact"), .init("Belongs to"),
                .init("How it is known"),
            ])
        for record in rows(shown) { if let row = row(record) { table.add(row) } }
        main += pager(shown.count, "documents") + table.html + pager(shown.count, "documents")
        return layout(title: "Expiring", main)
    }

    private func row(_ record: ExpiringRecord) -> HTML? {
        guard let document = binder.snapshot.document(record.document) else { return nil }
        let days = NumberWords.count(abs(record.daysLeft), "day")
        let when: HTML = record.daysLeft < 0 ? "\(days) ago" : record.daysLeft == 0 ? "today" : "in \(days)"
        return """
            <tr><td data-label="Last day in force" class="date">\(HTML.day(record.expires))</td>\
            <td data-label="State">\(record.daysLeft < 0 ? HTML.expiredWord : HTML.expiringWord)\
            <span class="sub">\(when)</span></td>\
            <th scope="row" data-label="Document">\(link(record.document, HTML.isolated(document.facts.title)))\
            <span class="sub number">\(record.document)</span></th>\
            <td data-label="Artifact">\(link(document.facts.artifact))</td>\
            <td data-label="Belongs to">\(link(document.facts.scope))\
            \(person(document.facts.person).map { "<span class=\"sub\">\($0)</span>" as HTML })</td>\
            <td data-label="How it is known">\(basis(record))</td></tr>

            """
    }

    private func basis(_ record: ExpiringRecord) -> HTML {
        switch record.rule {
        case .months(let months): "document date and \(NumberWords.count(months, "month"))"
        default: "printed on the document"
        }
    }
}
