public import TMFModel

/// `bag-info.txt`: labels and values about a bag, in their order; a label may stand more than once. RFC 8493, 2.2.2.
public struct BagInfo: Hashable, Sendable {
    public static let fileName = "bag-info.txt"

    public struct Field: Hashable, Sendable {
        public let label: String
        public let value: String

        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    public var fields: [Field]

    public init(_ fields: [Field] = []) { self.fields = fields }

    /// The first value of a label, in whatever case; nil if there is none.
    public func first(_ label: String) -> String? {
        fields.first { $0.label.lowercased() == label.lowercased() }?.value
    }

    /// The file's text: one line for each field. Line breaks in values become blanks.
    public var text: String {
        fields.map { field in
            let value = field.value.split(whereSeparator: \.isNewline).joined(separator: " ")
            return "\(field.label): \(value)\n"
        }.joined()
    }

    /// Reads the file; a line that begins with a blank goes on with the value before it. Throws `InputProblem` for a
    /// line that is neither.
    public init(parsing text: String, source: String = BagInfo.fileName) throws(InputProblem) {
        var fields: [Field] = []
        for (index, line) in BagText.lines(of: text).enumerated() {
            if line.allSatisfy(\.isWhitespace) { continue }
            let value = ManifestCell.trimmed(String(line))
            if line.first == " " || line.first == "\t", let last = fields.popLast() {
                fields.append(Field(last.label, last.value.isEmpty ? value : "\(last.value) \(value)"))
                continue
            }
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex, line.first != " ", line.first != "\t"
            else {
                throw InputProblem(
                    source: source, row: index + 1, message: "expected 'Label: value', found '\(line.prefix(80))'")
            }
            fields.append(
                Field(
                    ManifestCell.trimmed(String(line[..<colon])),
                    ManifestCell.trimmed(String(line[line.index(after: colon)...]))))
        }
        self.fields = fields
    }
}

/// How the text files of a bag are split.
enum BagText {
    /// The lines without their ends, which may be LF, CRLF or CR. A byte order mark is dropped.
    static func lines(of text: String) -> [Substring] {
        let body = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        var lines: [Substring] = []
        var start = body.utf8.startIndex
        var index = start
        while index < body.utf8.endIndex {
            let byte = body.utf8[index]
            let next = body.utf8.index(after: index)
            guard byte == 0x0A || byte == 0x0D else {
                index = next
                continue
            }
            lines.append(body[start..<index])
            index = next
            if byte == 0x0D, index < body.utf8.endIndex, body.utf8[index] == 0x0A {
                index = body.utf8.index(after: index)
            }
            start = index
        }
        if start < body.utf8.endIndex { lines.append(body[start...]) }
        return lines
    }
}
