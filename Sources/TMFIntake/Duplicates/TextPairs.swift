import TMFModel
import TMFStore

/// Finds texts that say the same, and pairs that come into question.
enum TextPairs {
    /// More contents with one text are not paired each with each, but with the first.
    private static let mostPaired = 20

    /// Contents with the same words, and the places of pairs that have passages in common.
    static func find(among signatures: [ContentSignature]) -> (same: [ContentLikeness], rest: [(Int, Int)]) {
        var places: [Digest: [Int]] = [:]
        var signed: [Int] = []
        for (place, signature) in signatures.enumerated() {
            guard let text = signature.text else { continue }
            // One for all that say the same.
            if places[text.digest] == nil { signed.append(place) }
            places[text.digest, default: []].append(place)
        }
        var same: [ContentLikeness] = []
        for place in signed {
            guard let text = signatures[place].text, let group = places[text.digest], group.count > 1 else { continue }
            for (at, one) in group.prefix(mostPaired).enumerated() {
                for other in group[(at + 1)...] where at == 0 || group.count <= mostPaired {
                    if signatures[one].isCompared, signatures[other].isCompared { continue }
                    same.append(
                        ContentLikeness(
                            signatures[one].digest, signatures[other].digest, kind: .text, share: 1_000,
                            evidence: ["the same \(text.words) words in the same order"]))
                }
            }
        }
        var pairs = SketchPairs(
            signed.compactMap { signatures[$0].text?.sketch }, isNew: signed.map { !signatures[$0].isCompared })
        return (same, pairs.pairs().map { (signed[$0.0], signed[$0.1]) })
    }

    /// Less in common is not told.
    private static let leastShare = 700

    /// Nil where two texts are not much alike after all.
    static func likeness(
        _ first: Digest, _ text: ComparedText, _ second: Digest, _ other: ComparedText
    ) -> ContentLikeness? {
        let comparison = TextComparison(text, other)
        guard comparison.share >= leastShare else { return nil }
        return ContentLikeness(
            first, second, kind: comparison.isSame ? .nearText : .similar, share: comparison.share,
            evidence: comparison.evidence)
    }
}
