public import TMFModel

/// What a user says about the columns of somebody else's tables: their mapping file, `columns.yaml`.
public struct ColumnMap: Hashable, Sendable {
    /// What a column is taken for.
    public enum Meaning: Hashable, Sendable {
        case column(ManifestColumn)
        /// Kept as metadata, under its own name.
        case kept
        case ignored
    }

    /// By the column's name in the table, in lower case.
    public var columns: [String: Meaning] = [:]
    /// What a word in a column stands for, by the word in lower case: `final` in `status` for `approved`.
    public var values: [ManifestColumn: [String: String]] = [:]
    public var dates = WrittenDate()
    public var table = TableOptions()

    /// A table that speaks for itself.
    public init() {}

    func meaning(of name: String) -> Meaning? { columns[name.lowercased()] }

    /// The text of a cell, with its word replaced if the map has it.
    func translated(_ text: String, in column: ManifestColumn) -> String {
        values.isEmpty ? text : values[column]?[text.lowercased()] ?? text
    }

    /// Reads a mapping file. Throws `InputProblems` with everything that is wrong with it.
    ///
    /// ```yaml
    /// sheet: TMF Index
    /// dates: day-month-year
    /// columns: {Doc Name: title, Reviewer: keep, Internal: ignore}
    /// values:
    ///   status: {Final: approved}
    /// ```
    public init(parsing text: String, source: String) throws(InputProblems) {
        let keys = ["columns", "values", "dates", "sheet", "encoding", "separator"]
        var fields = StudyFileFields(try YAMLValue(parsing: text, source: source), at: "", keys: keys, source: source)
        var problems: [InputProblem] = []
        func report(_ value: YAMLValue, _ column: String, _ message: String) {
            problems.append(InputProblem(source: source, row: value.line, column: column, message: message))
        }
        for (name, value) in ColumnMap.pairs(of: fields.value("columns"), "columns", report) {
            guard case .text(let target) = value.kind, let meaning = ColumnMap.meaning(named: target) else {
                report(value, "columns.\(name)", "expected \(ColumnMap.targets(near: value)), found \(value.described)")
                continue
            }
            columns[name.lowercased()] = meaning
        }
        for (name, value) in ColumnMap.pairs(of: fields.value("values"), "values", report) {
            guard let column = ManifestColumn.named(name, includingOthers: false) else {
                report(value, "values.\(name)", "is no column; expected one of a manifest's, such as status")
                continue
            }
            for (word, meaning) in ColumnMap.pairs(of: value, "values.\(name)", report) {
                guard case .text(let text) = meaning.kind else {
                    report(meaning, "values.\(name).\(word)", "expected a text, found \(meaning.described)")
                    continue
                }
                values[column, default: [:]][word.lowercased()] = text
            }
        }
        dates.order = fields.word("dates", WrittenDate.Order.allCases.map(\.rawValue)) {
            WrittenDate.Order(rawValue: $0)
        }
        table.sheet = fields.text("sheet")
        table.encoding = fields.word("encoding", TextEncoding.allCases.map(\.rawValue)) { TextEncoding(named: $0) }
        table.separator = fields.word("separator", TableOptions.Separator.allCases.map(\.rawValue)) {
            TableOptions.Separator(rawValue: $0)
        }
        problems += fields.problems
        guard problems.isEmpty else { throw InputProblems(problems.sorted { ($0.row ?? 0) < ($1.row ?? 0) }) }
    }

    private static func pairs(
        of value: YAMLValue?, _ path: String, _ report: (YAMLValue, String, String) -> Void
    ) -> [(String, YAMLValue)] {
        guard let value else { return [] }
        guard case .map(let pairs) = value.kind else {
            report(value, path, "expected names with what they stand for, found \(value.described)")
            return []
        }
        return pairs.map { ($0.key, $0.value) }
    }

    private static func meaning(named name: String) -> Meaning? {
        switch name {
        case "keep": .kept
        case "ignore": .ignored
        default: ManifestColumn.named(name, includingOthers: false).map { .column($0) }
        }
    }

    private static func targets(near value: YAMLValue) -> String {
        let names = ManifestColumn.allCases.map(\.rawValue) + ["keep", "ignore"]
        if case .text(let text) = value.kind, let near = NearWord.nearest(to: text.lowercased(), in: names) {
            return "a column of a manifest (did you mean '\(near)'?)"
        }
        return "one of \(names.joined(separator: ", "))"
    }
}

extension StudyFileFields {
    /// One of some words; nil if the key is absent or, which is a problem, another text.
    fileprivate mutating func word<Word>(_ key: String, _ words: [String], _ make: (String) -> Word?) -> Word? {
        guard let text = text(key) else { return nil }
        if let word = make(text) { return word }
        report(key, "expected \(words.joined(separator: ", ")), found '\(text)'")
        return nil
    }
}
