import TMFModel

/// Quality control's samples, issues, gates and locks in words.
enum OversightWords {
    /// What happened, and every single detail.
    static func tell(_ event: OversightEvent) -> (String, [String]) {
        switch event {
        case .sampleDrawn(let draw):
            (
                "drew sample \(draw.number) for quality control: \(NumberWords.grouped(draw.drawn.count)) of "
                    + "\(NumberWords.count(draw.size, "version")) \(place(draw.place)), \(draw.percent) percent, "
                    + "seed \(draw.seed)",
                ["population: \(population(draw.population))", "drawn: \(members(draw))"]
            )
        case .issueRaised(let statement):
            (
                "raised issue \(statement.number) (\(statement.severity.rawValue)) about \(subject(statement)): "
                    + statement.text, details(statement)
            )
        case .issueAnswered(let number, _, let text, let capa):
            ("answered issue \(number): \(text)", capa.map { ["CAPA: \($0)"] } ?? [])
        case .issueClosed(let number, _, let capa): ("closed issue \(number)", capa.map { ["CAPA: \($0)"] } ?? [])
        case .blockerOverridden(let blocker):
            ("overrode a blocker of the \(blocker.gate) gate: \(blocker.blocker)", [])
        case .overrideLifted(let blocker):
            ("lifted the override of a blocker of the \(blocker.gate) gate: \(blocker.blocker)", [])
        case .placeLocked(let locking):
            (
                "locked \(ScopeWords.words(locking.scope)): it takes addenda only",
                locking.overridden.isEmpty ? [] : ["blockers overridden: \(locking.overridden.joined(separator: ", "))"]
            )
        case .placeUnlocked(let scope): ("unlocked \(ScopeWords.words(scope)): it takes every change again", [])
        case .duplicateDecided(let decision): (words(decision), [])
        }
    }

    private static func words(_ decision: DuplicateDecision) -> String {
        let other = decision.otherStudy.map { "\(decision.second.document) of study \($0)" }
        let pair = "\(decision.first.document) and \(other ?? decision.second.document.description)"
        return switch decision.outcome {
        case .bothKept: "decided that \(pair), which are alike, are both kept"
        case .linked(let relation): "decided that \(pair), which are alike, belong together (\(relation.rawValue))"
        case .rejected(let document): "decided that of \(pair), which are alike, \(document) is rejected"
        }
    }

    private static func population(_ population: QualityDraw.Population) -> String {
        switch population {
        case .filed: "the version in force of every document"
        case .waiting: "what waited for quality control"
        case .approved: "approved versions in force"
        }
    }

    private static func place(_ place: Scope?) -> String {
        place.map { "in \(ScopeWords.words($0))" } ?? "in the study"
    }

    private static func members(_ draw: QualityDraw) -> String {
        draw.drawn.isEmpty ? "none" : draw.drawn.map(\.description).joined(separator: ", ")
    }

    private static func subject(_ statement: IssueStatement) -> String {
        if let document = statement.document { return document.description }
        return [statement.artifact?.description, ScopeWords.words(statement.scope)].compactMap { $0 }
            .joined(separator: ", ")
    }

    private static func details(_ statement: IssueStatement) -> [String] {
        [
            statement.owner.map { "owner: \($0)" }, statement.due.map { "due: \($0.spelledOut)" },
            statement.capa.map { "CAPA: \($0)" },
        ].compactMap { $0 }
    }
}
