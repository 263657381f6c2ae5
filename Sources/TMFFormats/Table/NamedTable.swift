import TMFModel

/// A table whose columns are known by name, in any order and case: a listing that comes back, or a part of one.
public struct NamedTable {
    /// One row by the names of its columns. A column that the table has and the row leaves blank is an empty text.
    public struct Row: Hashable, Sendable {
        /// As a spreadsheet counts it.
        public let row: Int
        /// Trimmed, without the guard against formulas.
        public let cells: [String: String]
    }

    /// The file, as the user named it.
    public let source: String
    /// The known columns that the table has, in their order.
    public let columns: [String]
    /// Names of columns that mean nothing here and are passed over.
    public let unknown: [String]
    private let names: [String?]
    private let nextRow: () throws -> CSVRow?

    /// Reads the header. `known` are the names that columns may have; `required` the one without which a row says
    /// nothing.
    ///
    /// Throws `InputProblems` if a column stands twice, is missing, or is probably a known one mistyped; and what
    /// `nextRow` throws.
    public init(
        source: String, knowing known: [String], requiring required: String, nextRow: @escaping () throws -> CSVRow?
    ) throws {
        var first = try nextRow()
        while let row = first, row.isBlank { first = try nextRow() }
        guard let header = first else {
            throw InputProblems([
                InputProblem(source: source, message: "the table is empty: its first row must name the columns")
            ])
        }
        var problems: [InputProblem] = []
        var names: [String?] = []
        var unknown: [String] = []
        let shown = header.fields.map { ManifestCell.trimmed(FormulaGuard.unguarded($0)) }
        let keys = shown.map(ManifestHeader.normalized)
        for (name, key) in zip(shown, keys) {
            func refuse(_ message: String) {
                problems.append(InputProblem(source: source, row: header.row, column: name, message: message))
            }
            guard known.contains(key) else {
                names.append(nil)
                if key.isEmpty { continue }
                unknown.append(name)
                if let near = NearWord.nearest(to: key, in: known.filter { !keys.contains($0) }),
                    !ManifestColumn.unrelatedNames.contains(key)
                {
                    refuse("there is no such column; did you mean '\(near)'? Rename it, or take it out")
                }
                continue
            }
            if names.contains(key) { refuse("this column stands twice: keep one of them") }
            names.append(key)
        }
        if !names.contains(required) {
            let found = shown.filter { !$0.isEmpty }.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
            problems.append(
                InputProblem(
                    source: source, row: header.row,
                    message: "there is no column '\(required)' (found: \(found.isEmpty ? "no names" : found))"))
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
        self.source = source
        self.names = names
        self.nextRow = nextRow
        self.unknown = unknown
        columns = names.compactMap { $0 }
    }

    /// The next row that is not blank; nil at the end. Throws `InputProblem` if the table cannot be read further.
    public mutating func next() throws -> Row? {
        while let row = try nextRow() {
            if row.isBlank { continue }
            for fault in row.faults where fault.column < names.count {
                guard let name = names[fault.column] else { continue }
                throw InputProblem(source: source, row: row.row, column: name, message: fault.message)
            }
            var cells: [String: String] = [:]
            for (place, name) in names.enumerated() {
                guard let name else { continue }
                let field = place < row.fields.count ? row.fields[place] : ""
                cells[name] = field.isEmpty ? "" : ManifestCell.trimmed(FormulaGuard.unguarded(field))
            }
            return Row(row: row.row, cells: cells)
        }
        return nil
    }
}
