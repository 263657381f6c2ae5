/// Gathers the passages in which two texts differ, then judges them together: single misread words look like a
/// misreading only where there are several.
struct DifferenceJudging {
    private let one: ComparedText
    private let two: ComparedText
    private var pieces: [(one: Range<Int>, two: Range<Int>, kind: PieceKind)] = []
    /// Passages that only one of them has.
    private var extras: [(one: Range<Int>, two: Range<Int>, isAtEdge: Bool)] = []

    /// Words on both sides that are not the same.
    private(set) var differing = 0
    private(set) var misreadWords = 0
    private(set) var addedWords = 0

    init(_ one: ComparedText, _ two: ComparedText) {
        self.one = one
        self.two = two
    }

    /// What one word is to the one that stands in its place.
    enum PieceKind {
        /// The same but for letters that look alike.
        case lookalike
        /// The same strokes; another word may be meant.
        case sameStrokes
        /// A few letters differ.
        case nearly
        /// A digit differs that is taken for the other now and then; or a word of two letters.
        case doubtful
        case other
    }

    /// The whole of two passages is another.
    mutating func replace(_ left: Range<Int>, _ right: Range<Int>) {
        pieces.append((left, right, .other))
        differing += left.count + right.count
    }

    /// Takes in a passage in which they differ, on pages of these words.
    mutating func note(_ left: Range<Int>, _ right: Range<Int>, on pages: (Range<Int>, Range<Int>)) {
        guard !left.isEmpty, !right.isEmpty else {
            extras.append((left, right, isAtEdge(left, pages.0) && isAtEdge(right, pages.1)))
            differing += left.count + right.count
            return
        }
        guard left.count <= WordPairing.most, right.count <= WordPairing.most else { return replace(left, right) }
        let (words, others) = (one.folded(left), two.folded(right))
        for piece in WordPairing.pieces(words, others) {
            let place = left.lowerBound + piece.one.lowerBound..<left.lowerBound + piece.one.upperBound
            let other = right.lowerBound + piece.two.lowerBound..<right.lowerBound + piece.two.upperBound
            if place.isEmpty || other.isEmpty {
                extras.append((place, other, false))
                differing += place.count + other.count
                continue
            }
            let kind = Self.kind(Array(words[piece.one].joined()), Array(others[piece.two].joined()))
            if kind == .other { differing += place.count + other.count }
            // Words that follow each other are told together.
            if kind == .other, let last = pieces.last, last.kind == .other, last.one.upperBound == place.lowerBound,
                last.two.upperBound == other.lowerBound
            {
                pieces[pieces.count - 1].one = last.one.lowerBound..<place.upperBound
                pieces[pieces.count - 1].two = last.two.lowerBound..<other.upperBound
            } else {
                pieces.append((place, other, kind))
            }
        }
    }

    private static let edgeWords = 25

    private func isAtEdge(_ range: Range<Int>, _ page: Range<Int>) -> Bool {
        range.count <= Self.edgeWords
            && (range.lowerBound <= page.lowerBound + Self.edgeWords
                || range.upperBound >= page.upperBound - Self.edgeWords)
    }

    private static func kind(_ word: [UInt8], _ other: [UInt8]) -> PieceKind {
        if MisreadLetters.folded(word) == MisreadLetters.folded(other) { return .lookalike }
        if MisreadLetters.areSameStrokes(word, other) { return .sameStrokes }
        if word.contains(where: MisreadLetters.isDigit) || other.contains(where: MisreadLetters.isDigit) {
            let (digits, others) = (MisreadLetters.digits(of: word), MisreadLetters.digits(of: other))
            return digits.count == word.count && others.count == other.count
                && MisreadLetters.areAlike(digits, others) ? .doubtful : .other
        }
        let length = max(word.count, other.count)
        if length <= 2 { return .doubtful }
        let allowed = length <= 4 ? 1 : length <= 8 ? 2 : length / 3
        return WordPairing.distance(word, other) <= allowed ? .nearly : .other
    }

    /// What makes two records of them; nothing where they are one.
    mutating func verdict(most: Int) -> [String] {
        cancelMoved()
        let isNoisy = self.isNoisy
        var told: [String] = []
        var doubts = 0.0
        for piece in pieces {
            switch piece.kind {
            case .lookalike: misreadWords += 1
            case .nearly where isNoisy: misreadWords += 1
            case .sameStrokes where isNoisy || isUsual(piece.one, piece.two): misreadWords += 1
            case .doubtful where isNoisy:
                misreadWords += 1
                doubts += 0.5
            default: told.append(words(piece.one, piece.two))
            }
        }
        told += unequalExtras(isNoisy, &doubts)
        if told.isEmpty, doubts > Self.mostDoubts + 0.01 * Double(misreadWords) {
            told = pieces.filter { $0.kind == .doubtful }.map { words($0.one, $0.two) }
        }
        var seen: Set<String> = []
        return Array(told.filter { seen.insert($0).inserted }.prefix(most))
    }

