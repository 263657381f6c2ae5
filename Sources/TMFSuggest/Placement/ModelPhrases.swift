import TMFModel

/// The names of a reference model, cut into words, and for each word the names it stands in.
struct ModelPhrases: Sendable {
    enum Kind: Sendable {
        case name, subArtifact, alternate
    }

    struct Phrase: Sendable {
        let artifact: Int
        let kind: Kind
        /// As the model spells it.
        let text: String
        let words: Set<Int>
        /// The sum of its words' weights.
        let weight: Float
    }

    /// An artifact that the words could mean.
    struct Candidate {
        let artifact: Int
        var phrase: Int
        var score: Float
        /// Whether every word of the phrase was there.
        var isComplete: Bool
        /// How much of the score comes from the file's own name, 0 to 1.
        var ownShare: Float
    }

    let artifacts: [Artifact]
    let phrases: [Phrase]
    /// From a word as it stands in a name to its number.
    private let numbers: [String: Int]
    /// For a word's number, the phrases it stands in.
    private let postings: [[Int]]
    /// For an artifact, its phrases.
    private let places: [Range<Int>]
    /// For a word's number, how much it tells: more for one that few artifacts use.
    private let weights: [Float]

    init(_ model: ReferenceModel) {
        artifacts = model.artifacts
        var numbers: [String: Int] = [:]
        var users: [Set<Int>] = []
        var drafts: [(artifact: Int, kind: Kind, text: String, words: Set<Int>)] = []
        var ranges: [Range<Int>] = []
        for (index, artifact) in model.artifacts.enumerated() {
            let firstDraft = drafts.count
            let names =
                [(Kind.name, artifact.name)] + artifact.subArtifacts.map { (.subArtifact, $0) }
                + artifact.alternateNames.map { (.alternate, $0) }
            for (kind, text) in names {
                var words: Set<Int> = []
                for word in ModelPhrases.words(of: text) {
                    let number = numbers[word] ?? users.count
                    if number == users.count {
                        numbers[word] = number
                        users.append([])
                    }
                    users[number].insert(index)
                    words.insert(number)
                }
                if !words.isEmpty { drafts.append((index, kind, text, words)) }
            }
            ranges.append(firstDraft..<drafts.count)
        }
        let weights = users.map { Float.bits(Float(model.artifacts.count) / Float($0.count) + 1) }
        var postings = [[Int]](repeating: [], count: users.count)
        phrases = drafts.enumerated().map { place, draft in
            for word in draft.words { postings[word].append(place) }
            return Phrase(
                artifact: draft.artifact, kind: draft.kind, text: draft.text, words: draft.words,
                weight: draft.words.sorted().reduce(0) { $0 + weights[$1] })
        }
        places = ranges
        self.numbers = numbers
        self.postings = postings
        self.weights = weights
    }

    /// The words of a text as the phrases know them.
    static func words(of text: String) -> [String] {
        NameToken.tokens(of: text).filter { !FieldWords.joining.contains($0.text) }.map { FieldWords.stem($0.text) }
    }

    /// The number of a stemmed word; nil if no name of the model uses it.
    func number(of word: String) -> Int? { numbers[word] }

    /// What the words could mean, the likeliest first.
    ///
    /// `own` are words of the file's name, `around` those of its folders with how near they are, 0 to 1. `fit` says
    /// how well an artifact fits what else is known, 1 if nothing speaks against it.
    func candidates(own: [Int], around: [(word: Int, nearness: Float)], fit: (Artifact) -> Float) -> [Candidate] {
        var matched = [Float](repeating: 0, count: phrases.count)
        var found = [Float](repeating: 0, count: phrases.count)
        var counts = [UInt8](repeating: 0, count: phrases.count)
        var touched: [Int] = []
        for word in own {
            for phrase in postings[word] {
                if counts[phrase] == 0 { touched.append(phrase) }
                counts[phrase] &+= 1
                matched[phrase] += weights[word]
                found[phrase] += weights[word]
            }
        }
        let ownFound = found
        for (word, nearness) in around where !own.contains(word) {
            for phrase in postings[word] {
                if counts[phrase] == 0 { touched.append(phrase) }
                counts[phrase] &+= 1
                matched[phrase] += weights[word] * nearness
                found[phrase] += weights[word]
            }
        }
        var best: [Int: Candidate] = [:]
        for place in touched {
            let phrase = phrases[place]
            let isComplete = Int(counts[place]) == phrase.words.count
            let share = found[place] / phrase.weight
            guard isComplete || (counts[place] >= 2 && share >= 0.6) else { continue }
            let score = isComplete ? matched[place] + bonus(phrase.kind) : matched[place] * share * 0.6
            if let known = best[phrase.artifact], known.score >= score { continue }
            best[phrase.artifact] = Candidate(
                artifact: phrase.artifact, phrase: place, score: score, isComplete: isComplete,
                ownShare: ownFound[place] / found[place])
        }
        var candidates = Array(best.values)
        for index in candidates.indices { candidates[index].score *= fit(artifacts[candidates[index].artifact]) }
        return candidates.sorted { ($1.score, $0.artifact) < ($0.score, $1.artifact) }
    }

    /// The sub-artifact of an artifact that the words name whole, at least one of them a word of the file's own name;
    /// nil if none or several do.
    func subArtifact(of artifact: Int, own: [Int], words: Set<Int>) -> String? {
        var best: (text: String, weight: Float)?
        var isTied = false
        for place in places[artifact] {
            let phrase = phrases[place]
            guard phrase.kind == .subArtifact, own.contains(where: phrase.words.contains),
                phrase.words.isSubset(of: words)
            else { continue }
            if let known = best, known.weight >= phrase.weight {
                isTied = isTied || known.weight == phrase.weight
                continue
            }
            best = (phrase.text, phrase.weight)
            isTied = false
        }
        return isTied ? nil : best?.text
    }

    private func bonus(_ kind: Kind) -> Float {
        switch kind {
        case .name: 0.9
        case .subArtifact: 0.6
        case .alternate: 0.5
        }
    }
}

extension Float {
    /// The binary logarithm, linear between powers of two: near enough to weigh words, and the same everywhere.
    static func bits(_ value: Float) -> Float { Float(value.exponent) + value.significand - 1 }
}
