import TMFModel

/// Reads a table in CSV as RFC 4180 describes it, row by row, with memory that does not grow with the table.
///
/// Rows may end in CRLF, LF or CR, also mixed. A UTF-8 byte order mark is dropped. A quote inside an unquoted field
/// is text. What cannot be read without guessing is refused with the row and what to do about it.
public struct CSVReader {
    /// Bytes of one row, without its separators, that are still read: 1 MiB.
    public static let longestRow = 1 << 20
    /// Fields of one row that are still read: as many columns as a spreadsheet has.
    public static let mostFields = 16_384

    /// The file, as the user named it; problems carry it.
    public let source: String
    private let read: () throws -> ArraySlice<UInt8>?
    private let separator: UInt8
    private var chunk: ArraySlice<UInt8> = []
    private var at = 0
    private var row = 0
    private var fieldsOfLastRow = 0
    /// Bytes of the current row in the fields before the current one.
    private var bytesOfRow = 0
    /// The start of a field that goes on in the next chunk, or the resolved part of a quoted one.
    private var partial: [UInt8] = []
    private var isAfterCarriageReturn = false
    /// The first row is none of the table's, and does not count.
    var skipsFirstRow = false
    private var hasBegun = false
    private var hasEnded = false

    /// Reads the chunks that `read` returns until it returns nil. `separator` is the ASCII character between fields, by
    /// RFC 4180 a comma.
    public init(
        source: String, separator: UInt8 = UInt8(ascii: ","), read: @escaping () throws -> ArraySlice<UInt8>?
    ) {
        self.source = source
        self.separator = separator
        self.read = read
    }

    /// Reads `bytes`.
    public init(source: String, bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
        self.init(source: source, separator: separator) { nil }
        chunk = bytes[...]
    }

    /// The next row that is not blank; nil at the end. Throws `InputProblem`, and what `read` throws; nothing can be
    /// read after that.
    public mutating func next() throws -> CSVRow? {
        do {
            if skipsFirstRow {
                skipsFirstRow = false
                _ = try fieldsOfRow()
                row = 0
            }
            while let fields = try fieldsOfRow() {
                if let fields { return CSVRow(row: row, fields: fields) }
            }
            return nil
        } catch {
            hasEnded = true
            chunk = []
            at = 0
            throw error
        }
    }

    /// The fields of the next row, `.some(nil)` for a blank row, nil at the end.
    private mutating func fieldsOfRow() throws -> [String]?? {
        if !hasBegun { try dropByteOrderMark() }
        guard try findRow() else { return nil }
        row += 1
        bytesOfRow = 0
        var fields: [String] = []
        fields.reserveCapacity(fieldsOfLastRow)
        if chunk[at] == Byte.lineFeed || chunk[at] == Byte.carriageReturn {
            isAfterCarriageReturn = chunk[at] == Byte.carriageReturn
            at += 1
            return .some(nil)
        }
        var isLast = false
        while !isLast {
            guard fields.count < CSVReader.mostFields else {
                throw problem("more than \(CSVReader.mostFields) fields: is this a table in CSV?")
            }
            let field: String
            if try !hasByte() {
                (field, isLast) = ("", true)
            } else if chunk[at] == Byte.quote {
                at += 1
                (field, isLast) = try quotedField()
            } else {
                (field, isLast) = try plainField()
            }
            fields.append(field)
        }
        fieldsOfLastRow = fields.count
        return fields
    }

    /// Moves to the first byte of the next row; false at the end.
    private mutating func findRow() throws -> Bool {
        while try hasByte() {
            guard isAfterCarriageReturn else { return true }
            isAfterCarriageReturn = false
            guard chunk[at] == Byte.lineFeed else { return true }
            at += 1
        }
        return false
    }

    private mutating func plainField() throws -> (String, isLast: Bool) {
        partial.removeAll(keepingCapacity: true)
        let separator = separator
        let limit = max(separator, Byte.carriageReturn)
        while true {
            let bytes = chunk
            let start = at
            let end = bytes.endIndex
            var index = start
            while index < end {
                let byte = bytes[index]
                // One comparison passes over nearly every byte of a text.
                if byte <= limit, byte == separator || Byte.endsRow(byte) { break }
                index += 1
            }
            if index < end {
                at = index + 1
                let text: String
                if partial.isEmpty {
                    text = try self.text(of: bytes[start..<index])
                } else {
                    partial += bytes[start..<index]
                    text = try self.text(of: partial[...])
                }
                return (text, try isLastField(endedBy: bytes[index]))
            }
            at = end
            partial += bytes[start..<end]
            try checkLength(partial.count)
            if try !hasByte() { return (try text(of: partial[...]), true) }
        }
    }

