/// The rules that hold for a study: the stock rules with what the study adds, changes and switches off.
///
/// Every judgement uses these, so that no place of the program can expect anything else.
public struct RuleBook: Sendable {
    /// In the order of the stock rules, a country's variant after the rule it replaces, the study's own ones last.
    public let rules: [ExpectationRule]
    public let model: ReferenceModel

    /// What is wrong with one of a study's rules.
    public struct Problem: Hashable, Sendable {
        /// The key of the rule in the study, `E-05.02.04-site@FRA`.
        public let rule: String
        public let error: FactError
    }

    /// Throws `InputProblems` if a rule of the study fits neither the model nor the stock rules.
    public init(stock: [ExpectationRule], study: Study, model: ReferenceModel) throws(InputProblems) {
        let (rules, problems) = RuleBook.merge(stock: stock, study: study, model: model)
        guard problems.isEmpty else {
            throw InputProblems(
                problems.map {
                    InputProblem(
                        source: "study \(study.id)", column: "rules[\($0.rule)].\($0.error.field)",
                        message: "expected \($0.error.expected)")
                })
        }
        self.rules = rules
        self.model = model
    }

    /// Everything that is wrong with the study's rules; empty if they can be used.
    public static func problems(stock: [ExpectationRule], study: Study, model: ReferenceModel) -> [Problem] {
        merge(stock: stock, study: study, model: model).problems
    }

    private static func merge(
        stock: [ExpectationRule], study: Study, model: ReferenceModel
    ) -> (rules: [ExpectationRule], problems: [Problem]) {
        guard !study.rules.isEmpty else { return (stock, []) }
        var rules = stock
        var variants: [String: [ExpectationRule]] = [:]
        var added: [ExpectationRule] = []
        var problems: [Problem] = []
        let places = Dictionary(stock.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(study.countries.map(\.code))
        // What holds everywhere comes first: a country's variant starts from it.
        let ordered =
            study.rules.filter { $0.countries.isEmpty } + study.rules.filter { !$0.countries.isEmpty }
        for entry in ordered {
            do throws(FactError) {
                if let stranger = entry.countries.first(where: { !known.contains($0) }) {
                    throw FactError(field: "countries", expected: "countries of the study, which has no \(stranger)")
                }
                guard let place = places[entry.id] else {
                    added.append(try addition(entry, model))
                    continue
                }
                let changed = try change(rules[place], by: entry, model)
                if entry.countries.isEmpty {
                    rules[place] = changed
                } else {
                    rules[place].countries = try rules[place].countries.without(entry.countries)
                    variants[entry.id, default: []].append(changed)
                }
            } catch {
                problems.append(Problem(rule: entry.key, error: error))
            }
        }
        if !variants.isEmpty { rules = rules.flatMap { [$0] + (variants[$0.id] ?? []) } }
        return (rules + added, problems)
    }

    private static func addition(_ entry: Study.Rule, _ model: ReferenceModel) throws(FactError) -> ExpectationRule {
        if entry.isOff || entry.texts[.artifact] == nil {
            throw FactError(
                field: entry.isOff ? "rule" : "artifact",
                expected:
                    "a stock rule to change (`tmf rules --stock` lists them), or, to add one, artifact and level; "
                    + "no stock rule is called '\(entry.id)'")
        }
        var rule = try ExpectationRule(id: entry.id, texts: entry.allTexts, model: model)
        rule.origin = .study
        rule.reason = entry.reason
        return rule
    }

    private static func change(
        _ base: ExpectationRule, by entry: Study.Rule, _ model: ReferenceModel
    ) throws(FactError) -> ExpectationRule {
        var rule = base
        if entry.isOff {
            if !entry.texts.isEmpty {
                throw FactError(field: "off", expected: "nothing but a reason, and countries, beside 'off'")
            }
            rule.expectation = .no
            rule.conditions = []
        } else {
            if entry.texts.isEmpty {
                throw FactError(field: "rule", expected: "a field to change beside the reason, or 'off: true'")
            }
            for field in [ExpectationRule.Field.artifact, .level] {
                if let text = entry.texts[field], text != base.texts[field] {
                    throw FactError(
                        field: field.rawValue,
                        expected: "\(base.texts[field] ?? ""), as the stock rule has it: switch it off and add another")
                }
            }
            rule = try ExpectationRule(id: base.id, texts: entry.texts(changing: base.texts), model: model)
        }
        if !entry.countries.isEmpty {
            if base.level == .trial {
                throw FactError(field: "countries", expected: "no countries for a rule at trial level")
            }
            rule.id = entry.key
            rule.countries = .only(entry.countries)
        }
        rule.origin = .override
        rule.reason = entry.reason
        return rule
    }
}

extension ExpectationRule.Countries {
    fileprivate func without(_ codes: [CountryCode]) throws(FactError) -> Self {
        let gone: [CountryCode]
        switch self {
        case .all: gone = []
        case .only(let kept):
            // A stock rule for some countries; nothing is left of it where all of them have a rule of their own.
            return .only(kept.filter { !codes.contains($0) })
        case .except(let before): gone = before
        }
        if let twice = codes.first(where: { gone.contains($0) }) {
            throw FactError(
                field: "countries", expected: "each country once among the entries for this rule, not \(twice) twice")
        }
        return .except(gone + codes)
    }
}
