import TMFModel

/// What somebody asks for: every term must be found; the last word of a term may be the beginning of a longer one.
public struct SearchQuery: Hashable, Sendable {
    public struct Term: Hashable, Sendable {
        /// Folded, as typed: `05.02.04`, `d-000123`, `mull`.
        let whole: String
        /// Its words in order; they must follow each other in one field.
        public let words: [String]
        /// Whether it was quoted: then its last word must be whole.
        public let isPhrase: Bool

        /// As an index of words is asked: `"05 02 04" *`, the words in order, the last of which may go on.
        public var expression: String { "\"\(words.joined(separator: " "))\"" + (isPhrase ? "" : " *") }
    }

    public let terms: [Term]

    /// Words between blanks, and phrases in quotation marks; a quotation mark that is not closed reaches to the end.
    public init(_ text: String) {
        var terms: [Term] = []
        let parts = text.split(omittingEmptySubsequences: false) { "\"“”„".contains($0) }
        for (place, part) in parts.enumerated() {
            let folded = Folding.fold(part)
            // Every second part stands between quotation marks.
            if place % 2 == 1 {
                terms.append(Term(whole: folded, words: Folding.words(of: folded), isPhrase: true))
            } else {
                terms += folded.split(whereSeparator: \.isWhitespace).map {
                    Term(
                        whole: String($0), words: Folding.words(of: String($0)), isPhrase: false)
                }
            }
        }
        self.terms = terms.filter { !$0.words.isEmpty }
    }
}
