/// Draws without putting back: one after the other, each with a chance in proportion to its weight among those left.
///
/// Whole numbers only, so that every machine draws the same. Drawing `n` of `m` takes `n · log m` steps.
struct WeightedDraw {
    /// Sums over ranges of weights (a Fenwick tree): the sum of all before a place is found by halving.
    private var sums: [UInt64]
    private let weights: [UInt64]
    private var total: UInt64
    private var generator: SplitMix64

    /// Weights are 1 or more.
    init(weights: [Int], seed: Int) {
        self.weights = weights.map { UInt64(max(1, $0)) }
        total = self.weights.reduce(0, +)
        generator = SplitMix64(seed: UInt64(bitPattern: Int64(seed)))
        sums = [0] + self.weights
        for index in 1..<max(1, sums.count) {
            let parent = index + (index & -index)
            if parent < sums.count { sums[parent] += sums[index] }
        }
    }

    /// The place of the next one drawn; nil when none is left.
    mutating func next() -> Int? {
        guard total > 0 else { return nil }
        var rest = generator.next(below: total)
        var place = 0
        var step = 1
        while step * 2 < sums.count { step *= 2 }
        while step > 0 {
            if place + step < sums.count, sums[place + step] <= rest {
                place += step
                rest -= sums[place]
            }
            step /= 2
        }
        remove(place)
        return place
    }

    private mutating func remove(_ place: Int) {
        let weight = weights[place]
        total -= weight
        var index = place + 1
        while index < sums.count {
            sums[index] -= weight
            index += index & -index
        }
    }
}