    /// The field whose opening quote was just passed.
    private mutating func quotedField() throws -> (String, isLast: Bool) {
        partial.removeAll(keepingCapacity: true)
        while true {
            guard try hasByte() else {
                throw problem(
                    "a quoted field begins in this row and never ends: add the closing quote, or double the quotes "
                        + "that are part of the text")
            }
            let start = at
            guard let quote = chunk[start...].firstIndex(of: Byte.quote) else {
                partial += chunk[start...]
                at = chunk.endIndex
                try checkLength(partial.count, isQuoted: true)
                continue
            }
            partial += chunk[start..<quote]
            try checkLength(partial.count, isQuoted: true)
            at = quote + 1
            guard try hasByte(), chunk[at] == Byte.quote else { break }
            partial.append(Byte.quote)
            at += 1
        }
        let text = try text(of: partial[...])
        while try hasByte() {
            let byte = chunk[at]
            at += 1
            if byte == separator || Byte.endsRow(byte) { return (text, try isLastField(endedBy: byte)) }
            guard byte == Byte.blank || byte == Byte.tab else {
                throw problem(
                    "there is text after a closing quote: double the quotes that are part of the text, or quote the "
                        + "whole field")
            }
        }
        return (text, true)
    }

    private mutating func isLastField(endedBy byte: UInt8) throws -> Bool {
        switch byte {
        case separator: return false
        case Byte.lineFeed: return true
        case Byte.carriageReturn:
            isAfterCarriageReturn = true
            return true
        default: throw problem("a byte 0 stands in the text: \(CSVReader.saveAsUTF8)")
        }
    }

    private mutating func text(of bytes: ArraySlice<UInt8>) throws -> String {
        guard !bytes.isEmpty else { return "" }
        try checkLength(bytes.count)
        bytesOfRow += bytes.count
        // Most cells are ASCII, which needs no validation.
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw problem("the text is not UTF-8: \(CSVReader.saveAsUTF8)")
        }
        return text
    }

    private func checkLength(_ bytesOfField: Int, isQuoted: Bool = false) throws {
        guard bytesOfRow + bytesOfField > CSVReader.longestRow else { return }
        throw problem(
            "the row is longer than 1 MiB: "
                + (isQuoted ? "is the closing quote of a field missing?" : "is this a table in CSV?"))
    }

    /// Whether there is a byte at `at`, if need be of the next chunk.
    private mutating func hasByte() throws -> Bool {
        while at >= chunk.endIndex {
            guard !hasEnded, let next = try read() else {
                hasEnded = true
                return false
            }
            chunk = next
            at = next.startIndex
        }
        return true
    }

    private mutating func dropByteOrderMark() throws {
        hasBegun = true
        while chunk.count < 4, !hasEnded {
            if let more = try read() { chunk += more } else { hasEnded = true }
        }
        at = chunk.startIndex
        let marks: [([UInt8], String)] = [
            ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"),
            ([0xFE, 0xFF], "UTF-16"),
        ]
        for (mark, name) in marks where chunk.starts(with: mark) {
            row = 1
            throw problem("the text is \(name): \(CSVReader.saveAsUTF8)")
        }
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { at += 3 }
    }

    private func problem(_ message: String) -> InputProblem {
        InputProblem(source: source, row: row, message: message)
    }

    private static let saveAsUTF8 =
        "save the table as CSV UTF-8, or say what it is, such as --encoding windows-1252"

    private enum Byte {
        static let tab: UInt8 = 0x09
        static let lineFeed: UInt8 = 0x0A
        static let carriageReturn: UInt8 = 0x0D
        static let blank: UInt8 = 0x20
        static let quote: UInt8 = 0x22

        /// A line's end, or a byte 0, which no text has.
        static func endsRow(_ byte: UInt8) -> Bool {
            byte == lineFeed || byte == carriageReturn || byte == 0
        }
    }
}
