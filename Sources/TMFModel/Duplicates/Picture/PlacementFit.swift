/// The placement that fits best where the parts of a page were found; parts that were found astray count little.
enum PlacementFit {
    /// A part at `x`, `y` was found so far off.
    struct Part {
        let x: Float
        let y: Float
        let dx: Float
        let dy: Float

        func larger(_ factor: Float) -> Part {
            Part(x: x * factor, y: y * factor, dx: dx * factor, dy: dy * factor)
        }
    }

    /// Nil where there are too few.
    static func fit(_ parts: [Part]) -> Placement? {
        guard parts.count >= 4 else { return nil }
        var weights = [Double](repeating: 1, count: parts.count)
        var (across, down) = ([0.0, 0, 0], [0.0, 0, 0])
        for _ in 0..<8 {
            guard let first = solved(parts, weights, \.dx), let second = solved(parts, weights, \.dy) else {
                return nil
            }
            (across, down) = (first, second)
            let errors = parts.map { part in
                let (x, y) = (Double(part.x), Double(part.y))
                let dx = Double(part.dx) - across[0] * x - across[1] * y - across[2]
                let dy = Double(part.dy) - down[0] * x - down[1] * y - down[2]
                return (dx * dx + dy * dy).squareRoot()
            }
            let usual = max(errors.sorted()[errors.count / 2] * 1.5, 0.3)
            weights = errors.map { 1 / (1 + $0 * $0 / (usual * usual)) }.map { $0 * $0 }
        }
        return Placement(
            a: 1 + Float(across[0]), b: Float(across[1]), c: Float(across[2]), d: Float(down[0]),
            e: 1 + Float(down[1]), f: Float(down[2]))
    }

    /// The least squares of one coordinate's shift: by x, by y, and the same everywhere.
    private static func solved(
        _ parts: [Part], _ weights: [Double], _ shift: KeyPath<Part, Float>
    ) -> [Double]? {
        var rows = [[Double]](repeating: [0, 0, 0, 0], count: 3)
        for (part, weight) in zip(parts, weights) {
            let values = [Double(part.x), Double(part.y), 1, Double(part[keyPath: shift])]
            for row in 0..<3 { for column in 0..<4 { rows[row][column] += weight * values[row] * values[column] } }
        }
        for pivot in 0..<3 {
            guard let best = (pivot..<3).max(by: { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) }),
                abs(rows[best][pivot]) > 1e-9
            else { return nil }
            rows.swapAt(pivot, best)
            for row in 0..<3 where row != pivot {
                let factor = rows[row][pivot] / rows[pivot][pivot]
                for column in pivot..<4 { rows[row][column] -= factor * rows[pivot][column] }
            }
        }
        return (0..<3).map { rows[$0][3] / rows[$0][$0] }
    }
}
