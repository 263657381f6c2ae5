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
        var whom: [String] =
            switch subject {
            case .once: []
            case .person(let names), .organization(let names): ["every \(names.orInWords)"]
            }
        for repetition in repetitions {
            switch repetition {
            case .version: whom.append("every protocol version")
            case .approvedVersion: whom.append("every protocol version that was approved there")
            case .language: whom.append("every language of the country")
            case .renewal: break
            }
        }
        let renewed = repetitions.contains(.renewal) ? ", renewed before it lapses" : ""
        return whom.isEmpty ? renewed : ", as for \(whom.joined(separator: " and "))\(renewed)"
    }

    /// ` (changed by the study: because)`; empty for a stock rule.
    var originInWords: String {
        switch origin {
        case .stock: return ""
        case .study: return " (the study's own)"
        case .override:
            let what = expectation == .no ? "switched off" : "changed"
            return " (\(what) by the study: \(reason ?? "no reason given"))"
        }
    }

    var countInWords: String {
        switch (atLeast, atMost) {
        case (1, nil): "a document"
        case (let least, nil): "at least \(least) documents"
        case (1, 1): "exactly one document"
        case (let least, let most?) where least == most: "exactly \(least) documents"
        case (let least, let most?): "\(least) to \(most) documents"
        }
    }
}

extension Int {
    /// `1 day`, `2 days`
    func inWords(_ word: String) -> String { self == 1 ? "1 \(word)" : "\(self) \(word)s" }
}

extension [String] {
    /// Roles or kinds: `principal investigator, sub-investigator or study nurse`
    var orInWords: String {
        let words = map { name in
            // > ICH E6(R3), glossary: sub-investigator, with its hyphen.
            if name == "sub-investigator" { return name }
            return name.split(separator: "-").map {
                ["cro", "irt", "edc"].contains($0) ? $0.uppercased() : String($0)
            }.joined(separator: " ")
        }
        guard words.count > 1 else { return words.joined() }
        return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }
}

extension ExpectationRule.Due.Anchor {
    var inWords: String {
        switch self {
        case .milestone(let number): "milestone \(number)"
        case .record(let date, let artifact): "\(date.inWords) of \(artifact.map { "\($0)" } ?? "the record")"
        case .own(let date): date.inWords
        }
    }
}

extension ExpectationRule.Due.RecordDate {
    var inWords: String {
        switch self {
        case .documentDate: "the document date"
        case .receivedDate: "the received date"
        case .expiryDate: "the expiry date"
        }
    }
}

extension ExpectationRule.Due.OwnDate {
    var inWords: String {
        switch self {
        case .activated: "the day of activation"
        case .closed: "the day of closing"
        case .from: "the first day in the role"
        case .to: "the last day in the role"
        }
    }
}

extension ExpectationRule.Condition {
    var inWords: String {
        switch self {
        case .trait(let trait): "the study has the trait '\(trait)'"
        case .noTrait(let trait): "the study does not have the trait '\(trait)'"
        case .milestone(let milestone): "milestone \(milestone) has been reached"
        case .noMilestone(let milestone): "milestone \(milestone) has not been reached"
        case .setting(let name, let value): "the study's setting '\(name)' is \(value)"
        case .status(let statuses):
            "it is \(statuses.map { $0.rawValue.split(separator: "-").joined(separator: " ") }.joined(separator: " or "))"
        }
    }
}

extension [ExpectationRule.Condition] {
    /// `the study has the traits 'blinded' and 'vendor' and milestone 05 has been reached`
    var inWords: String {
        var traits: [String] = []
        var others: [String] = []
        for condition in self {
            switch condition {
            case .trait(let trait): traits.append("'\(trait)'")
            default: others.append(condition.inWords)
            }
        }
        guard traits.count > 1 else { return map(\.inWords).joined(separator: " and ") }
        let all = traits.dropLast().joined(separator: ", ") + " and " + (traits.last ?? "")
        return (["the study has the traits \(all)"] + others).joined(separator: " and ")
    }
}

extension DueTrigger {
    /// Half a sentence, without its capital and its full stop.
    var inWords: String {
        let title = name.isEmpty ? "milestone \(milestone)" : "milestone \(milestone) \(name)"
        let date = day.map(\.description) ?? ""
        let other =
            contradiction.map {
                ", although it is said to have been \(milestone == "09" ? "closed" : "activated") on \($0)"
            } ?? ""
        return switch source {
        case .actual: "\(title) was reached on \(date) (\(scope.inWords))\(other)"
        case .activated: "\(scope.inWords) was activated on \(date), which stands for \(title)"
        case .closed: "\(scope.inWords) was closed on \(date), which stands for \(title)"
        case .planned: "\(title) is planned for \(date) (\(scope.inWords)), not reached yet"
        case .passed(let planned): "\(title) was planned for \(planned) (\(scope.inWords)), not reached yet"
        case .undated: "\(title) has neither a planned nor an actual date (\(scope.inWords))"
        case .notOpened: "the site has not been opened, so \(title) of \(scope.inWords) asks nothing of it"
        case .unknown: "\(title) is not recorded for \(scope.inWords) or above it"
        case .record(let kind, let artifact, let document?):
            "\(kind.inWords) of \(document) at \(artifact) (\(scope.inWords)) is \(date)"
        case .record(let kind, let artifact, nil):
            "no record at \(artifact) for \(scope.inWords) or above it has \(kind == .expiryDate ? "an" : "a") \(kind.inWords.dropFirst(4))"
        case .own(let own):
            day == nil
                ? "\(own.inWords) is not known (\(scope.inWords))" : "\(own.inWords) is \(date) (\(scope.inWords))"
        case .lapse: "the record before it is in force until \(date)"
        }
    }
}
