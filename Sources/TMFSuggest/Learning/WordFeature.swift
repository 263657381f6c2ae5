/// A word, or two that stand side by side, by which files of one kind are known again.
struct WordFeature: Hashable, Sendable {
    /// Where a word stands: in the text of a file it tells less than in its name.
    enum Place: Hashable, Sendable {
        case name, folder, text
    }

    /// In the form under which it is looked up; unlike in each place.
    let key: String
    /// As it stands there.
    let shown: String
    let place: Place

    /// The words of a name that were not understood as a number, date, place or the like, and the pairs of them.
    static func features(of reading: NameReading, in place: Place) -> [WordFeature] {
        var words: [(stem: String, shown: String)] = []
        for (index, token) in reading.tokens.enumerated() where reading.isFree(index) {
            if FieldWords.joining.contains(token.text) || token.text.utf8.count > longest { continue }
            if FieldWords.incidental.contains(token.text), !FieldWords.telling.contains(token.text) { continue }
            if token.isDigits, token.text.utf8.count < 3 { continue }
            let shown = String(token.original)
            words.append((FieldWords.stem(token.text), shown))
            for word in FieldWords.translation(of: token.text)?.words ?? [] {
                words.append((FieldWords.stem(word), shown))
            }
        }
        return features(of: words, in: place)
    }

    /// The words of a text of the model.
    static func features(ofModel text: String) -> [WordFeature] {
        features(of: ModelPhrases.words(of: text).map { ($0, $0) }, in: .name)
    }

    /// Each once, in the order of their first places.
    static func features(of words: [(stem: String, shown: String)], in place: Place) -> [WordFeature] {
        var seen: Set<String> = []
        var features: [WordFeature] = []
        func add(_ stem: String, _ shown: String) {
            let key = place.mark + stem
            if seen.insert(key).inserted { features.append(WordFeature(key: key, shown: shown, place: place)) }
        }
        for (index, word) in words.enumerated() {
            add(word.stem, word.shown)
            guard index > 0, words[index - 1].stem != word.stem else { continue }
            let before = words[index - 1]
            let shown = before.shown == word.shown ? word.shown : "\(before.shown) \(word.shown)"
            add("\(before.stem) \(word.stem)", shown)
        }
        return features
    }

    /// In bytes: what is longer is no word.
    private static let longest = 40

    /// Whether it is a pair of words.
    var isPair: Bool { key.utf8.contains(UInt8(ascii: " ")) }

    /// The same word in a name.
    var keyInName: String { place == .name ? key : String(key.dropFirst()) }
}

extension WordFeature.Place {
    /// What a key of a word in this place begins with.
    fileprivate var mark: String {
        switch self {
        case .name: ""
        case .folder: "/"
        case .text: "~"
        }
    }
}
