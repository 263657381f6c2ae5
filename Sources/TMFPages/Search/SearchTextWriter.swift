public import TMFModel

/// The texts of files for the offline search: files beside those of `SearchIndexWriter`, which the search page loads when
/// somebody asks for them.
///
/// Each is `(window.tmfTexts=window.tmfTexts||[]).push([[row,page,text],…]);`: the place of the record among the rows of the
/// search, from 0, the page from 1, and its text with single blanks. Of each record the version in force counts, or the
/// latest where none is.
public struct SearchTextWriter {
    /// What the texts are of.
    public struct Summary: Hashable, Sendable {
        public internal(set) var files = 0
        public internal(set) var bytes = 0
        /// Records whose text is in.
        public internal(set) var records = 0
        /// Records with a file of which no text is known: none was found, or nobody looked.
        public internal(set) var without = 0
        /// Records whose text is left out, as all would be longer than the limit.
        public internal(set) var leftOut = 0
    }

    /// All files together are no longer, in bytes, than this: a browser has to hold them.
    public static let totalLimit = 64_000_000
    /// A longer page is cut into pieces of so many bytes: written for a script, each may take six times as many.
    private static let pieceLimit = 300_000

    private let documents: [Document]
    private let totalLimit: Int
    private let text: (Digest) throws -> ExtractedText?
    private var summary = Summary()
    private var bytes: [UInt8] = []

    /// `text` is asked for contents of documents that are in.
    public init(_ snapshot: StudySnapshot, text: @escaping (Digest) throws -> ExtractedText?) {
        self.init(snapshot, totalLimit: Self.totalLimit, text: text)
    }

    /// Another limit is for tests.
    package init(_ snapshot: StudySnapshot, totalLimit: Int, text: @escaping (Digest) throws -> ExtractedText?) {
        documents = snapshot.documents
        self.totalLimit = totalLimit
        self.text = text
    }

    /// Hands over one file after the other, `texts-1.js`…; none if there are no texts.
    public mutating func write(_ body: (Asset) throws -> Void) throws -> Summary {
        for (place, document) in documents.enumerated() {
            guard let content = document.listedVersion?.facts.content else { continue }
            let rows = try rows(of: place, text(content.digest))
            let length = rows.reduce(0) { $0 + $1.count + 2 }
            if rows.isEmpty {
                summary.without += 1
            } else if summary.bytes + bytes.count + length > totalLimit {
                summary.leftOut += 1
            } else {
                summary.records += 1
                for row in rows { try add(row, body) }
            }
        }
        if !bytes.isEmpty { try finish(body) }
        return summary
    }

    private mutating func add(_ row: [UInt8], _ body: (Asset) throws -> Void) throws {
        if !bytes.isEmpty, bytes.count + row.count + 64 > SearchIndexWriter.limit { try finish(body) }
        bytes.append(contentsOf: bytes.isEmpty ? "\n".utf8 : ",\n".utf8)
        bytes.append(contentsOf: row)
    }

    private mutating func finish(_ body: (Asset) throws -> Void) throws {
        summary.files += 1
        let text =
            "(window.tmfTexts=window.tmfTexts||[]).push([" + String(decoding: bytes, as: UTF8.self) + "\n]);\n"
        summary.bytes += text.utf8.count
        try body(
            Asset(name: "texts-\(summary.files).js", mediaType: "text/javascript; charset=utf-8", text: text))
        bytes.removeAll(keepingCapacity: true)
    }

    private func rows(of place: Int, _ text: ExtractedText?) -> [[UInt8]] {
        var rows: [[UInt8]] = []
        for (page, words) in (text?.pages ?? []).enumerated() {
            for piece in Self.pieces(words) {
                var bytes: [UInt8] = []
                JSON.array([.int(place), .int(page + 1), .string(piece)]).write(to: &bytes)
                rows.append(SearchIndexWriter.fitForScript(bytes))
            }
        }
        return rows
    }

    /// The words with single blanks between them, in pieces of limited length.
    private static func pieces(_ page: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for word in page.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace || $0.value < 0x20 }) {
            if !piece.isEmpty, piece.utf8.count + word.utf8Length + 1 > pieceLimit {
                pieces.append(piece)
                piece = ""
            }
            if !piece.isEmpty { piece += " " }
            piece.unicodeScalars.append(contentsOf: word.prefix(pieceLimit / 4))
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }
}

extension Substring.UnicodeScalarView {
    fileprivate var utf8Length: Int { reduce(0) { $0 + UTF8.width($1) } }
}
