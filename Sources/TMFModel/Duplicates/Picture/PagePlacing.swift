/// Lays one picture of a page over another: first the whole of it, coarsely, then part by part.
enum PagePlacing {
    /// How well the coarse pictures agree, 0 to 1, and how the first lies under the second.
    static func coarse(_ one: InkPicture, _ two: InkPicture) -> (agreement: Float, placement: Placement) {
        let factor = 8
        let (small, other) = (one.smaller(factor), two.smaller(factor))
        let norm = other.ink.reduce(0) { $0 + $1 * $1 }
        var best: (agreement: Float, placement: Placement) = (-1, Placement())
        let (x, y) = (Float(other.width) / 2, Float(other.height) / 2)
        for step in -6...6 {
            let turn = Double(step) * 0.5 / 360
            let turned = small.placed(
                .turned(turn, about: x, y, shifted: 0, 0), width: other.width, height: other.height)
            let own = turned.ink.reduce(0) { $0 + $1 * $1 }
            for down in -4...4 {
                for across in -3...3 {
                    let both: Float = (own * norm + 1e-9).squareRoot()
                    let agreement = product(turned, other, down, across) / both
                    if agreement > best.agreement {
                        best = (agreement, .turned(turn, about: x, y, shifted: Float(across), Float(down)))
                    }
                }
            }
        }
        return (best.agreement, best.placement.larger(Float(factor)))
    }

    /// The sum of products of a picture, shifted, with another of its size.
    private static func product(_ one: InkPicture, _ two: InkPicture, _ down: Int, _ across: Int) -> Float {
        var sum: Float = 0
        let columns = max(across, 0)..<min(two.width, two.width + across)
        for row in max(down, 0)..<min(two.height, two.height + down) {
            let (here, there) = (row * two.width, (row - down) * two.width - across)
            for column in columns { sum += two.ink[here + column] * one.ink[there + column] }
        }
        return sum
    }

    /// A better placement, by where the parts of the second picture are found in the first.
    static func refined(
        _ one: InkPicture, _ two: InkPicture, _ placement: Placement, factor: Int, size: Int, reach: Int
    ) -> Placement {
        let small = one.placed(placement, width: two.width, height: two.height).smaller(factor)
        let other = two.smaller(factor)
        var found: [PlacementFit.Part] = []
        for top in stride(from: reach, to: other.height - size - reach, by: size) {
            for left in stride(from: reach, to: other.width - size - reach, by: size) {
                guard let part = part(small, other, top, left, size, reach) else { continue }
                found.append(part.larger(Float(factor)))
            }
        }
        guard let fit = PlacementFit.fit(found) else { return placement }
        return placement.after(fit)
    }

    /// Where a part of the second picture is found in the first; nil if it is blank, or nowhere.
    private static func part(
        _ one: InkPicture, _ two: InkPicture, _ top: Int, _ left: Int, _ size: Int, _ reach: Int
    ) -> PlacementFit.Part? {
        var pattern: [Float] = []
        for row in top..<top + size {
            let start = row * two.width + left
            pattern += two.ink[start..<start + size]
        }
        let mean = pattern.reduce(0, +) / Float(pattern.count)
        guard mean >= 0.02 else { return nil }
        for place in pattern.indices { pattern[place] -= mean }
        let norm = pattern.reduce(0) { $0 + $1 * $1 }
        let side = 2 * reach + 1
        var scores = [Float](repeating: 0, count: side * side)
        for down in -reach...reach {
            for across in -reach...reach {
                var (product, sum, square): (Float, Float, Float) = (0, 0, 0)
                for row in 0..<size {
                    let start = (top + down + row) * one.width + left + across
                    let own = row * size
                    for column in 0..<size {
                        let value = one.ink[start + column]
                        product += value * pattern[own + column]
                        sum += value
                        square += value * value
                    }
                }
                let spread = square - sum * sum / Float(size * size)
                let both: Float = (max(spread, 0) * norm).squareRoot() + 1e-9
                scores[(down + reach) * side + across + reach] = product / both
            }
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] >= 0.5 else { return nil }
        let (row, column) = (best / side, best % side)
        var dx = Float(column - reach)
        var dy = Float(row - reach)
        if row > 0, row < side - 1 { dy += peak(scores[best - side], scores[best], scores[best + side]) }
        if column > 0, column < side - 1 { dx += peak(scores[best - 1], scores[best], scores[best + 1]) }
        return PlacementFit.Part(
            x: Float(left) + Float(size) / 2, y: Float(top) + Float(size) / 2, dx: dx, dy: dy)
    }

    /// How far beside the best of three scores the peak lies.
    private static func peak(_ before: Float, _ here: Float, _ after: Float) -> Float {
        let bend = before - 2 * here + after
        return abs(bend) < 1e-6 ? 0 : 0.5 * (before - after) / bend
    }
}
