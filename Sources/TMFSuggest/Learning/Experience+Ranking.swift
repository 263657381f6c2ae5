extension Experience {
    /// An artifact that the words of a file speak for.
    struct Ranked: Sendable {
        let artifact: Int
        /// In bits: how much the words speak for it.
        var score: Float
        /// The words that spoke most, first the strongest; at most three.
        var reasons: [WordFeature] = []
    }

    /// The artifacts that words speak for, the likelier first. Words of a text count less the more there are.
    func ranking(of features: [WordFeature]) -> [Ranked] {
        let known = features.flatMap(lookups)
        let texts = known.count { $0.feature.place == .text }
        let textWeight = texts == 0 ? 0 : Self.textWeight / Float(texts).squareRoot()
        var scores: [Int32: (score: Float, parts: [(gain: Float, feature: Int)])] = [:]
        for (place, entry) in known.enumerated() {
            let weight = entry.feature.place == .text ? textWeight : entry.weight
            for (artifact, gain) in gains[Int(entry.word)] {
                scores[artifact, default: (0, [])].score += gain * weight
                scores[artifact]?.parts.append((gain * weight, place))
            }
        }
        return scores.map { artifact, entry in
            let strongest = entry.parts.sorted { ($1.gain, $0.feature) < ($0.gain, $1.feature) }
            return Ranked(
                artifact: Int(artifact), score: entry.score,
                reasons: Self.distinct(strongest.map { known[$0.feature].feature }))
        }.sorted { ($1.score, $0.artifact) < ($0.score, $1.artifact) }
    }

    /// Words in folders and texts are looked up among those of names, too.
    private func lookups(
        _ feature: WordFeature
    ) -> [(feature: WordFeature, word: Int32, weight: Float)] {
        let pair: Float = feature.isPair ? 0.7 : 1
        switch feature.place {
        case .name: return words.number(of: feature.key).map { [(feature, $0, pair)] } ?? []
        case .folder:
            let own = words.number(of: feature.key).map { (feature, $0, 0.6 * pair) }
            let named = words.number(of: feature.keyInName).map { (feature, $0, 0.4 * pair) }
            return [own, named].compactMap { $0 }
        case .text:
            let own = words.number(of: feature.key).map { (feature, $0, pair) }
            let named = words.number(of: feature.keyInName).map { (feature, $0, 0.3 * pair) }
            return [own, named].compactMap { $0 }
        }
    }

    /// Each word once: a pair says what its words say.
    static func distinct(_ features: [WordFeature]) -> [WordFeature] {
        var kept: [WordFeature] = []
        for feature in features {
            let lower = feature.shown.lowercased()
            if kept.contains(where: { $0.shown.lowercased().contains(lower) }) { continue }
            kept.removeAll { lower.contains($0.shown.lowercased()) }
            kept.append(feature)
            if kept.count == 3 { break }
        }
        return kept
    }

    /// How much a text says in all, for the square root of its words.
    private static let textWeight: Float = 2
}
