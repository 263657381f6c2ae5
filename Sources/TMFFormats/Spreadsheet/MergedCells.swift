/// Where a cell is: column 0 is `A`, row 1 the first.
struct CellPlace: Hashable {
    let column: Int
    let row: Int

    /// `B12`; nil if it is none.
    init?(_ text: ArraySlice<UInt8>) {
        var column = 0
        var rest = text
        while let letter = rest.first, (0x41...0x5A).contains(letter) {
            column = column * 26 + Int(letter - 0x40)
            guard column <= CSVReader.mostFields else { return nil }
            rest = rest.dropFirst()
        }
        guard column > 0, let row = SheetReading.number(rest), (1...RowCells.mostRows).contains(row) else { return nil }
        self.column = column - 1
        self.row = row
    }
}

/// Cells that were made one; the workbook keeps the value in the first.
struct MergedCells: Hashable {
    let first: CellPlace
    let last: CellPlace
    /// `A3:A7`
    let text: String

    init?(_ range: ArraySlice<UInt8>) {
        let corners = range.split(separator: UInt8(ascii: ":"))
        guard corners.count == 2, let first = CellPlace(corners[0]), let last = CellPlace(corners[1]),
            first.column <= last.column, first.row <= last.row
        else { return nil }
        self.first = first
        self.last = last
        text = String(decoding: range, as: UTF8.self)
    }
}

/// Gives the value of cells that are merged downwards to each of their rows, as a reader of the sheet understands it.
///
/// Cells merged sideways are the heading of a group of columns, or one long text: their value stays in the first column.
struct MergeFilling {
    private var waiting: ArraySlice<MergedCells>
    private var open: [(cells: MergedCells, value: String)] = []

    init(_ merges: [MergedCells]) {
        waiting =
            merges.filter { $0.first.row < $0.last.row }
            .sorted { ($0.first.row, $0.first.column) < ($1.first.row, $1.first.column) }[...]
    }

    /// The row with the values of those it is merged with. A row in which nothing stands of its own stays blank.
    mutating func filled(_ row: CSVRow) -> CSVRow {
        if waiting.isEmpty, open.isEmpty { return row }
        open.removeAll { $0.cells.last.row < row.row }
        var fields = row.fields
        if !row.isBlank {
            for (cells, value) in open where !value.isEmpty {
                while fields.count <= cells.first.column { fields.append("") }
                if fields[cells.first.column].isEmpty { fields[cells.first.column] = value }
            }
        }
        while let next = waiting.first, next.first.row <= row.row {
            waiting.removeFirst()
            let value =
                next.first.row == row.row && fields.indices.contains(next.first.column)
                ? fields[next.first.column] : ""
            open.append((next, value))
        }
        return CSVRow(row: row.row, fields: fields, faults: row.faults)
    }
}
