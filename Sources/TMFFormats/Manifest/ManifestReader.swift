public import TMFModel

/// Reads a manifest row by row: what each row says, and everything that is wrong with it.
///
/// Columns may stand in any order and in other systems' spellings; cells are trimmed; short rows end in blank cells;
/// columns without a meaning here are kept. Rows above the header are passed over, and so are rows that repeat it. Rules
/// that need the study or the model are not judged here.
public struct ManifestReader {
    /// The file, as the user named it.
    public let source: String
    /// What the columns of the header are called, as they stand.
    public let columns: CSVRow
    private var rows: RowsAhead
    private let header: ManifestHeader
    private let map: ColumnMap
    private let above: [CSVRow]
    private var repeatedHeaders: [Int] = []

    /// Reads the header of a table in CSV. Throws `InputProblems` if its columns are not those of a manifest,
    /// `InputProblem` if it is no CSV, and what its source throws.
    public init(_ csv: CSVReader) throws {
        var csv = csv
        try self.init(source: csv.source) { try csv.next() }
    }

    /// Reads the header of a table, the columns of which a user may have explained.
    public init(_ table: Table, _ map: ColumnMap = ColumnMap()) throws {
        try self.init(source: table.source, map, nextRow: table.rows())
    }

    /// Reads the header of any table, the rows of which `nextRow` gives until it returns nil.
    public init(source: String, _ map: ColumnMap = ColumnMap(), nextRow: @escaping () throws -> CSVRow?) throws {
        self.source = source
        self.map = map
        rows = RowsAhead(nextRow)
        guard let found = try HeaderSearch(&rows, map) else {
            throw InputProblems([
                InputProblem(source: source, message: "the table is empty: its first row must name the columns")
            ])
        }
        columns = found.header
        above = found.rowsAbove
        header = try ManifestHeader(found.header, source: source, map)
    }

    /// The next row that is not blank, with its problems; what has a problem is not set in the row. Nil at the end.
    /// Throws `InputProblem` if the table cannot be read further, and what its source throws.
    public mutating func next() throws -> (row: ManifestRow, problems: [InputProblem])? {
        while let row = try rows.next() {
            if row.isBlank { continue }
            if row.fields == columns.fields {
                repeatedHeaders.append(row.row)
                continue
            }
            return read(row)
        }
        return nil
    }

    /// What was passed over: to be asked for at the end.
    public var remarks: [InputProblem] {
        var remarks: [InputProblem] = []
        if let first = above.first, let last = above.last {
            let text = first.fields.first { !$0.isEmpty } ?? ""
            let rows = first.row == last.row ? "row \(first.row)" : "rows \(first.row) to \(last.row)"
            remarks.append(
                InputProblem(
                    source: source, row: columns.row,
                    message:
                        "this row names the columns; \(rows) above it (beginning '\(text.prefix(60))') were not read"))
        }
        if let first = repeatedHeaders.first {
            remarks.append(
                InputProblem(
                    source: source, row: first,
                    message: repeatedHeaders.count == 1
                        ? "repeats the header, and was passed over"
                        : "the header is repeated here and in \(repeatedHeaders.count - 1) more rows; they were passed over"
                ))
        }
        return remarks
    }

    /// A column's name as it is compared: lower case, with one `_` between words.
    package static func normalized(_ name: String) -> String { ManifestHeader.normalized(name) }

    private func read(_ cells: CSVRow) -> (row: ManifestRow, problems: [InputProblem]) {
        var row = ManifestRow(row: cells.row)
        var problems: [InputProblem] = []
        var hasPath = false
        var hasURL = false
        for fault in cells.faults {
            let meaning = fault.column < header.meanings.count ? header.meanings[fault.column] : .unnamed
            switch meaning {
            case .known(let column):
                if column == .path { hasPath = true }
                if column == .url { hasURL = true }
                problems.append(problem(cells, column.rawValue, fault.message))
            case .extra(let name): problems.append(problem(cells, name, fault.message))
            case .ignored, .unnamed: break
            }
        }
        for (index, cell) in cells.fields.enumerated() where !cell.isEmpty {
            let text = ManifestCell.trimmed(FormulaGuard.unguarded(cell))
            if text.isEmpty { continue }
            switch index < header.meanings.count ? header.meanings[index] : .unnamed {
            case .known(let column):
                if column == .path { hasPath = true }
                if column == .url { hasURL = true }
                do throws(FactError) {
                    try row.set(column, to: map.translated(text, in: column), dates: map.dates)
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
