public import TMFModel

/// A version that waits for quality control.
public struct WaitingVersion: Hashable, Sendable {
    public let document: Document
    public let version: Version
    /// Days since it began to wait.
    public let days: Int
    public let risk: VersionRisk
}

extension Document {
    /// The versions that wait for quality control, oldest first: filed, not reviewed, and with no later version
    /// accepted. A signpost holds no content to review.
    public var awaitingReview: [Version] {
        guard withdrawal == nil else { return [] }
        let accepted = versions.last { $0.facts.status == .approved }?.ordinal ?? 0
        return versions.filter { $0.facts.status == .filed && $0.ordinal > accepted && !$0.isSignpost }
    }
}

extension Binder {
    /// What waits for quality control, the heaviest risk first, then the longest waiting.
    public var qualityQueue: [WaitingVersion] {
        let table = RiskTable(self)
        let waiting = snapshot.documents.flatMap { document in
            document.awaitingReview.map { version in
                WaitingVersion(
                    document: document, version: version,
                    days: max(0, asOf.days(since: version.statusAt.day)), risk: table.risk(of: version, in: document))
            }
        }
        return waiting.sorted {
            (-$0.risk.weight, $0.version.statusAt, $0.document.number, $0.version.ordinal)
                < (-$1.risk.weight, $1.version.statusAt, $1.document.number, $1.version.ordinal)
        }
    }
}
