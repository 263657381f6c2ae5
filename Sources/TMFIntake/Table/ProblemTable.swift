import SystemPackage
import TMFFormats
import TMFModel

/// The rows of a manifest that have problems, as a table to correct and hand in again: the columns as they came, and in the
/// last one what is wrong.
enum ProblemTable {
    /// Writes the rows that the problems name; nothing if they name none. Throws if the file is there already.
    static func write(_ problems: [InputProblem], of table: Table, _ map: ColumnMap, to path: FilePath) throws {
        var byRow: [Int: [InputProblem]] = [:]
        for problem in problems where problem.source == table.source {
            if let row = problem.row { byRow[row, default: []].append(problem) }
        }
        guard !byRow.isEmpty else { return }
        let header = try ManifestReader(table, map).columns
        let columns = header.fields.enumerated().filter { ManifestReader.normalized($1) != "problem" }
        let writer = try TableWriter(
            creating: path, sheet: "Problems", columns.map { FormulaGuard.unguarded($0.element) } + ["problem"])
        let next = try table.rows()
        while let row = try next() {
            guard row.row > header.row, let found = byRow[row.row] else { continue }
            let cells = columns.map { place, _ in
                row.fields.indices.contains(place) ? FormulaGuard.unguarded(row.fields[place]) : ""
            }
            try writer.append(cells + [words(found, row.row)])
        }
        try writer.finish()
    }

    private static func words(_ problems: [InputProblem], _ row: Int) -> String {
        "row \(row): "
            + problems.map { problem in (problem.column.map { "\($0): " } ?? "") + problem.message }
            .joined(separator: "; ")
    }
}
