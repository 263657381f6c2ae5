import TMFModel

/// A hash tree over the lines of a manifest: its root stands for all of them, and a few hashes prove that one line is
/// among them without the others.
///
/// Leaves are SHA-256 of a zero byte and the line without its end; a node is SHA-256 of a one byte and its two
/// children.
/// Nodes are paired from the left on each level; one that is left over goes up as it is.
/// Related specification: RFC 6962, 2.1, whose trees have the same roots.
struct ManifestTree: Hashable, Sendable {
    private(set) var leaves: [Digest] = []

    init() {}

    /// The tree of a manifest's text.
    init(manifest: [UInt8]) {
        for line in manifest.split(separator: 0x0A) { add(line) }
    }

    mutating func add(_ line: ArraySlice<UInt8>) { leaves.append(ManifestTree.leaf(of: line)) }

    static func leaf(of line: some Sequence<UInt8>) -> Digest { Digest(of: [UInt8(0)] + Array(line)) }

    static func node(_ left: Digest, _ right: Digest) -> Digest { Digest(of: [UInt8(1)] + left.bytes + right.bytes) }

    /// The digest of nothing for a tree without leaves.
    var root: Digest {
        var level = leaves
        while level.count > 1 { level = ManifestTree.parents(of: level) }
        return level.first ?? Digest(of: [UInt8]())
    }

    /// One hash to be joined on the way up, and the side on which it stands.
    struct Step: Hashable, Sendable {
        let isLeft: Bool
        let hash: Digest
    }

    /// What leads from a leaf to the root.
    func path(from index: Int) -> [Step] {
        var steps: [Step] = []
        var level = leaves
        var place = index
        while level.count > 1 {
            let other = place ^ 1
            if other < level.count { steps.append(Step(isLeft: other < place, hash: level[other])) }
            level = ManifestTree.parents(of: level)
            place /= 2
        }
        return steps
    }

    private static func parents(of level: [Digest]) -> [Digest] {
        stride(from: 0, to: level.count, by: 2).map { place in
            place + 1 < level.count ? node(level[place], level[place + 1]) : level[place]
        }
    }
}
