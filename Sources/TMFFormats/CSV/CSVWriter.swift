/// Writes a table in CSV: UTF-8, rows that end in LF, quotes where they are needed.
///
/// A field that a spreadsheet would run as a formula gets a leading apostrophe; see `FormulaGuard`.
public struct CSVWriter: Sendable {
    /// What was written since the beginning, or since the last `take()`.
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Appends a row.
    public mutating func append(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            append(field)
        }
        // A row of one empty field would read as a blank line, which readers skip.
        if fields.count == 1, fields[0].isEmpty { bytes += [0x22, 0x22] }
        bytes.append(0x0A)
    }

    /// The bytes so far, which are forgotten here: for tables that are written out piece by piece.
    public mutating func take() -> [UInt8] {
        let taken = bytes
        bytes = []
        bytes.reserveCapacity(taken.count)
        return taken
    }

    private mutating func append(_ field: String) {
        let isGuarded = FormulaGuard.isNeeded(for: field)
        guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            if isGuarded { bytes.append(FormulaGuard.mark) }
            bytes += field.utf8
            return
        }
        bytes.append(0x22)
        if isGuarded { bytes.append(FormulaGuard.mark) }
        for byte in field.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
