public import TMFModel

/// Reads a list of another system. Columns may stand in any order, in any case, and under the names that other systems
/// give them; columns that the kind does not know are passed over.
public enum TrialListReader {
    /// Reads the whole list. Throws `InputProblems` with every cell that is none of its column, a row without what it
    /// must have, a site that stands twice, or a header without what the kind needs; `InputProblem` if it is no CSV.
    public static func read(_ table: Table, kind: TrialList.Kind) throws -> TrialList {
        let source = table.source
        let next = try table.rows()
        guard let header = try next() else {
            throw InputProblems([InputProblem(source: source, message: "the list is empty: expected a header row")])
        }
        let meanings = try meanings(of: header, kind: kind, source: source)
        var rows: [TrialList.Row] = []
        var problems: [InputProblem] = []
        while let cells = try next() {
            if cells.isBlank { continue }
            let (row, found) = read(cells, meanings, kind: kind, source: source)
            rows.append(row)
            problems += found
        }
        if kind == .sites { problems += repeated(in: rows, source: source) }
        guard problems.isEmpty else { throw InputProblems(problems) }
        return TrialList(kind: kind, columns: Set(meanings.compactMap { $0 }), rows: rows)
    }

    private static func meanings(
        of header: CSVRow, kind: TrialList.Kind, source: String
    ) throws -> [TrialList.Column?] {
        let known = Set(kind.required.flatMap { $0 } + kind.optional)
        var meanings: [TrialList.Column?] = []
        var problems: [InputProblem] = []
        for name in header.fields {
            let column = TrialListNames.column(named: name, in: kind).flatMap { known.contains($0) ? $0 : nil }
            if let column, meanings.contains(column) {
                problems.append(
                    InputProblem(
                        source: source, row: header.row, column: name,
                        message: "a second column for '\(column.rawValue)': keep one, or rename the other"))
            }
            meanings.append(column)
        }
        for group in kind.required where !group.contains(where: { meanings.contains($0) }) {
            let names = group.map { "'\($0.rawValue)'" }.joined(separator: " or ")
            let found = header.fields.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
            problems.append(
                InputProblem(
                    source: source, row: header.row,
                    message: "a list of \(kind.rawValue) needs a column \(names) (found: \(found))"))
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
        return meanings
    }

    private static func read(
        _ cells: CSVRow, _ meanings: [TrialList.Column?], kind: TrialList.Kind, source: String
    ) -> (TrialList.Row, [InputProblem]) {
        var texts: [TrialList.Column: String] = [:]
        var days: [TrialList.Column: Day] = [:]
        var country: CountryCode?
        var problems: [InputProblem] = []
        for (meaning, cell) in zip(meanings, cells.fields) {
            let text = ManifestCell.trimmed(FormulaGuard.unguarded(cell))
            guard let column = meaning, !text.isEmpty else { continue }
            texts[column] = text
            func refuse(_ expected: String) {
                problems.append(
                    InputProblem(
                        source: source, row: cells.row, column: column.rawValue,
                        message: "expected \(expected), found '\(text)'"))
            }
            if column.isDay {
                if let day = Day(text) { days[column] = day } else { refuse("a day such as 2026-01-31") }
            } else if column == .country {
                country = CountryCode(text.uppercased())
                if country == nil { refuse("an ISO 3166-1 alpha-3 code such as DEU") }
            }
        }
        for group in kind.required where !group.contains(where: { texts[$0] != nil }) {
            problems.append(
                InputProblem(
                    source: source, row: cells.row, column: group.first?.rawValue,
                    message: "is blank; every row of a list of \(kind.rawValue) needs it"))
        }
        return (TrialList.Row(row: cells.row, texts: texts, days: days, country: country), problems)
    }

    private static func repeated(in rows: [TrialList.Row], source: String) -> [InputProblem] {
        var first: [String: Int] = [:]
        return rows.compactMap { row in
            guard let site = row.texts[.site] else { return nil }
            guard let other = first[site] else {
                first[site] = row.row
                return nil
            }
            return InputProblem(
                source: source, row: row.row, column: "site", message: "site '\(site)' stands in row \(other), too")
        }
    }
}
