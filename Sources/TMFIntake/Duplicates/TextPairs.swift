import TMFModel
import TMFStore

/// Finds texts that say the same, and pairs that come into question.
///
/// Of contents that say the same, one stands for all while texts are compared; what is found holds for the others, too.
struct TextPairs {
    /// More contents with one text are not paired each with each, but with the first.
    private static let mostPaired = 20
    /// Less in common is not told.
    private static let leastShare = 700

    let signatures: [ContentSignature]
    /// The places of contents that say the same, by what they say.
    private var groups: [Digest: [Int]] = [:]
    /// The places of those that stand for all.
    private var signed: [Int] = []

    init(_ signatures: [ContentSignature]) {
        self.signatures = signatures
        for (place, signature) in signatures.enumerated() {
            guard let text = signature.text else { continue }
            if groups[text.digest] == nil { signed.append(place) }
            groups[text.digest, default: []].append(place)
        }
    }

    /// Contents with the same words in the same order.
    func same() -> [ContentLikeness] {
        var same: [ContentLikeness] = []
        for place in signed {
            guard let text = signatures[place].text else { continue }
            let group = group(of: place)
            for (at, one) in group.prefix(Self.mostPaired).enumerated() {
                for other in group[(at + 1)...] where at == 0 || group.count <= Self.mostPaired {
                    if signatures[one].isCompared, signatures[other].isCompared { continue }
                    same.append(
                        ContentLikeness(
                            signatures[one].digest, signatures[other].digest, kind: .text, share: 1_000,
                            evidence: ["the same \(text.words) words in the same order"]))
                }
            }
        }
        return same
    }

    /// The places of pairs that have passages in common, if any that says the same as one of them is new.
    func candidates() -> [(Int, Int)] {
        var pairs = SketchPairs(
            signed.compactMap { signatures[$0].text?.sketch },
            isNew: signed.map { group(of: $0).contains { !signatures[$0].isCompared } })
        return pairs.pairs().map { (signed[$0.0], signed[$0.1]) }
    }

    /// How alike the contents of a pair of places are, and all that say the same as they; nothing where two texts are not
    /// much alike after all.
    func likenesses(_ one: Int, _ text: ComparedText, _ two: Int, _ other: ComparedText) -> [ContentLikeness] {
        let comparison = TextComparison(text, other, least: Self.leastShare)
        guard comparison.share >= Self.leastShare else { return [] }
        func likeness(_ one: Int, _ two: Int) -> ContentLikeness {
            ContentLikeness(
                signatures[one].digest, signatures[two].digest, kind: comparison.isSame ? .nearText : .similar,
                share: comparison.share, evidence: comparison.evidence)
        }
        guard comparison.isSame else { return [likeness(one, two)] }
        return standing(for: one).flatMap { one in standing(for: two).map { likeness(one, $0) } }
    }

    private func group(of place: Int) -> [Int] { signatures[place].text.flatMap { groups[$0.digest] } ?? [place] }

    private func standing(for place: Int) -> [Int] {
        let group = group(of: place)
        return group.count <= Self.mostPaired ? group : [place]
    }
}
