import TMFModel

/// A page with its words as they are compared, parted at blanks. A place is the number of a word.
struct FoldedPage {
    private let bytes: [UInt8]
    private let words: [Range<Int>]

    /// Nil if a word of every term is missing: the words are parted only where they may be found.
    init?(_ page: String, mayHold query: SearchQuery) {
        let whole = Array(Folding.fold(page).utf8)
        guard query.terms.contains(where: { term in term.words.allSatisfy { Self.holds(whole, Array($0.utf8)) } })
        else { return nil }
        let bytes = Array(page.utf8)
        self.bytes = bytes
        words = bytes.indices.split { Self.isBlank(bytes[$0]) }.map { $0.startIndex..<$0.endIndex }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, text.count >= word.count else { return false }
        return (0...text.count - word.count).contains { text[$0] == first && text[$0...].starts(with: word) }
    }

    private func folded(_ place: Int) -> String { Folding.fold(String(decoding: bytes[words[place]], as: UTF8.self)) }

    /// Whether a word may hold this, which is folded: what is not plain ASCII may.
    private func mayHold(_ place: Int, _ word: [UInt8]) -> Bool {
        let range = words[place]
        if bytes[range].contains(where: { $0 >= 0x80 }) { return true }
        guard range.count >= word.count else { return false }
        return (range.lowerBound...range.upperBound - word.count).contains { start in
            word.indices.allSatisfy { Self.lowered(bytes[start + $0]) == word[$0] }
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// The place of the word with which a term begins.
    func place(of term: SearchQuery.Term) -> Int? {
        guard let first = term.words.first.map({ Array($0.utf8) }) else { return nil }
        return words.indices.first { place in
            guard mayHold(place, first) else { return false }
            var there = Folding.words(of: folded(place))
            guard let start = there.firstIndex(where: { begins($0, term, 0) }) else { return false }
            there.removeFirst(start)
            var next = place + 1
            // A term of several words may reach over the next ones.
            while there.count < term.words.count, next < words.count {
                there += Folding.words(of: folded(next))
                next += 1
            }
            return there.count >= term.words.count
                && term.words.indices.allSatisfy { begins(there[$0], term, $0) }
        }
    }

    private func begins(_ word: String, _ term: SearchQuery.Term, _ place: Int) -> Bool {
        place == term.words.count - 1 && !term.isPhrase ? word.hasPrefix(term.words[place]) : word == term.words[place]
    }

    /// The words around a place, on one line; `before` and `after` are bytes.
    func snippet(around place: Int, before: Int, after: Int) -> String {
        var start = place
        var count = 0
        while start > 0, count < before {
            start -= 1
            count += words[start].count + 1
        }
        var end = place
        count = 0
        while end < words.count, count < after {
            count += words[end].count + 1
            end += 1
        }
        guard start < end else { return "" }
        // Blanks that are not plain ones are still in it.
        let text = String(decoding: bytes[words[start].lowerBound..<words[end - 1].upperBound], as: UTF8.self)
            .split { $0.isWhitespace }.joined(separator: " ")
        return (start > 0 ? "… " : "") + String(text.prefix(400)) + (end < words.count ? " …" : "")
    }
}
