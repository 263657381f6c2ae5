import TMFFormats
import TMFModel

/// Rows under columns: printed as a table for people, or as CSV.
struct Listing {
    struct Column {
        /// In CSV and JSON: `document_date`.
        let key: String
        let isNumber: Bool

        /// For people: `Document date`.
        var heading: String {
            let words = key.split(separator: "_").joined(separator: " ")
            return words.prefix(1).uppercased() + words.dropFirst()
        }
    }

    let columns: [Column]
    /// As many cells as columns in each.
    let rows: [[String]]

    /// `numbers` are the keys whose cells stand at the right.
    init(_ keys: [String], numbers: Set<String> = [], rows: [[String]]) {
        columns = keys.map { Column(key: $0, isNumber: numbers.contains($0)) }
        self.rows = rows
    }

    /// The members `keys` of each object.
    init(_ keys: [String], numbers: Set<String> = [], of objects: [JSON]) {
        let rows = objects.map { object in
            let members = object.members ?? []
            return keys.enumerated().map { place, key in
                // Objects are written in the order of the columns: thousands of them need no search.
                if place < members.count, members[place].key == key { return members[place].value.cell }
                return (object[key] ?? .null).cell
            }
        }
        self.init(keys, numbers: numbers, rows: rows)
    }

    /// The same rows with only these columns, in this order.
    func selecting(_ keys: [String]) -> Listing {
        let places = keys.compactMap { key in columns.firstIndex { $0.key == key } }
        let numbers = Set(columns.filter(\.isNumber).map(\.key))
        return Listing(
            places.map { columns[$0].key }, numbers: numbers, rows: rows.map { row in places.map { row[$0] } })
    }

    var csv: [UInt8] {
        var writer = CSVWriter()
        writer.append(columns.map(\.key))
        for row in rows { writer.append(row) }
        return writer.bytes
    }
}
