/// One row of a table: its fields as they stand, quotes and escapes resolved.
public struct CSVRow: Hashable, Sendable {
    /// A cell that holds no value, and why.
    public struct Fault: Hashable, Sendable {
        /// 0 for the first column.
        public let column: Int
        /// What it holds instead, and what to do.
        public let message: String

        public init(column: Int, message: String) {
            self.column = column
            self.message = message
        }
    }

    /// The row as a spreadsheet counts it: 1 for the header. Blank rows count, although they are skipped.
    public let row: Int
    public let fields: [String]
    /// The cells of a workbook that hold an error or a formula without a result; their fields are empty.
    public let faults: [Fault]

    public init(row: Int, fields: [String], faults: [Fault] = []) {
        self.row = row
        self.fields = fields
        self.faults = faults
    }

    /// Whether every field is empty or blank: what a spreadsheet leaves behind where rows were cleared.
    public var isBlank: Bool {
        faults.isEmpty && fields.allSatisfy { $0.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    }
}
