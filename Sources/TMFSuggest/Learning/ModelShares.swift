import TMFModel

/// What the names of a reference model say about words.
enum ModelShares {
    /// How far each word of an artifact's names speaks for it, 0 to 1: a word that is a whole name says most, one of
    /// four words a quarter. Words of descriptions say little.
    static func of(_ model: ReferenceModel, words: inout WordTable) -> [Experience.Share] {
        var shares: [Experience.Share] = []
        for (place, artifact) in model.artifacts.enumerated() {
            var best: [Int32: Float] = [:]
            func take(_ text: String, _ weight: Float, isPhrase: Bool) {
                let features = WordFeature.features(ofModel: text)
                let singles = features.count { !$0.isPair }
                for feature in features {
                    guard let number = words.number(adding: feature.key) else { continue }
                    let parts = feature.isPair ? max(singles - 1, 1) : max(singles, 1)
                    let share = isPhrase ? weight / Float(parts) : feature.isPair ? 0 : weight
                    best[number] = max(best[number] ?? 0, share)
                }
            }
            take(artifact.name, 1, isPhrase: true)
            for name in artifact.subArtifacts + artifact.alternateNames { take(name, 0.9, isPhrase: true) }
            take(artifact.summary, description, isPhrase: false)
            for (word, share) in best.sorted(by: { $0.key < $1.key }) where share > 0 {
                shares.append(Experience.Share(word: word, artifact: Int32(place), share: share))
            }
        }
        return shares
    }

    private static let description: Float = 0.06
}
