public import TMFModel

/// Turns contents that are alike into documents that are: of one study, or of several.
///
/// Withdrawn documents are not asked, nor are the versions of one document among themselves. Of two documents the nearest
/// versions count that nobody has decided about; where all are decided, the nearest.
public struct DuplicatePairing {
    private let snapshots: [StudySnapshot]
    private var holders: [Digest: [DuplicatePair.Side]] = [:]
    private var decisions: [Key: [DecidedDuplicate]] = [:]
    private var links: Set<Key> = []
    private var pairs: [Key: DuplicatePair] = [:]

    /// Two documents, in whichever order.
    private struct Key: Hashable {
        let first: String
        let second: String

        init(_ study: String, _ document: DocumentNumber, _ otherStudy: String, _ other: DocumentNumber) {
            let ends = ["\(study)\u{1F}\(document)", "\(otherStudy)\u{1F}\(other)"].sorted()
            first = ends[0]
            second = ends[1]
        }
    }

    /// More holders of one content are not paired each with each, but with the first.
    private static let mostPaired = 20

    public init(_ snapshots: [StudySnapshot]) {
        self.snapshots = snapshots
        for snapshot in snapshots {
            let study = snapshot.study.id
            for decided in snapshot.oversight.duplicates {
                let decision = decided.decision
                let key = Key(
                    study, decision.first.document, decision.otherStudy ?? study, decision.second.document)
                decisions[key, default: []].append(decided)
            }
            for link in snapshot.links { links.insert(Key(study, link.document, study, link.target)) }
        }
    }

    /// Every pair of these likenesses, and with `sameBytes` those with the same content; the nearest first, then in the
    /// order of studies and numbers.
    public mutating func pairs(of likenesses: [ContentLikeness], sameBytes: Bool) -> [DuplicatePair] {
        hold(only: sameBytes ? nil : Set(likenesses.flatMap { [$0.first, $0.second] }))
        if sameBytes {
            for sides in holders.values where sides.count > 1 {
                pair(sides, sides, .bytes, 1_000, ["the same bytes"])
            }
        }
        for likeness in likenesses {
            guard let sides = holders[likeness.first], let others = holders[likeness.second] else { continue }
            pair(sides, others, likeness.kind, likeness.share, likeness.evidence)
        }
        return pairs.values.sorted { $0.order < $1.order }
    }

    private mutating func hold(only wanted: Set<Digest>?) {
        holders = [:]
        for snapshot in snapshots {
            for document in snapshot.documents where document.withdrawal == nil {
                for version in document.versions {
                    // Empty files are all alike, and have a check of their own.
                    guard let content = version.facts.content, content.bytes > 0,
                        wanted?.contains(content.digest) ?? true
                    else { continue }
                    holders[content.digest, default: []].append(
                        DuplicatePair.Side(
                            study: snapshot.study.id, document: document.number, version: version.ordinal,
                            facts: document.facts))
                }
            }
        }
    }

    private mutating func pair(
        _ sides: [DuplicatePair.Side], _ others: [DuplicatePair.Side], _ kind: LikenessKind, _ share: Int,
        _ evidence: [String]
    ) {
        for (at, side) in sides.enumerated() {
            if at > 0, sides.count > Self.mostPaired { return }
            for other in others where side.study != other.study || side.document != other.document {
                let key = Key(side.study, side.document, other.study, other.document)
                let isInOrder = (side.study, side.document) < (other.study, other.document)
                let (first, second) = isInOrder ? (side, other) : (other, side)
                let decided = decision(key, first, second)
                let pair = DuplicatePair(
                    first: first, second: second, kind: kind, share: share, evidence: evidence,
                    state: decided.map { state($0.decision) } ?? (links.contains(key) ? .linked : .undecided),
                    decided: decided)
                if let known = pairs[key], known.precedes(pair) { continue }
                pairs[key] = pair
            }
        }
    }

    private func state(_ decision: DuplicateDecision) -> DuplicatePair.State {
        if case .linked = decision.outcome { .linked } else { .bothKept }
    }

    private func decision(
        _ key: Key, _ first: DuplicatePair.Side, _ second: DuplicatePair.Side
    ) -> DecidedDuplicate? {
        decisions[key]?.last { decided in
            decided.decision.covers(first.version, of: first.document, and: second.version, of: second.document)
                || decided.decision.covers(second.version, of: second.document, and: first.version, of: first.document)
        }
    }
}

extension DuplicatePair {
    /// What is still to be decided comes before what is not; then by how near they are.
    fileprivate func precedes(_ other: DuplicatePair) -> Bool {
        if isOpen != other.isOpen { return isOpen }
        return nearness <= other.nearness
    }

    private var nearness: [Int] {
        [LikenessKind.allCases.firstIndex(of: kind) ?? 0, -share, -first.version, -second.version]
    }

    fileprivate var order: (Int, String, DocumentNumber, String, DocumentNumber) {
        (-share, first.study, first.document, second.study, second.document)
    }
}

extension Array<Int> {
    fileprivate static func <= (left: [Int], right: [Int]) -> Bool { !right.lexicographicallyPrecedes(left) }
}
