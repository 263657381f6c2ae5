import TMFModel

extension OversightEvent {
    /// What happened, as the journal's listing shows it.
    var listedChanges: [String] {
        switch self {
        case .sampleDrawn(let draw):
            ["sample \(draw.number): \(draw.drawn.count) of \(draw.size), seed \(draw.seed), \(draw.percent) %"]
        case .issueRaised(let statement): ["\(statement.number) \(statement.severity.rawValue)", statement.text]
        case .issueAnswered(let number, _, let text, _): [number.description, text]
        case .issueClosed(let number, _, _): [number.description]
        case .blockerOverridden(let blocker), .overrideLifted(let blocker): ["\(blocker.gate): \(blocker.blocker)"]
        case .placeLocked(let locking): [locking.scope.description]
        case .placeUnlocked(let scope): [scope.description]
        case .duplicateDecided(let decision):
            [decision.first.document, decision.second.document].map(\.description) + [decision.outcome.name]
        }
    }
}
