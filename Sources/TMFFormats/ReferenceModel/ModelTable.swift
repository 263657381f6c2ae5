import TMFModel

/// One table of a reference model, its cells found by the names of their columns.
struct ModelTable {
    /// One row; its functions throw `InputProblem` with row and column.
    struct Record {
        let table: String
        let row: CSVRow
        let places: [String: Int]

        /// A cell, empty if the row ends before it.
        func text(_ column: String) -> String {
            guard let place = places[column], place < row.fields.count else { return "" }
            return row.fields[place]
        }

        func requiredText(_ column: String) throws(InputProblem) -> String {
            let text = text(column)
            if text.isEmpty { throw problem(column, "expected a text, found nothing") }
            return text
        }

        func flag(_ column: String) throws(InputProblem) -> Bool {
            switch text(column) {
            case "Y": return true
            case "N": return false
            case let other: throw problem(column, "expected Y or N, found '\(other)'")
            }
        }

        /// The parts of a cell between semicolons.
        func list(_ column: String) -> [String] {
            let text = text(column)
            return text.isEmpty ? [] : text.split(separator: ";").map { ManifestCell.trimmed(String($0)) }
        }

        func read<Value>(
            _ column: String, _ expected: String, _ make: (String) -> Value?
        ) throws(InputProblem) -> Value {
            let text = text(column)
            guard let value = make(text) else { throw problem(column, "expected \(expected), found '\(text)'") }
            return value
        }

        func problem(_ column: String, _ message: String) -> InputProblem {
            InputProblem(source: table, row: row.row, column: column, message: message)
        }
    }

    let records: [Record]
    /// The names of the columns, in their order.
    let columns: [String]

    /// Throws `InputProblem` if the bytes are no CSV, or a column is missing.
    init(_ bytes: [UInt8], named table: String, columns required: [String]) throws {
        var reader = CSVReader(source: table, bytes: bytes)
        guard let header = try reader.next() else {
            throw InputProblem(source: table, message: "the table is empty")
        }
        var places: [String: Int] = [:]
        for (place, name) in header.fields.enumerated() { places[name] = place }
        for column in required where places[column] == nil {
            throw InputProblem(source: table, row: 1, column: column, message: "the column is missing")
        }
        var records: [Record] = []
        while let row = try reader.next() {
            guard row.fields.count == header.fields.count else {
                throw InputProblem(
                    source: table, row: row.row,
                    message: "expected \(header.fields.count) fields, found \(row.fields.count)")
            }
            records.append(Record(table: table, row: row, places: places))
        }
        self.records = records
        columns = header.fields
    }
}
