/// Finds texts that are much alike among many, by their sketches, without comparing each with each.
///
/// Sketches are cut in bands of three numbers; those that agree in a band come into question. A band that many share, as
/// forms of one template do, is cut finer, and its members are then compared with their neighbours only. For each text the
/// nearest few are kept, so that memory and time stay bounded.
public struct SketchPairs: Sendable {
    /// Sketches one after the other.
    private let numbers: [UInt32]
    private let isNew: [Bool]
    private var nearest: [[(agreement: Int, other: Int)]]

    private static let places = TextSignature.places
    private static let rows = 3
    private static let bands = places / rows
    /// More members of a band are not compared each with each.
    private static let mostMembers = 40
    /// Of each text.
    private static let mostNearest = 8
    /// Of `places`: three passages of ten in common, which a bad recognition leaves.
    private static let leastAgreement = 38

    /// `isNew` tells the texts that were not compared yet: two others are passed over.
    public init(_ sketches: [[UInt32]], isNew: [Bool]) {
        numbers = Array(sketches.joined())
        self.isNew = isNew
        nearest = Array(repeating: [], count: sketches.count)
    }

    /// Pairs of places in the list, the lower first, each once.
    public mutating func pairs() -> [(Int, Int)] {
        for band in 0..<Self.bands { compare(Array(nearest.indices), by: band, depth: 0) }
        var pairs: [UInt64] = []
        for (place, others) in nearest.enumerated() {
            // A pair that both hold is told once.
            for (_, other) in others where place < other || !nearest[other].contains(where: { $0.other == place }) {
                pairs.append(UInt64(min(place, other)) << 32 | UInt64(max(place, other)))
            }
        }
        return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    }

    private func key(_ place: Int, _ band: Int) -> UInt64 {
        let at = place * Self.places + band % Self.bands * Self.rows
        return (UInt64(numbers[at]) << 32 | UInt64(numbers[at + 1])) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(numbers[at + 2])
    }

    private mutating func compare(_ members: [Int], by band: Int, depth: Int) {
        let keyed = members.map { (key: key($0, band), place: $0) }.sorted {
            $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key
        }
        var start = 0
        while start < keyed.count {
            var end = start + 1
            while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
            let group = keyed[start..<end].map(\.place)
            start = end
            guard group.count > 1, group.contains(where: { isNew[$0] }) else { continue }
            if group.count > Self.mostMembers, depth < 2 {
                compare(group, by: band + 1, depth: depth + 1)
            } else {
                compare(group)
            }
        }
    }

    private mutating func compare(_ group: [Int]) {
        for (at, place) in group.enumerated() {
            for other in group[(at + 1)...].prefix(Self.mostMembers) where isNew[place] || isNew[other] {
                let agreement = TextSignature.agreement(sketch(place), sketch(other))
                guard agreement >= Self.leastAgreement else { continue }
                keep(agreement, other, of: place)
                keep(agreement, place, of: other)
            }
        }
    }

    private func sketch(_ place: Int) -> ArraySlice<UInt32> {
        numbers[place * Self.places..<(place + 1) * Self.places]
    }

    private mutating func keep(_ agreement: Int, _ other: Int, of place: Int) {
        if nearest[place].count == Self.mostNearest, let last = nearest[place].last, last.agreement >= agreement {
            return
        }
        guard !nearest[place].contains(where: { $0.other == other }) else { return }
        let at = nearest[place].firstIndex { $0.agreement < agreement } ?? nearest[place].count
        nearest[place].insert((agreement, other), at: at)
        if nearest[place].count > Self.mostNearest { nearest[place].removeLast() }
    }
}
