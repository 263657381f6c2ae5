import TMFModel

/// The entries of `rules`.
extension StudyFileReader {
    /// The entries, each once: written out, or in tables that stand beside the study file and are named here.
    mutating func rules(
        _ fields: inout StudyFileFields, model: String, _ neighbour: StudyFile.Neighbour
    ) -> [Study.Rule] {
        guard let value = fields.value("rules") else { return [] }
        let elements: [YAMLValue]
        switch value.kind {
        case .text: elements = [value]
        case .list(let list): elements = list
        case .null, .map:
            fields.report(
                "rules", "expected a list of rules, or the name of a table of rules, found \(value.described)")
            return []
        }
        var rules: [Study.Rule] = []
        for (index, element) in elements.enumerated() {
            let found: [(rule: Study.Rule, place: RulePlace)]
            if case .text(let name) = element.kind {
                found = table(name, line: element.line, model: model, neighbour)
            } else {
                let path = "rules[\(element.label("rule") ?? "#\(index + 1)")]"
                found = rule(from: element, path).map { [$0] } ?? []
            }
            for (rule, place) in found {
                if let first = placesOfRules[rule.key] {
                    report(place.problem(nil, "'\(rule.key)' stands in \(first.inWords), too: keep one of them"))
                } else {
                    placesOfRules[rule.key] = place
                    rules.append(rule)
                }
            }
        }
        return rules
    }

    private mutating func rule(from value: YAMLValue, _ path: String) -> (rule: Study.Rule, place: RulePlace)? {
        let changeable = ExpectationRule.Field.allCases.filter { $0 != .countries }
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
        return (rule, RulePlace(source: source, row: value.line, path: path, rows: lines))
    }

    private mutating func table(
        _ name: String, line: Int, model: String, _ neighbour: StudyFile.Neighbour
    ) -> [(rule: Study.Rule, place: RulePlace)] {
        func report(_ message: String) {
            problems.append(InputProblem(source: source, row: line, column: "rules", message: message))
        }
        guard [".csv", ".xlsx"].contains(where: name.lowercased().hasSuffix) else {
            report(
                "expected a list of rules, or the name of a table of rules such as rules.csv or rules.xlsx, "
                    + "found '\(name)'")
            return []
        }
        let path = StudyFileReader.path(of: name, beside: source)
        do throws(InputProblem) {
            // What a row changes is known by the stock rules alone. To pass the table over would take its rules away.
            guard let rules = try stock(model)?.rules else {
                throw InputProblem(
                    source: source,
                    message: "the rules of '\(name)' cannot be judged: there is no reference model '\(model)' "
                        + "(`tmf model list` names those that there are)")
            }
            let table = try neighbour(name, path)
            var reader = RuleTableReader(source: path, stock: rules)
            let found = reader.rules(from: table)
            problems += reader.problems
            return found
        } catch {
            report(error.message)
            return []
        }
    }

    /// The study's model with its stock rules; nil if there is no such model.
    private func stock(
        _ model: String
    ) throws(InputProblem) -> (model: ReferenceModel, rules: [ExpectationRule])? {
        do { return try library(model) } catch {
            throw error as? InputProblem ?? InputProblem(source: source, column: "model", message: "\(error)")
        }
    }

    /// The name of a file in the folder of another.
    private static func path(of name: String, beside source: String) -> String {
        source.lastIndex(of: "/").map { source[...$0] + name } ?? name
    }

    /// Whether the entries fit the model and its stock rules. Asks only if there are any: reading a model takes time.
    mutating func checkRules(of study: Study) {
        guard !study.rules.isEmpty else { return }
        let found: [RuleBook.Problem]
        do throws(InputProblem) {
            // A wrong version of the model is a problem of its own.
            guard let known = try stock(study.model) else { return }
            found = RuleBook.problems(stock: known.rules, study: study, model: known.model)
        } catch {
            problems.append(InputProblem(source: source, column: "model", message: error.message))
            return
        }
        for problem in found {
            let place = placesOfRules[problem.rule] ?? RulePlace(source: source, row: nil, path: "rules", rows: [:])
            problems.append(place.problem(problem.error.field, "expected \(problem.error.expected)"))
        }
    }
}

/// Where an entry of `rules` was written.
struct RulePlace {
    let source: String
    /// The line of the entry in a study file, or its row in a table.
    let row: Int?
    /// The keys that lead to the entry; empty in a table.
    let path: String
    /// The line of each key.
    let rows: [String: Int]

    /// A problem with one field, or with the entry as a whole.
    func problem(_ field: String?, _ message: String) -> InputProblem {
        let column = path.isEmpty ? field ?? "rule" : field.map { "\(path).\($0)" } ?? path
        return InputProblem(source: source, row: field.flatMap { rows[$0] } ?? row, column: column, message: message)
    }

    /// `line 12`, or for a table `row 3 of rules.csv`
    var inWords: String {
        let number = row.map { "\($0)" } ?? "?"
        return path.isEmpty ? "row \(number) of \(source)" : "line \(number)"
    }
}
