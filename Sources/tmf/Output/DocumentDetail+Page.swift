import TMFModel
import TMFReview

extension DocumentDetail {
    /// The document for people: what is said of it, a table of its versions, its links.
    var page: Page {
        var page = Page("\(document.number)  \(document.facts.title)")
        let facts = document.facts.json.members?.filter { $0.key != "title" && $0.key != "document" } ?? []
        page.facts(
            [("key", document.facts.key)] + facts.map { ($0.key, $0.value.cell) } + [
                ("withdrawn", document.withdrawal.map { "\($0.at) by \($0.by): \($0.reason)" })
            ])
        page.heading("Versions")
        page.table(
            Listing(
                [
                    "version", "label", "standing", "document_date", "expires", "filed_at", "filed_by", "original_name",
                    "url",
                ],
                of: versions))
        if !links.isEmpty { page.heading("Links") }
        for link in links {
            page.line(
                link.document == document.number
                    ? "\(link.relation.rawValue) \(link.target)" : "\(link.relation.inverse) \(link.document)")
        }
        return page
    }
}
