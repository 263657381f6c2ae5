public import TMFModel

/// A table that somebody handed in, in CSV or in a workbook, to be read from its beginning as often as needed.
public struct Table {
    /// The file, as the user named it; problems carry it.
    public let source: String
    /// How the table was read, where there was a choice, and what of it was not read.
    public let remarks: [InputProblem]
    private let begin: () throws -> () throws -> CSVRow?

    init(source: String, remarks: [InputProblem], begin: @escaping () throws -> () throws -> CSVRow?) {
        self.source = source
        self.remarks = remarks
        self.begin = begin
    }

    /// A table in CSV that lies in memory, as RFC 4180 has it.
    public init(source: String, bytes: [UInt8]) {
        self.init(source: source, remarks: []) {
            var csv = CSVReader(source: source, bytes: bytes)
            return { try csv.next() }
        }
    }

    /// Begins at the first row. What is returned gives row after row, and nil at the end. Throws `InputProblem` if the
    /// table cannot be read further, and what its file throws.
    public func rows() throws -> () throws -> CSVRow? { try begin() }
}
