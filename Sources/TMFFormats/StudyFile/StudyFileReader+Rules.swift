import TMFModel

/// The entries of `rules`, and the languages of countries.
extension StudyFileReader {
    mutating func rule(from value: YAMLValue, _ path: String) -> (Study.Rule, key: String)? {
        let changeable = ExpectationRule.Field.allCases.filter { $0 != .countries && $0 != .why }
        let keys = ["rule", "off", "countries", "reason"] + changeable.map(\.rawValue)
        var fields = fields(value, path, keys)
        defer { problems += fields.problems }
        let id = fields.requiredWord("rule", mayHaveBlanks: false)
        var rule = Study.Rule(id: id ?? "", reason: "")
        switch fields.text("off") {
        case nil, "false", "no": break
        case "true", "yes": rule.isOff = true
        case let other?: fields.report("off", "expected true or false, found '\(other)'")
        }
        for element in fields.list("countries") {
            guard case .text(let text) = element.kind, let code = CountryCode(text) else {
                fields.report(
                    "countries", "expected ISO 3166-1 alpha-3 codes such as [DEU, FRA], found \(element.described)")
                continue
            }
            if !rule.countries.contains(code) { rule.countries.append(code) }
        }
        for field in changeable { rule.texts[field] = fields.text(field.rawValue) }
        guard let reason = fields.requiredText("reason"), id != nil else { return nil }
        rule.reason = reason
        var lines: [String: Int] = [:]
        for key in keys { lines[key] = fields.line(of: key) }
        linesOfRules[rule.key] = (path, value.line, lines)
        return (rule, rule.key)
    }

    /// Whether the entries fit the model and its stock rules. Asks only if there are any: reading a model takes time.
    mutating func checkRules(of study: Study) {
        guard !study.rules.isEmpty, BundledReferenceModel.versions.contains(study.model) else { return }
        let found: [RuleBook.Problem]
        do {
            let bundled = try BundledReferenceModel.load(study.model)
            found = RuleBook.problems(stock: bundled.rules, study: study, model: bundled.model)
        } catch {
            problems.append(InputProblem(source: source, column: "model", message: "\(error)"))
            return
        }
        for problem in found {
            let place = linesOfRules[problem.rule]
            problems.append(
                InputProblem(
                    source: source, row: place?.fields[problem.error.field] ?? place?.line,
                    column: "\(place?.path ?? "rules").\(problem.error.field)",
                    message: "expected \(problem.error.expected)"))
        }
    }

    /// The languages of a country, each a code of two letters.
    mutating func languages(_ fields: inout StudyFileFields) -> [String] {
        var languages: [String] = []
        for element in fields.list("languages") {
            guard case .text(let text) = element.kind, text.utf8.count == 2,
                text.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
            else {
                fields.report(
                    "languages",
                    "expected ISO 639-1 codes of two small letters such as [de, fr], found "
                        + element.described)
                continue
            }
            if languages.contains(text) {
                fields.report("languages", "'\(text)' stands twice: keep one of them")
            } else {
                languages.append(text)
            }
        }
        return languages
    }
}
