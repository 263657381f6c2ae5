/// A text as a row of folded words, each of which knows how it is written.
public struct ComparedText: Sendable {
    struct Word {
        let hash: UInt64
        let bytes: [UInt8]
        /// The part of the text between blanks that it is from.
        let chunk: Int
    }

    private(set) var words: [Word] = []
    /// Where in `words` each page ends.
    private(set) var pageEnds: [Int] = []
    private var chunks: [Substring] = []
    /// Whether any page was recognized in a picture.
    let isRecognized: Bool

    public init(_ text: ExtractedText) {
        isRecognized = !text.recognized.isEmpty
        for page in text.pages {
            add(page)
            pageEnds.append(words.count)
        }
    }

    private mutating func add(_ page: String) {
        for chunk in page.split(whereSeparator: \.isWhitespace) {
            chunks.append(chunk)
            LetterStream.forEachWord(in: Folding.fold(chunk)) { bytes in
                var hash: UInt64 = 0xCBF2_9CE4_8422_2325
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
                words.append(Word(hash: hash, bytes: Array(bytes), chunk: chunks.count - 1))
            }
        }
    }

    public var wordCount: Int { words.count }

    /// The range of words on each page.
    var pages: [Range<Int>] {
        zip([0] + pageEnds, pageEnds).map { $0..<$1 }
    }

    /// Words as they are written, with what stands between them.
    func written(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return chunks[words[first].chunk...words[last].chunk].joined(separator: " ")
    }

    /// The word before a range, folded; empty at the beginning.
    func before(_ range: Range<Int>) -> String {
        let chunk = range.isEmpty ? nil : Optional(words[range.lowerBound].chunk)
        let place = words[..<range.lowerBound].lastIndex { $0.chunk != chunk }
        return place.map { String(decoding: words[$0].bytes, as: UTF8.self) } ?? ""
    }
}
