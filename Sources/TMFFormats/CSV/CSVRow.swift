/// One row of a table: its fields as they stand, quotes and escapes resolved.
public struct CSVRow: Hashable, Sendable {
    /// The row as a spreadsheet counts it: 1 for the header. Blank rows count, although they are skipped.
    public let row: Int
    public let fields: [String]

    public init(row: Int, fields: [String]) {
        self.row = row
        self.fields = fields
    }

    /// Whether every field is empty or blank: what a spreadsheet leaves behind where rows were cleared.
    public var isBlank: Bool { fields.allSatisfy { $0.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } } }
}