    private static let mostDoubts = 1.0

    /// Whether a text recognition was at work: known of one of them, or told by several words of which a few letters
    /// differ. The same name written in another way many times is no misreading.
    private var isNoisy: Bool {
        if one.isRecognized || two.isRecognized { return true }
        var pairs: Set<[[UInt8]]> = []
        for piece in pieces where piece.kind == .nearly || piece.kind == .lookalike || piece.kind == .sameStrokes {
            pairs.insert([Array(one.folded(piece.one).joined()), Array(two.folded(piece.two).joined())])
        }
        let others = pieces.count { $0.kind == .other }
        return pairs.count >= Self.leastMisread && pairs.count > 2 * others
    }

    private static let leastMisread = 3

    /// Whether one of two words is at home in both texts, and the other stands in its place in a few: a misreading, even
    /// where it is the only one.
    private func isUsual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == 1, right.count == 1 else { return false }
        let (word, other) = (one.words[left.lowerBound].hash, two.words[right.lowerBound].hash)
        func count(_ hash: UInt64, _ text: ComparedText) -> Int { text.words.count { $0.hash == hash } }
        func isUsual(_ usual: UInt64, _ own: ComparedText, _ odd: UInt64, _ another: ComparedText) -> Bool {
            count(odd, own) == 0 && count(usual, another) >= 2 * count(odd, another)
        }
        return isUsual(word, one, other, two) || isUsual(other, two, word, one)
    }

    /// A passage that only stands elsewhere is no difference.
    private mutating func cancelMoved() {
        var places: [[UInt8]: [Int]] = [:]
        func bytes(_ text: ComparedText, _ range: Range<Int>) -> [UInt8] {
            // Where a passage begins is a matter of taste if the word before it is also its last.
            Array(text.folded(range).sorted { $0.lexicographicallyPrecedes($1) }.joined())
        }
        for (place, extra) in extras.enumerated() where extra.one.isEmpty {
            places[bytes(two, extra.two), default: []].append(place)
        }
        var gone: Set<Int> = []
        for (place, extra) in extras.enumerated() where extra.two.isEmpty {
            guard let other = places[bytes(one, extra.one)]?.popLast() else { continue }
            gone.formUnion([place, other])
            differing -= extra.one.count + extras[other].two.count
        }
        extras = extras.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
    }

    /// In a misread text words drop out anywhere. Otherwise only one of them may have more, at the edge of a page.
    private mutating func unequalExtras(_ isNoisy: Bool, _ doubts: inout Double) -> [String] {
        var told: [String] = []
        let stamped = extras.filter(\.isAtEdge)
        let isOneSided = stamped.allSatisfy(\.one.isEmpty) || stamped.allSatisfy(\.two.isEmpty)
        for extra in extras {
            let words = one.folded(extra.one) + two.folded(extra.two)
            let isTelling = words.contains { Self.tellingWords.contains(String(decoding: $0, as: UTF8.self)) }
            let isStamp = extra.isAtEdge && isOneSided && !isTelling
            if isStamp {
                addedWords += words.count
            } else if isNoisy, words.count <= Self.mostDropped, !isTelling {
                misreadWords += words.count
                if words.contains(where: { $0.contains(where: MisreadLetters.isDigit) }) { doubts += 0.5 }
            } else {
                told.append(self.words(extra.one, extra.two))
            }
        }
        return told
    }

    private static let mostDropped = 6
    /// What says that a text is another state of the same record.
    private static let tellingWords: Set = [
        "draft", "final", "version", "amendment", "addendum", "superseded", "entwurf", "translation",
    ]

    /// `version label 2.0 / 3.0`
    private func words(_ left: Range<Int>, _ right: Range<Int>) -> String {
        let (written, other) = (short(one.written(left)), short(two.written(right)))
        let before = left.isEmpty ? two.before(right) : one.before(left)
        let hasDigit = (written + other).contains(where: \.isNumber)
        let name =
            ["version", "v", "vers"].contains(before)
            ? "version label " : hasDigit && isDate(written, other) ? "date " : hasDigit ? "number " : ""
        if left.isEmpty || right.isEmpty { return "only in one: \(left.isEmpty ? other : written)" }
        return "\(name)\(written) / \(other)"
    }

    private func isDate(_ written: String, _ other: String) -> Bool {
        [written, other].allSatisfy { text in
            text.count >= 8 && text.count(where: \.isNumber) >= 5 && text.contains { "-./".contains($0) }
        }
    }

    private func short(_ text: String) -> String { text.count > 60 ? text.prefix(57) + "…" : text }
}
