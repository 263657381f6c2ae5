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
