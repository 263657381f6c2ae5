public import TMFModel

extension ReferenceModelTables {
    /// The stock rules, in the order of their table. Throws `InputProblem` with row and column for a rule that says
    /// nothing this program knows, or names an artifact, level or milestone that the model does not have.
    public func rules(for model: ReferenceModel) throws -> [ExpectationRule] {
        try ExpectationRule.read(expected, source: "expected.csv", model: model)
    }
}

extension ExpectationRule {
    /// The columns of a table of rules, in their order. The last five may be absent.
    public static let columns =
        ["rule"] + columnOrder.map(\.rawValue)

    private static let columnOrder: [Field] = [
        .artifact, .subArtifact, .level, .expect, .when, .subject, .due, .count, .severity, .why, .shared, .validity,
        .countries, .source, .also,
    ]

    /// The cells of the rule's row in a table of rules; `read` reads them back.
    public var row: [String] {
        let texts = texts
        return [id] + ExpectationRule.columnOrder.map { texts[$0] ?? "" }
    }

    /// The rules of a table (CSV). Throws `InputProblem` with row and column, and what was expected there.
    public static func read(
        _ table: [UInt8], source: String, model: ReferenceModel
    ) throws -> [ExpectationRule] {
        let table = try ModelTable(table, named: source, columns: columns.dropLast(5))
        var known: Set<String> = []
        return try table.records.map { record in
            let id = try record.requiredText("rule")
            guard known.insert(id).inserted else { throw record.problem("rule", "\(id) stands twice") }
            for field in [Field.expect, .subject, .count, .severity, .why] {
                _ = try record.requiredText(field.rawValue)
            }
            var texts: [Field: String] = [:]
            for field in Field.allCases {
                let text = record.text(field.rawValue)
                if !text.isEmpty { texts[field] = text }
            }
            do {
                return try ExpectationRule(id: id, texts: texts, model: model)
            } catch let error as FactError {
                throw record.problem(error.field, "expected \(error.expected)")
            }
        }
    }
}
