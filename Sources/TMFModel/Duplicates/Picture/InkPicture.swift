/// How much ink lies on each point of a page, 0 to 1, whatever the paper's shade and the scanner's contrast.
public struct InkPicture: Sendable {
    let width: Int
    let height: Int
    private(set) var ink: [Float]

    init(width: Int, height: Int, ink: [Float]) {
        self.width = width
        self.height = height
        self.ink = ink
    }

    public init(_ picture: GrayPicture) {
        width = picture.width
        height = picture.height
        let paper = picture.shade(below: 800) - 15
        var counts = [Int](repeating: 0, count: 256)
        for point in picture.points where paper - Int(point) > 40 { counts[paper - Int(point)] += 1 }
        let total = counts.reduce(0, +)
        var (full, left) = (255, total * 7 / 10)
        if total > 100 {
            full =
                counts.indices.first {
                    left -= counts[$0]; return left < 0
                } ?? 255
        }
        let levels = (0..<256).map { min(1, max(0, Float(paper - $0) / Float(max(full, 1)))) }
        ink = picture.points.map { levels[Int($0)] }
        ink = averaged(1, 1)
        ink = averaged(1, 1)
    }

    /// The mean of the points around each, so many to each side.
    func averaged(_ down: Int, _ across: Int) -> [Float] { Self.averaged(ink, width, height, down, across) }

    static func averaged(_ values: [Float], _ width: Int, _ height: Int, _ down: Int, _ across: Int) -> [Float] {
        var rows = [Float](repeating: 0, count: values.count)
        let share = 1 / Float(2 * across + 1)
        for row in 0..<height {
            let start = row * width
            var sum = values[start] * Float(across + 1)
            for column in 0..<across { sum += values[start + min(column, width - 1)] }
            for column in 0..<width {
                sum += values[start + min(column + across, width - 1)]
                rows[start + column] = sum * share
                sum -= values[start + max(column - across, 0)]
            }
        }
        var result = [Float](repeating: 0, count: values.count)
        var sums = (0..<width).map { rows[$0] * Float(down + 1) }
        for row in 0..<down {
            let start = min(row, height - 1) * width
            for column in 0..<width { sums[column] += rows[start + column] }
        }
        let part = 1 / Float(2 * down + 1)
        for row in 0..<height {
            let (next, last) = (min(row + down, height - 1) * width, max(row - down, 0) * width)
            for column in 0..<width {
                sums[column] += rows[next + column]
                result[row * width + column] = sums[column] * part
                sums[column] -= rows[last + column]
            }
        }
        return result
    }

    /// The same, so many times smaller.
    func smaller(_ factor: Int) -> InkPicture {
        guard factor > 1 else { return self }
        let (columns, rows) = (width / factor, height / factor)
        var sums = [Float](repeating: 0, count: columns * rows)
        for row in 0..<rows * factor {
            let target = row / factor * columns
            for column in 0..<columns * factor { sums[target + column / factor] += ink[row * width + column] }
        }
        let share = 1 / Float(factor * factor)
        return InkPicture(width: columns, height: rows, ink: sums.map { $0 * share })
    }

    /// The picture as it is seen through a placement, in another's size.
    func placed(_ placement: Placement, width columns: Int, height rows: Int) -> InkPicture {
        var points = [Float](repeating: 0, count: columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let (x, y) = placement.place(Float(column), Float(row))
                guard x >= 0, y >= 0, x < Float(width - 1), y < Float(height - 1) else { continue }
                let (left, top) = (Int(x), Int(y))
                let (right, below) = (x - Float(left), y - Float(top))
                let at = top * width + left
                let upper = ink[at] + (ink[at + 1] - ink[at]) * right
                let lower = ink[at + width] + (ink[at + width + 1] - ink[at + width]) * right
                points[row * columns + column] = upper + (lower - upper) * below
            }
        }
        return InkPicture(width: columns, height: rows, ink: points)
    }
}

/// Where in one picture a point of another lies: shifted, turned, and a little stretched.
struct Placement: Hashable, Sendable {
    var a: Float = 1
    var b: Float = 0
    var c: Float = 0
    var d: Float = 0
    var e: Float = 1
    var f: Float = 0

    func place(_ x: Float, _ y: Float) -> (Float, Float) { (a * x + b * y + c, d * x + e * y + f) }

    /// First `other`, then this.
    func after(_ other: Placement) -> Placement {
        Placement(
            a: a * other.a + b * other.d, b: a * other.b + b * other.e, c: a * other.c + b * other.f + c,
            d: d * other.a + e * other.d, e: d * other.b + e * other.e, f: d * other.c + e * other.f + f)
    }

    /// Turned about a centre, after a shift.
    static func turned(_ turns: Double, about x: Float, _ y: Float, shifted dx: Float, _ dy: Float) -> Placement {
        let (cosine, sine) = (Turn.cosine(turns), Turn.sine(turns))
        return Placement(
            a: cosine, b: -sine, c: x - cosine * (x + dx) + sine * (y + dy), d: sine, e: cosine,
            f: y - sine * (x + dx) - cosine * (y + dy))
    }

    /// The same for pictures that are so many times larger.
    func larger(_ factor: Float) -> Placement {
        let middle = (factor - 1) / 2
        var larger = self
        larger.c = c * factor + middle - (a + b) * middle
        larger.f = f * factor + middle - (d + e) * middle
        return larger
    }
}
