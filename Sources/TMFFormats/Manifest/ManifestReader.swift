public import TMFModel

/// Reads a manifest row by row: what each row says, and everything that is wrong with it.
///
/// Columns may stand in any order and in other systems' spellings; cells are trimmed; short rows end in blank cells;
/// columns without a meaning here are kept. Rules that need the study or the model are not judged here.
public struct ManifestReader {
    /// The file, as the user named it.
    public let source: String
    private let nextRow: () throws -> CSVRow?
    private let header: ManifestHeader

    /// Reads the header of a table in CSV. Throws `InputProblems` if its columns are not those of a manifest,
    /// `InputProblem` if it is no CSV, and what its source throws.
    public init(_ csv: CSVReader) throws {
        var csv = csv
        try self.init(source: csv.source) { try csv.next() }
    }

    /// Reads the header of any table, the rows of which `nextRow` gives until it returns nil.
    public init(source: String, nextRow: @escaping () throws -> CSVRow?) throws {
        self.source = source
        self.nextRow = nextRow
        var first = try nextRow()
        while let row = first, row.isBlank { first = try nextRow() }
        guard let first else {
            throw InputProblems([
                InputProblem(source: source, message: "the table is empty: its first row must name the columns")
            ])
        }
        header = try ManifestHeader(first, source: source)
    }

    /// The next row that is not blank, with its problems; what has a problem is not set in the row. Nil at the end.
    /// Throws `InputProblem` if the table cannot be read further, and what its source throws.
    public mutating func next() throws -> (row: ManifestRow, problems: [InputProblem])? {
        while let row = try nextRow() {
            if !row.isBlank { return read(row) }
        }
        return nil
    }

    private func read(_ cells: CSVRow) -> (row: ManifestRow, problems: [InputProblem]) {
        var row = ManifestRow(row: cells.row)
        var problems: [InputProblem] = []
        var hasPath = false
        var hasURL = false
        for (index, cell) in cells.fields.enumerated() where !cell.isEmpty {
            let text = ManifestCell.trimmed(FormulaGuard.unguarded(cell))
            if text.isEmpty { continue }
            switch index < header.meanings.count ? header.meanings[index] : .unnamed {
            case .known(let column):
                if column == .path { hasPath = true }
                if column == .url { hasURL = true }
                do throws(FactError) {
                    try row.set(column, to: text)
                } catch {
                    problems.append(problem(cells, column.rawValue, "expected \(error.expected), found '\(text)'"))
                }
            case .extra(let name): row.extra.append(JSON.Member(name, .string(text)))
            case .ignored: break
            case .unnamed:
                problems.append(
                    problem(
                        cells, "\(index + 1)",
                        "expected no value, because the header has no name for column \(index + 1), found '\(text)': "
                            + "a comma too many?"))
            }
        }
        row.extra.sort { $0.key < $1.key }
        if hasPath == hasURL {
            let message =
                hasPath
                ? "path and url are both set: keep the path for a file, or the url for a signpost"
                : "neither path nor url is set: give the path of a file, or the url of a signpost"
            problems.append(problem(cells, "path", message))
        }
        return (row, problems)
    }

    private func problem(_ row: CSVRow, _ column: String, _ message: String) -> InputProblem {
        InputProblem(source: source, row: row.row, column: column, message: message)
    }
}
