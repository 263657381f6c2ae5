public import TMFModel

/// Searches what is said of documents, and asks somebody else for what is written in their contents.
///
/// The words of every field are sorted once, so that a question looks up the few words it needs.
public struct DocumentSearch: Sendable {
    /// Where a word stands, the field that weighs most first.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case title, number, artifact
        case subArtifact = "sub-artifact"
        case person, site, country, organization
        case originalName = "original-name"
        case label, note
        /// What the file itself says.
        case text

        /// Title before number before all others, and what is said of a record before what it says.
        var weight: UInt8 {
            switch self {
            case .title: 0
            case .number: 1
            case .artifact, .subArtifact, .person, .site, .country, .organization, .originalName, .label, .note: 2
            case .text: 3
            }
        }
    }

    /// A document that answers a question.
    public struct Hit: Hashable, Sendable {
        public let document: DocumentNumber
        /// The weightiest field in which one of the words was found.
        public let field: Field
        /// Where the file says it; only for `text`, and only where somebody looked.
        public var passage: TextPassage?

        public init(document: DocumentNumber, field: Field, passage: TextPassage? = nil) {
            self.document = document
            self.field = field
            self.passage = passage
        }
    }

    private let documents: [Document]
    private let names: SearchNames
    /// Sorted; `postings` lie beside it.
    private let vocabulary: [String]
    private let postings: [[Posting]]

    private struct Posting: Sendable {
        let place: Int32
        let field: UInt8
    }

    private static let fields = Field.allCases

    /// Reads every field once. Withdrawn documents are found too.
    public init(_ binder: Binder) { self.init(binder.snapshot.documents, names: SearchNames(binder)) }

    /// The same for some documents, in the order of their numbers.
    public init(_ documents: [Document], names: SearchNames) {
        self.documents = documents
        self.names = names
        var words: [String: Int] = [:]
        var postings: [[Posting]] = []
        for (place, document) in documents.enumerated() {
            for (number, field) in Self.fields.enumerated() {
                let posting = Posting(place: Int32(place), field: UInt8(number))
                for text in names.texts(of: document, in: field) {
                    for word in SearchNames.entries(of: text) {
                        if let known = words[word] {
                            if let last = postings[known].last, last.place == posting.place, last.field == posting.field
                            {
                                continue
                            }
                            postings[known].append(posting)
                        } else {
                            words[word] = postings.count
                            postings.append([posting])
                        }
                    }
                }
            }
        }
        let sorted = words.sorted { $0.key < $1.key }
        vocabulary = sorted.map(\.key)
        self.postings = sorted.map { postings[$0.value] }
    }

    /// The documents in which every word of `text` begins a word of some field, and every phrase in quotation marks
    /// stands as it is. Titles first, then numbers, then other fields; by number within each. Empty if nothing is asked.
    public func hits(for text: String) -> [Hit] { hits(for: text) { _ in [] } }

    /// The same over texts, too: `contents` names the documents, in any order and others among them, whose files say a term.
    public func hits(
        for text: String, contents: (SearchQuery.Term) throws -> [DocumentNumber]
    ) rethrows -> [Hit] {
        let terms = SearchQuery(text).terms
        guard let first = terms.first else { return [] }
        func both(_ term: SearchQuery.Term) throws -> [Int32: Match] {
            var found = matches(of: term)
            for number in try contents(term) {
                guard let place = place(of: number), found[place] == nil else { continue }
                found[place] = Match(field: Self.textField, score: Int(Field.text.weight))
            }
            return found
        }
        var found = try both(first)
        for term in terms.dropFirst() where !found.isEmpty {
            let more = try both(term)
            found = found.reduce(into: [:]) { kept, match in
                guard let field = more[match.key] else { return }
                kept[match.key] = Match(
                    field: Swift.min(match.value.field, field.field), score: match.value.score + field.score)
            }
        }
        return found.sorted { ($0.value.score, $0.key) < ($1.value.score, $1.key) }.map {
            Hit(
                document: documents[Int($0.key)].number, field: Self.fields[Int($0.value.field)])
        }
    }

    private static let textField = UInt8(fields.firstIndex(of: .text) ?? 0)

    /// Where a document stands, by its number.
    private func place(of number: DocumentNumber) -> Int32? {
        var low = 0
        var high = documents.count
        while low < high {
            let middle = (low + high) / 2
            if documents[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < documents.count && documents[low].number == number ? Int32(low) : nil
    }

    private struct Match {
        /// The place of the weightiest field among `Field.allCases`.
        var field: UInt8
        /// The weights of the fields, added over the terms.
        var score: Int
    }

    /// The documents in which a term stands, by their place.
    private func matches(of term: SearchQuery.Term) -> [Int32: Match] {
        var best: [Int32: UInt8] = [:]
        if !term.isPhrase {
            // A number, a date or a file's name is kept as one word beside its parts.
            for place in range(ofPrefix: term.words.count == 1 ? term.words[0] : term.whole) {
                for posting in postings[place] {
                    best[posting.place] = Swift.min(best[posting.place] ?? .max, posting.field)
                }
            }
        }
        if term.isPhrase || (term.words.count > 1 && best.isEmpty) {
            for candidate in candidates(for: term)
            where names.contains(term.words, in: candidate.field, of: document(candidate), isWhole: term.isPhrase) {
                best[candidate.place] = Swift.min(best[candidate.place] ?? .max, candidate.number)
            }
        }
        return best.mapValues { Match(field: $0, score: Int(Self.fields[Int($0)].weight)) }
    }

    /// Where a phrase may stand: where the rarest of its whole words does.
    private func candidates(for term: SearchQuery.Term) -> [(place: Int32, field: Field, number: UInt8)] {
        let whole = term.isPhrase ? term.words[...] : term.words.dropLast()
        let lists = whole.map { word in
            let place = lowerBound(of: word)
            return place < vocabulary.count && vocabulary[place] == word ? postings[place] : []
        }
        return (lists.min { $0.count < $1.count } ?? []).map {
            ($0.place, Self.fields[Int($0.field)], $0.field)
        }
    }

    private func document(_ candidate: (place: Int32, field: Field, number: UInt8)) -> Document {
        documents[Int(candidate.place)]
    }

    /// The words of the vocabulary that begin with `prefix`.
    private func range(ofPrefix prefix: String) -> Range<Int> {
        let start = lowerBound(of: prefix)
        var end = start
        while end < vocabulary.count, vocabulary[end].hasPrefix(prefix) { end += 1 }
        return start..<end
    }

    /// The place of the first word that is not before `word`.
    private func lowerBound(of word: String) -> Int {
        var low = 0
        var high = vocabulary.count
        while low < high {
            let middle = (low + high) / 2
            if vocabulary[middle] < word { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
