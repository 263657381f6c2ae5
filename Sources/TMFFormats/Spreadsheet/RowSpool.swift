import Disk

/// The rows of a sheet, put down to be read again and again without unpacking the workbook each time.
final class RowSpool {
    private let bytes = ScratchBytes()
    private var record: [UInt8] = []

    /// Appends a row. `ends` are where its fields end in `fields`.
    func append(row: Int, fields: [UInt8], ends: [Int], faults: [CSVRow.Fault]) throws {
        record.removeAll(keepingCapacity: true)
        put(row)
        put(ends.count)
        for (place, end) in ends.enumerated() { put(end - (place == 0 ? 0 : ends[place - 1])) }
        put(faults.count)
        for fault in faults {
            put(fault.column)
            put(fault.message.utf8.count)
        }
        let length = record.count + fields.count + faults.reduce(0) { $0 + $1.message.utf8.count }
        try bytes.append((0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) })
        try bytes.append(record)
        try bytes.append(fields)
        for fault in faults { try bytes.append(fault.message.utf8) }
    }

    /// The row that begins at `place`, which moves on to the next; nil at the end.
    func row(at place: inout Int) throws -> CSVRow? {
        guard place < bytes.count else { return nil }
        let head = try bytes.bytes(place..<(place + 4))
        let length = head.reversed().reduce(0) { $0 << 8 | Int($1) }
        var rest = try bytes.bytes((place + 4)..<(place + 4 + length))
        place += 4 + length
        let row = RowSpool.number(&rest)
        let lengths = (0..<RowSpool.number(&rest)).map { _ in RowSpool.number(&rest) }
        let faults = (0..<RowSpool.number(&rest)).map { _ in
            (column: RowSpool.number(&rest), length: RowSpool.number(&rest))
        }
        let fields = lengths.map { RowSpool.text(&rest, $0) }
        return CSVRow(
            row: row, fields: fields,
            faults: faults.map { CSVRow.Fault(column: $0.column, message: RowSpool.text(&rest, $0.length)) })
    }

    /// Seven bits in each byte, the lowest first.
    private func put(_ number: Int) {
        var rest = number
        while rest >= 0x80 {
            record.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        record.append(UInt8(truncatingIfNeeded: rest))
    }

    private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int {
        var number = 0
        var shift = 0
        while let byte = bytes.popFirst() {
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return number
    }

    private static func text(_ bytes: inout ArraySlice<UInt8>, _ length: Int) -> String {
        if length == 0 { return "" }
        defer { bytes = bytes.dropFirst(length) }
        return String(decoding: bytes.prefix(length), as: UTF8.self)
    }
}
