/// How well two pictures of a page agree around each point that has ink, wherever a shift by one point agrees best.
struct LocalAgreement {
    /// The agreement in the middle of all, -1 to 1.
    let usual: Float
    /// How far the worst place stands out, in usual deviations.
    let outstanding: Float
    let worst: (across: Int, down: Int)
    /// How many of 1,000 places agree.
    let share: Int
    /// Whether only one of them has something at the edges: that is left out.
    let hasStamp: Bool

    /// Faint places have no say.
    private static let floor: Float = 0.002
    private static let leastInk: Float = 0.06
    private static let good: Float = 0.6

    init(_ one: InkPicture, _ two: InkPicture, down: Int, across: Int, margin: Int) {
        let (width, height) = (two.width, two.height)
        func averaged(_ values: [Float]) -> [Float] { InkPicture.averaged(values, width, height, down, across) }
        let (mean, other) = (averaged(one.ink), averaged(two.ink))
        let (square, otherSquare) = (averaged(one.ink.map { $0 * $0 }), averaged(two.ink.map { $0 * $0 }))
        let (rows, columns) = (margin..<max(margin, height - margin), margin..<max(margin, width - margin))
        var best = [Float](repeating: -1, count: width * height)
        for shift in -1...1 {
            for slide in -1...1 {
                let offset = shift * width + slide
                var products = [Float](repeating: 0, count: width * height)
                for place in max(offset, 0)..<min(products.count, products.count + offset) {
                    products[place] = one.ink[place - offset] * two.ink[place]
                }
                products = averaged(products)
                for row in rows {
                    for column in columns {
                        let place = row * width + column
                        let there = place - offset
                        guard max(mean[place], other[place]) > Self.leastInk else { continue }
                        let (spread, otherSpread) = (
                            square[there] - mean[there] * mean[there], otherSquare[place] - other[place] * other[place]
                        )
                        let agreement =
                            (products[place] - mean[there] * other[place])
                            / ((spread + Self.floor) * (otherSpread + Self.floor)).squareRoot()
                        if agreement > best[place] { best[place] = agreement }
                    }
                }
            }
        }
        let inked = rows.flatMap { row in columns.map { row * width + $0 } }.filter {
            max(mean[$0], other[$0]) > Self.leastInk
        }
        let stamped = Self.stamp(inked, mean, other, width, height)
        hasStamp = !stamped.isEmpty
        let places = hasStamp ? inked.filter { !stamped.contains($0) } : inked
        let sorted = places.map { best[$0] }.sorted()
        guard sorted.count > 100, let least = places.min(by: { best[$0] < best[$1] }) else {
            (usual, outstanding, worst, share) = (0, .infinity, (0, 0), 0)
            return
        }
        usual = sorted[sorted.count / 2]
        worst = (least % width, least / width)
        share = sorted.count { $0 >= Self.good } * 1_000 / sorted.count
        // By orders of magnitude of what lacks to full agreement.
        let lacks = sorted.map { Logarithm.of(1.001 - $0) }
        let middle = lacks[lacks.count / 2]
        let deviation = lacks.map { abs($0 - middle) }.sorted()[lacks.count / 2] * 1.48
        outstanding = (lacks[0] - middle) / max(deviation, 1e-6)
    }
}

extension LocalAgreement {
    /// Of the height, and of the width: there stamps are, and page numbers.
    private static let edge = 6
    private static let blank: Float = 0.02

    /// Places at the edges where only one of them has ink, and nowhere there only the other.
    private static func stamp(
        _ inked: [Int], _ mean: [Float], _ other: [Float], _ width: Int, _ height: Int
    ) -> Set<Int> {
        let (down, across) = (height * edge / 100, width * edge / 100)
        let atEdge = inked.filter { place in
            !(down..<height - down).contains(place / width) || !(across..<width - across).contains(place % width)
        }
        let (missing, added) = (atEdge.filter { other[$0] < blank }, atEdge.filter { mean[$0] < blank })
        if missing.isEmpty { return Set(added) }
        return added.isEmpty ? Set(missing) : []
    }
}

/// The natural logarithm without a mathematical library.
enum Logarithm {
    /// Of a positive number, exact to some six digits.
    static func of(_ value: Float) -> Float {
        let part = Double(value.significand)
        let ratio = (part - 1) / (part + 1)
        var (power, sum) = (ratio, 0.0)
        for divisor in stride(from: 1.0, through: 19, by: 2) {
            sum += power / divisor
            power *= ratio * ratio
        }
        return Float(2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3)
    }
}
