import TMFModel

/// Finds the row that names the columns: below titles and notes, and below the headings of groups of columns.
struct HeaderSearch {
    let header: CSVRow
    /// Rows above the header with something in them.
    let rowsAbove: [CSVRow]

    /// How far down a header is looked for.
    private static let deepest = 25

    /// Takes rows from `rows` until the header is found. If none of the first rows can be it, the first one is it, for the
    /// sake of what is said about it. Nil for an empty table.
    init?(_ rows: inout RowsAhead, _ map: ColumnMap) throws {
        var above: [CSVRow] = []
        while above.count < HeaderSearch.deepest, let row = try rows.next() {
            if row.isBlank { continue }
            let known = ManifestHeader.columnsKnown(in: row, map)
            guard known > 0 else {
                above.append(row)
                continue
            }
            // Where the heading of a column is merged with the row below, both seem to name it; the lower one names more.
            if let next = rows.peek(), !next.isBlank, ManifestHeader.columnsKnown(in: next, map) > known {
                above.append(row)
                header = try rows.next() ?? row
            } else {
                header = row
            }
            rowsAbove = above
            return
        }
        guard let first = above.first else { return nil }
        for row in above.dropFirst().reversed() { rows.putBack(row) }
        header = first
        rowsAbove = []
    }
}

/// Rows of a table, some of which were looked at before their turn.
struct RowsAhead {
    private let nextRow: () throws -> CSVRow?
    private var ahead: [Result<CSVRow?, any Error>] = []

    init(_ nextRow: @escaping () throws -> CSVRow?) { self.nextRow = nextRow }

    mutating func next() throws -> CSVRow? {
        if let known = ahead.popLast() { return try known.get() }
        return try nextRow()
    }

    /// The next row; nil at the end, and where it cannot be read, which is told when its turn comes.
    mutating func peek() -> CSVRow? {
        let next = Result { try self.next() }
        ahead.append(next)
        return try? next.get()  // It is thrown when its turn comes.
    }

    mutating func putBack(_ row: CSVRow) { ahead.append(.success(row)) }
}
