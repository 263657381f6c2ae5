/// The cells of one row while it is read.
struct RowCells {
    /// As many rows as a spreadsheet has.
    static let mostRows = 1_048_576

    /// 1 for the first.
    private(set) var row = 0
    /// The fields, one behind the other, and where each ends.
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []
    private(set) var faults: [CSVRow.Fault] = []

    var isBlank: Bool { bytes.isEmpty && faults.isEmpty }

    mutating func begin(_ row: Int) {
        self.row = row
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        if !faults.isEmpty { faults = [] }
    }

    /// `column` is behind those that are set.
    mutating func put(_ text: ArraySlice<UInt8>, at column: Int) {
        if text.isEmpty { return }
        while ends.count < column { ends.append(bytes.count) }
        bytes += text
        ends.append(bytes.count)
    }

    mutating func addFault(at column: Int, _ message: String) {
        while ends.count <= column { ends.append(bytes.count) }
        faults.append(CSVRow.Fault(column: column, message: message))
    }
}
