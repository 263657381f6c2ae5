import TMFModel

extension PlacementDraft {
    /// Lets what was learned speak: it never contradicts a number of the model in the path, and fills what names alone
    /// leave open.
    mutating func weighExperience() {
        guard let experience else { return }
        rank(by: experience)
        guard name.number == nil, folder.number == nil, let first = ranked.first else { return }
        let confidence = Posterior.confidence(probabilities[0])
        if sureness >= Placer.threshold, let named = artifact {
            if named == first.artifact {
                guard confidence > sureness else { return }
                sureness = confidence
                reasons.append(sentence(of: first, experience))
            } else if isOneWord, confidence >= Placer.threshold, first.score > 1.25 * score(of: named) {
                take(first, confidence, experience)
            } else {
                doubts.append("but \(sentence(of: first, experience)) speaks for \(number(first.artifact))")
            }
        } else if confidence >= Placer.threshold {
            take(first, confidence, experience)
        } else {
            sureness = max(sureness, min(confidence, Placer.threshold - 1))
        }
    }

    private mutating func take(_ first: Experience.Ranked, _ confidence: Int, _ experience: Experience) {
        artifact = first.artifact
        sureness = confidence
        reasons = [sentence(of: first, experience)]
        doubts = []
    }

    private func score(of artifact: Int) -> Float { ranked.first { $0.artifact == artifact }?.score ?? 0 }

    /// Whether a single word, such as `CTA`, is all that names the artifact: another record may have it in its name.
    private var isOneWord: Bool { namedBy.map { ModelPhrases.words(of: $0).count == 1 } ?? true }

    /// What words and headings speak for, weighed by how well each artifact fits the path.
    private mutating func rank(by experience: Experience) {
        let features = WordFeature.features(of: name, in: .name) + folder.features + (text?.features ?? [])
        var found = experience.ranking(of: features)
        for heading in headings() {
            if let place = found.firstIndex(where: { $0.artifact == heading.artifact }) {
                found[place].score += heading.score
                found[place].reasons = Experience.distinct([heading.feature] + found[place].reasons)
            } else {
                found.append(
                    Experience.Ranked(artifact: heading.artifact, score: heading.score, reasons: [heading.feature]))
            }
        }
        for place in found.indices { found[place].score *= fit(model.phrases.artifacts[found[place].artifact]) }
        ranked = Array(found.sorted { ($1.score, $0.artifact) < ($0.score, $1.artifact) }.prefix(Self.mostRanked))
        probabilities = Posterior(ranked.map(\.score), unexplained: name.unexplained).probabilities
    }

    /// Lines of the text that are a name of the model and little else, the best one for each artifact.
    private func headings() -> [(artifact: Int, score: Float, feature: WordFeature)] {
        var best: [Int: (score: Float, feature: WordFeature)] = [:]
        for (place, line) in (text?.lines ?? []).enumerated() where !line.words.isEmpty {
            let candidates = model.phrases.candidates(own: line.words, around: [], fit: { _ in 1 })
            for candidate in candidates.prefix(4) where candidate.isComplete {
                let phrase = model.phrases.phrases[candidate.phrase]
                guard phrase.words.count * 2 >= line.words.count + line.unexplained else { continue }
                let score = candidate.score * (place < 6 ? 0.6 : 0.35)
                if let known = best[candidate.artifact], known.score >= score { continue }
                best[candidate.artifact] = (score, WordFeature(key: "", shown: phrase.text, place: .text))
            }
        }
        return best.sorted { $0.key < $1.key }.map { ($0.key, $0.value.score, $0.value.feature) }
    }

    /// `words “CV”, “Beispiel” in the name, “training” in the text, as in 12 records filed there`
    private func sentence(of ranked: Experience.Ranked, _ experience: Experience) -> String {
        var parts: [String] = []
        for (place, called) in [(WordFeature.Place.name, "name"), (.folder, "folders"), (.text, "text")] {
            let words = ranked.reasons.filter { $0.place == place }.map { "“\($0.shown)”" }
            if !words.isEmpty { parts.append("\(words.joined(separator: ", ")) in the \(called)") }
        }
        let count = experience.counts[ranked.artifact]
        return parts.joined(separator: ", ")
            + (count == 0 ? "" : ", with \(count) \(count == 1 ? "record" : "records") filed there")
    }

    /// The three likeliest, the placed one first. What it leaves of a hundred is shared by the others.
    func suggestions() -> [Suggestion] {
        guard experience != nil else { return [] }
        var suggestions: [Suggestion] = []
        let chosen = sureness >= Placer.threshold ? artifact : ranked.first?.artifact ?? artifact
        if let chosen {
            suggestions.append(suggestion(chosen, max(0, min(100, sureness)), chosenWords(chosen)))
        }
        let first = ranked.firstIndex { $0.artifact == chosen }
        let rest = max(0.001, 1 - (first.map { probabilities[$0] } ?? 0))
        for (place, other) in ranked.enumerated() where other.artifact != chosen && suggestions.count < 3 {
            let share = probabilities[place] / max(rest, 0.001) * Float(100 - max(0, min(100, sureness)))
            let confidence = min(Int(share.rounded(.down)), suggestions.last?.confidence ?? 100)
            guard confidence > 0 else { break }
            suggestions.append(suggestion(other.artifact, confidence, other.reasons.map(\.shown)))
        }
        return suggestions
    }

    private func suggestion(_ artifact: Int, _ confidence: Int, _ words: [String]) -> Suggestion {
        let artifact = model.phrases.artifacts[artifact]
        return Suggestion(artifact: artifact.number, name: artifact.name, confidence: confidence, words: words)
    }

    private func chosenWords(_ chosen: Int) -> [String] {
        if name.number != nil || folder.number != nil { return ["\(number(chosen))"] }
        if let words = ranked.first(where: { $0.artifact == chosen })?.reasons, !words.isEmpty {
            return words.map(\.shown)
        }
        return namedBy.map { [$0] } ?? []
    }

    private func number(_ artifact: Int) -> ArtifactNumber { model.phrases.artifacts[artifact].number }

    private static let mostRanked = 20
}
