import TMFModel

/// Events of retention, holds and disposals in words.
enum RetentionWords {
    /// What happened, and every single detail.
    static func tell(_ change: RetentionChange) -> (String, [String]) {
        switch change {
        case .eventStated(let event, let before):
            (
                "stated that \(name(event)) was on \(event.day.spelledOut)",
                before.map { ["stated before: \($0.spelledOut)"] } ?? []
            )
        case .eventWithdrawn(let event):
            ("took back that \(name(event)) was on \(event.day.spelledOut)", [])
        case .holdPlaced(let statement):
            (
                "placed hold \(statement.number) (\(statement.kind.rawValue)) on \(held(statement)): nothing of it may be destroyed",
                statement.reference.map { ["reference: \($0)"] } ?? []
            )
        case .holdLifted(let number, _): ("lifted hold \(number)", [])
        case .disposalConfirmed(let statement):
            (
                "confirmed disposal \(statement.number): \(subject(statement)) of \(statement.document) "
                    + "was destroyed on \(statement.day.spelledOut)",
                [
                    "method: \(statement.method)", "confirmed by: \(statement.confirmedBy)",
                    statement.witness.map { "witness: \($0)" }, "basis: \(statement.basis)",
                ].compactMap { $0 }
            )
        }
    }

    /// `end-of-trial`, `approval in USA`
    static func name(_ event: RetentionEvent) -> String {
        event.name + (event.country.map { " in \($0)" } ?? "")
    }

    /// `D-000123`, `the trial`, `05.02 of site DEU/101`
    static func held(_ statement: HoldStatement) -> String {
        if let document = statement.document { return document.description }
        let place = ScopeWords.words(statement.scope)
        return statement.branch.map { "\($0) of \(place)" } ?? place
    }

    /// `the original of version 2`, `what the sponsor keeps elsewhere`
    static func subject(_ statement: DisposalStatement) -> String {
        switch statement.subject {
        case .original: "the original" + (statement.version.map { " of version \($0)" } ?? "")
        case .sponsor: "what the sponsor keeps outside this store"
        case .investigator: "what the investigator keeps"
        }
    }
}
