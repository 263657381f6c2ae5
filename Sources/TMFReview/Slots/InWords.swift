import TMFModel

extension Scope {
    /// `the trial`, `country DEU`, `site 101 (DEU)`
    var inWords: String {
        switch self {
        case .trial: "the trial"
        case .country(let code): "country \(code)"
        case .site(let code, let site): "site \(site) (\(code))"
        }
    }
}

extension ExpectationRule {
    /// The rationale as the end of a sentence: `: because.`, or only the full stop.
    var becauseInWords: String {
        if rationale.isEmpty { return "." }
        return rationale.hasSuffix(".") ? ": \(rationale)" : ": \(rationale)."
    }

    /// How the rule repeats within a scope; empty for once.
    var subjectInWords: String {
        switch subject {
        case .once: ""
        case .person(let roles): ", as for every \(roles.joined(separator: " or "))"
        case .organization(let kinds): ", as for every \(kinds.joined(separator: " or "))"
        }
    }
}

extension ExpectationRule.Condition {
    var inWords: String {
        switch self {
        case .trait(let trait): "the study has the trait '\(trait)'"
        case .noTrait(let trait): "the study does not have the trait '\(trait)'"
        case .milestone(let milestone): "milestone \(milestone) has been reached"
        }
    }
}

extension DueTrigger {
    /// Half a sentence, without its capital and its full stop.
    var inWords: String {
        let title = name.isEmpty ? "milestone \(milestone)" : "milestone \(milestone) \(name)"
        let date = day.map(\.description) ?? ""
        return switch source {
        case .actual: "\(title) was reached on \(date) (\(scope.inWords))"
        case .activated: "\(scope.inWords) was activated on \(date), which stands for \(title)"
        case .closed: "\(scope.inWords) was closed on \(date), which stands for \(title)"
        case .planned: "\(title) is planned for \(date) (\(scope.inWords)), not reached yet"
        case .passed(let planned): "\(title) was planned for \(planned) (\(scope.inWords)), not reached yet"
        case .undated: "\(title) has neither a planned nor an actual date (\(scope.inWords))"
        case .notOpened: "the site has not been opened, so \(title) of \(scope.inWords) asks nothing of it"
        case .unknown: "\(title) is not recorded for \(scope.inWords) or above it"
        }
    }
}
