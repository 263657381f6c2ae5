import TMFModel

extension RetentionChange {
    /// What happened, as the journal's listing shows it.
    var listedChanges: [String] {
        switch self {
        case .eventStated(let event, let before):
            ["\(event.listedName): \(before?.description ?? "nothing") → \(event.day)"]
        case .eventWithdrawn(let event): ["\(event.listedName): \(event.day) → nothing"]
        case .holdPlaced(let statement):
            ["\(statement.number) \(statement.kind.rawValue)", statement.scope.description, statement.branch ?? ""]
        case .holdLifted(let number, _): [number.description]
        case .disposalConfirmed(let statement):
            ["\(statement.number) \(statement.subject.rawValue)", statement.day.description, statement.method]
        }
    }
}

extension RetentionEvent {
    /// `approval@USA`
    var listedName: String { name + (country.map { "@\($0)" } ?? "") }
}
