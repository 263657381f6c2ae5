public import TMFModel

extension ReferenceModelTables {
    /// The stock rules, in the order of their table. Throws `InputProblem` with row and column for a rule that says
    /// nothing this program knows, or names an artifact, level or milestone that the model does not have.
    public func rules(for model: ReferenceModel) throws -> [ExpectationRule] {
        let columns = [
            "rule", "artifact", "sub_artifact", "level", "expect", "when", "for", "due", "count", "severity", "why",
        ]
        let table = try ModelTable(expected, named: "expected.csv", columns: columns)
        let milestones = Set(model.milestones.map(\.number))
        var known: Set<String> = []
        return try table.records.map { record in
            let rule = try ExpectationRule(record, milestones: milestones)
            guard known.insert(rule.id).inserted else { throw record.problem("rule", "\(rule.id) stands twice") }
            guard let artifact = model.artifact(rule.artifact) else {
                throw record.problem("artifact", "the model has no \(rule.artifact)")
            }
            guard artifact.levels.contains(rule.level) else {
                throw record.problem("level", "\(rule.artifact) is not filed at \(rule.level.rawValue) level")
            }
            if let subArtifact = rule.subArtifact, !artifact.subArtifacts.contains(subArtifact) {
                throw record.problem("sub_artifact", "\(rule.artifact) has no sub-artifact '\(subArtifact)'")
            }
            return rule
        }
    }
}

extension ExpectationRule {
    fileprivate init(_ record: ModelTable.Record, milestones: Set<String>) throws {
        let subArtifact = record.text("sub_artifact")
        let expectation = try record.read("expect", "always, when or no") { Expectation(rawValue: $0) }
        let conditions = try record.read(
            "when", "trait:NAME, !trait:NAME or milestone:NN, joined by ' & '"
        ) { ExpectationRule.conditions($0, milestones: milestones) }
        guard (expectation == .when) == !conditions.isEmpty else {
            throw record.problem("when", "expected conditions where, and only where, 'expect' is 'when'")
        }
        self.init(
            id: try record.requiredText("rule"),
            artifact: try record.read("artifact", "an artifact number such as 05.02.04") { ArtifactNumber($0) },
            subArtifact: subArtifact.isEmpty ? nil : subArtifact,
            level: try record.read("level", "trial, country or site") { Level(rawValue: $0) },
            expectation: expectation, conditions: conditions,
            subject: try record.read("for", "once, person:ROLE|ROLE or organization:KIND|KIND") {
                ExpectationRule.subject($0)
            },
            due: record.text("due").isEmpty
                ? nil
                : try record.read("due", "a milestone of the model and days, such as 03+0 or 09-30") {
                    Due($0, milestones: milestones)
                },
            atLeast: try record.read("count", "a number of 1 or more with a plus, such as 1+") {
                ExpectationRule.count($0)
            },
            severity: try record.read("severity", "error, warning or notice") { Severity(rawValue: $0) },
            rationale: try record.requiredText("why"))
    }

    private static func conditions(_ text: String, milestones: Set<String>) -> [Condition]? {
        if text.isEmpty { return [] }
        var conditions: [Condition] = []
        for part in text.split(separator: " & ", omittingEmptySubsequences: false) {
            guard let colon = part.firstIndex(of: ":") else { return nil }
            let name = String(part[part.index(after: colon)...])
            guard !name.isEmpty else { return nil }
            switch part[..<colon] {
            case "trait": conditions.append(.trait(name))
            case "!trait": conditions.append(.noTrait(name))
            case "milestone" where milestones.contains(name): conditions.append(.milestone(name))
            default: return nil
            }
        }
        return conditions
    }

    private static func subject(_ text: String) -> Subject? {
        if text == "once" { return .once }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let names = text[text.index(after: colon)...].split(separator: "|", omittingEmptySubsequences: false)
            .map(String.init)
        guard names.allSatisfy({ !$0.isEmpty }) else { return nil }
        switch text[..<colon] {
        case "person": return .person(roles: names)
        case "organization": return .organization(kinds: names)
        default: return nil
        }
    }

    private static func count(_ text: String) -> Int? {
        guard text.utf8.last == UInt8(ascii: "+"), let count = Decimal.value(of: text.utf8.dropLast()), count >= 1
        else {
            return nil
        }
        return count
    }
}

extension ExpectationRule.Due {
    /// Milestone, sign and days: `03+0`, `09-30`.
    fileprivate init?(_ text: String, milestones: Set<String>) {
        let milestone = String(text.prefix(2))
        let sign = text.dropFirst(2).first
        guard milestones.contains(milestone), sign == "+" || sign == "-",
            let days = Decimal.value(of: text.utf8.dropFirst(3)), days <= 36_500
        else { return nil }
        self.init(milestone: milestone, days: sign == "-" ? -days : days)
    }
}
