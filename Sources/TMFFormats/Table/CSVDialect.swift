import TMFModel

/// How a text is a table: its encoding, and what separates its fields.
struct CSVDialect {
    /// So much of a text is looked at, in bytes.
    static let sampleLength = 1 << 16

    let encoding: TextEncoding
    let separator: TableOptions.Separator
    private let isMarked: Bool
    private let isDeclared: Bool
    /// The first line is `sep=;`, which some programs write for others, and is no row.
    private let hasSeparatorLine: Bool

    /// Encodings are never guessed: it is UTF-8 unless a byte order mark or the user says otherwise. The separator is the one
    /// that the user or the first line (`sep=;`) names, else the one by which most columns of the header are known: those
    /// of manifests, and `columns`.
    init(of sample: [UInt8], source: String, _ options: TableOptions, knowing columns: [String] = []) throws {
        let marked = TextEncoding(markOf: sample)
        if let marked, let stated = options.encoding, stated != marked, (stated, marked) != (.utf16, .utf16BigEndian) {
            throw InputProblem(
                source: source,
                message: "is \(marked.shown) by its byte order mark, not \(stated.shown): leave --encoding out")
        }
        encoding = marked ?? options.encoding ?? .utf8
        isMarked = marked != nil
        isDeclared = options.encoding != nil

        let head = try CSVDialect.head(of: sample, encoding, source: source)
        let named = TableOptions.Separator.allCases.first { head.first == "sep=\(Character(Unicode.Scalar($0.byte)))" }
        hasSeparatorLine = named != nil
        separator = options.separator ?? named ?? CSVDialect.likely(Array(head.prefix(25)), columns)
    }

    /// A reader of rows; `read` gives the bytes of the file.
    func reader(source: String, read: @escaping () throws -> ArraySlice<UInt8>?) -> CSVReader {
        let decoding = TextDecoding(source: source, encoding, read: read)
        var csv = CSVReader(source: source, separator: separator.byte) { try decoding.next() }
        if hasSeparatorLine { csv.skipsFirstRow = true }
        return csv
    }

    /// How the table is read, where it is not plain CSV.
    func remarks(source: String) -> [InputProblem] {
        var parts: [String] = []
        if encoding != .utf8 {
            parts.append("as \(encoding.shown), \(isDeclared ? "as stated" : "by its byte order mark")")
        }
        if separator != .comma { parts.append("with \(separator.plural) between the columns") }
        return parts.isEmpty
            ? [] : [InputProblem(source: source, message: "was read " + parts.joined(separator: " and "))]
    }

    /// The first lines, without care for quotes.
    private static func head(of sample: [UInt8], _ encoding: TextEncoding, source: String) throws -> [String] {
        // An end in the middle of a character says nothing about the text.
        let whole = encoding == .utf16 || encoding == .utf16BigEndian ? sample.count / 2 * 2 : sample.count
        var rest: ArraySlice<UInt8>? = sample[..<whole]
        let decoding = TextDecoding(source: source, encoding) {
            defer { rest = nil }
            return rest
        }
        var bytes = Array(try decoding.next() ?? [])
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return bytes.prefix(1 << 14).split { $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func likely(_ lines: [String], _ columns: [String]) -> TableOptions.Separator {
        func score(_ separator: TableOptions.Separator) -> Int {
            lines.map { line in
                let fields = line.utf8.split(separator: separator.byte, omittingEmptySubsequences: false)
                let known = fields.count {
                    let field = Substring($0).drop { $0 == "\"" }.prefix { $0 != "\"" }
                    let name = ManifestCell.trimmed(String(field))
                    return ManifestHeader.isKnown(name) || columns.contains(ManifestHeader.normalized(name))
                }
                return known * 1_000 + min(fields.count, 999)
            }.max() ?? 0
        }
        var best = TableOptions.Separator.comma
        for other in TableOptions.Separator.allCases where score(other) > score(best) { best = other }
        return best
    }
}
