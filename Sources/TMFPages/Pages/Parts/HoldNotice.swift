import TMFModel
import TMFReview

extension Sheet {
    /// The holds in force on something of a place. Empty where there is none.
    func holdNotice(on scope: Scope) -> HTML {
        var html: HTML = ""
        for hold in binder.retention.ledger.holds where hold.concerns(scope) { html += notice(hold) }
        return html
    }

    /// The holds on a document, and what of it is on record as destroyed. Empty where there is neither.
    func keeping(of document: Document) -> HTML {
        let ledger = binder.retention.ledger
        var html: HTML = ""
        for hold in ledger.holds(on: document) { html += notice(hold) }
        for disposal in ledger.disposals where disposal.statement.document == document.number {
            let statement = disposal.statement
            html += """
                <p class="notice">Destroyed on \(HTML.day(statement.day)): \
                \(HTML.isolated(RetentionWords.subject(statement))) (\(link(.retention, "\(statement.number)"))), \
                \(HTML.isolated(statement.method)), confirmed by \(HTML.isolated(statement.confirmedBy)). The record \
                itself is here.</p>

                """
        }
        return html
    }

    private func notice(_ hold: RetentionHold) -> HTML {
        """
        <p class="notice">Held: \(link(.retention, "\(hold.number)")) (\(hold.statement.kind.rawValue)) on \
        \(RetentionWords.held(hold.statement)), \(HTML.instant(hold.at)) by \(HTML.isolated(hold.by)): \
        \(HTML.isolated(hold.reason)). Nothing of it may be destroyed.</p>

        """
    }
}
