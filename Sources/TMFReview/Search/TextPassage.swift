public import TMFModel

/// Where a text says what was asked for.
public struct TextPassage: Hashable, Sendable {
    /// The ordinal of the version whose file says it.
    public let version: Int
    /// 1 for the first.
    public let page: Int
    /// Some words before and after, on one line.
    public let snippet: String
    /// Whether the page was recognized in a picture, and may be read wrongly.
    public let isRecognized: Bool

    /// Bytes before and after the place that was found.
    private static let before = 60
    private static let after = 100

    /// The same in the newest version of a document that says it; `text` gives the text of a content.
    public static func first(
        of query: SearchQuery, in document: Document, text: (Digest) throws -> ExtractedText?
    ) rethrows -> TextPassage? {
        for version in document.versions.reversed() {
            guard let digest = version.facts.content?.digest, let text = try text(digest) else { continue }
            if let passage = first(of: query, in: text, version: version.ordinal) { return passage }
        }
        return nil
    }

    /// The first place where one of the terms stands, on the page that has most of them; nil if the text has none.
    public static func first(of query: SearchQuery, in text: ExtractedText, version: Int) -> TextPassage? {
        var best: (count: Int, page: Int, place: Int, folded: FoldedPage)?
        for (number, page) in text.pages.enumerated() where !page.isEmpty {
            guard let folded = FoldedPage(page, mayHold: query) else { continue }
            let places = query.terms.compactMap { folded.place(of: $0) }
            guard let place = places.min(), places.count > best?.count ?? 0 else { continue }
            best = (places.count, number, place, folded)
            if places.count == query.terms.count { break }
        }
        return best.map { best in
            TextPassage(
                version: version, page: best.page + 1,
                snippet: best.folded.snippet(around: best.place, before: before, after: after),
                isRecognized: text.recognized.contains(best.page + 1))
        }
    }
}

/// A page with its words as they are compared.
private struct FoldedPage {
    private let words: [Substring]
    private let folded: [String]

    /// Nil if a word of every term is missing: the words are parted only where they may be found.
    init?(_ page: String, mayHold query: SearchQuery) {
        let whole = Array(Folding.fold(page).utf8)
        guard query.terms.contains(where: { term in term.words.allSatisfy { Self.holds(whole, Array($0.utf8)) } })
        else { return nil }
        words = page.split { $0.isWhitespace }
        folded = words.map { Folding.fold($0) }
    }

    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, text.count >= word.count else { return false }
        return (0...text.count - word.count).contains { text[$0] == first && text[$0...].starts(with: word) }
    }

    /// The place of the word with which a term begins.
    func place(of term: SearchQuery.Term) -> Int? {
        guard let first = term.words.first else { return nil }
        return words.indices.first { place in
            guard folded[place].contains(first) else { return false }
            var there = Folding.words(of: folded[place])
            guard let start = there.firstIndex(where: { begins($0, term, 0) }) else { return false }
            there.removeFirst(start)
            var next = place + 1
            // A term of several words may reach over the next ones.
            while there.count < term.words.count, next < words.count {
                there += Folding.words(of: folded[next])
                next += 1
            }
            return there.count >= term.words.count
                && term.words.indices.allSatisfy { begins(there[$0], term, $0) }
        }
    }

    private func begins(_ word: String, _ term: SearchQuery.Term, _ place: Int) -> Bool {
        place == term.words.count - 1 && !term.isPhrase ? word.hasPrefix(term.words[place]) : word == term.words[place]
    }

    func snippet(around place: Int, before: Int, after: Int) -> String {
        var start = place
        var count = 0
        while start > 0, count < before {
            start -= 1
            count += words[start].utf8.count + 1
        }
        var end = place
        count = 0
        while end < words.count, count < after {
            count += words[end].utf8.count + 1
            end += 1
        }
        let text = words[start..<end].joined(separator: " ")
        return (start > 0 ? "… " : "") + String(text.prefix(400)) + (end < words.count ? " …" : "")
    }
}
