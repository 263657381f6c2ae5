public import TMFModel

/// How good suggestions would have been for records that somebody filed: each was tried with what the others teach.
public struct Evaluation: Hashable, Sendable {
    /// Records of one artifact, or of all.
    public struct Tally: Hashable, Sendable {
        public var records = 0
        /// Those for which an artifact was proposed; for the others the program abstained.
        public var suggested = 0
        /// Those for which the right one was.
        public var right = 0
        /// Those of which the right one was among the three, whether proposed or not.
        public var inThree = 0

        public init() {}

        public var wrong: Int { suggested - right }
        public var abstained: Int { records - suggested }
    }

    /// Of the proposals of one range of confidence, how many were right.
    public struct Band: Hashable, Sendable {
        /// 50 for 50 to 59.
        public let from: Int
        public var suggested = 0
        public var right = 0
    }

    public private(set) var all = Tally()
    /// By the artifact that is right.
    public private(set) var artifacts: [ArtifactNumber: Tally] = [:]
    /// From the least sure.
    public private(set) var bands = stride(from: 50, to: 100, by: 10).map { Band(from: $0) }

    public init() {}

    /// Takes a placement into account of which the right artifact is known.
    public mutating func add(_ placement: Placement, right: ArtifactNumber) {
        let isRight = placement.artifact == right
        let isInThree = isRight || placement.suggestions.contains { $0.artifact == right }
        func count(_ tally: inout Tally) {
            tally.records += 1
            tally.suggested += placement.artifact == nil ? 0 : 1
            tally.right += isRight ? 1 : 0
            tally.inThree += isInThree ? 1 : 0
        }
        count(&all)
        count(&artifacts[right, default: Tally()])
        guard placement.artifact != nil else { return }
        let band = max(0, min(placement.sureness, 99) / 10 - 5)
        bands[band].suggested += 1
        bands[band].right += isRight ? 1 : 0
    }
}
