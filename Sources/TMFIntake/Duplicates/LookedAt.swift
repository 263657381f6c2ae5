import TMFModel
import TMFStore

/// A content whose pages are looked at, for all that say the same on as many pages.
struct LookedAt: Sendable {
    let signature: ContentSignature
    /// Those that say the same.
    private(set) var others: [Digest] = []
    /// Whether all of them were held against all others.
    private(set) var isCompared: Bool

    var digest: Digest { signature.digest }
    var pages: Int { signature.pages }

    private init(_ signature: ContentSignature) {
        self.signature = signature
        isCompared = signature.isCompared
    }

    private struct Saying: Hashable {
        let text: Digest
        let pages: Int
    }

    /// One for all that say the same, in order. Contents without text stand for themselves.
    static func standing(for signatures: [ContentSignature]) -> [LookedAt] {
        var standing: [LookedAt] = []
        var places: [Saying: Int] = [:]
        for signature in signatures {
            guard let text = signature.text else {
                standing.append(LookedAt(signature))
                continue
            }
            let saying = Saying(text: text.digest, pages: signature.pages)
            guard let place = places[saying] else {
                places[saying] = standing.count
                standing.append(LookedAt(signature))
                continue
            }
            standing[place].others.append(signature.digest)
            standing[place].isCompared = standing[place].isCompared && signature.isCompared
        }
        return standing
    }

    /// What was found of it and another, for all that say the same as it.
    func all(_ likeness: ContentLikeness) -> [ContentLikeness] {
        guard likeness.kind.isDuplicate else { return [likeness] }
        return [likeness]
            + others.map {
                ContentLikeness(
                    likeness.first, $0, kind: likeness.kind, share: likeness.share, evidence: likeness.evidence)
            }
    }
}
