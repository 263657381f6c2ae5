/// Sets the words of two differing passages beside each other: a misread word may have fallen in two, or two in one.
enum WordPairing {
    /// Longer passages are not the work of a misreading.
    static let most = 60

    /// Pieces in order: ranges of the two passages that stand for each other, one of them empty where nothing does.
    static func pieces(_ one: [[UInt8]], _ two: [[UInt8]]) -> [(one: Range<Int>, two: Range<Int>)] {
        let columns = two.count + 1
        var cost = [Int](repeating: .max, count: (one.count + 1) * columns)
        var step = [(Int, Int)](repeating: (0, 0), count: cost.count)
        cost[0] = 0
        for row in 0...one.count {
            for column in 0...two.count {
                for (down, across) in [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)] where row >= down && column >= across {
                    let before = cost[(row - down) * columns + column - across]
                    guard before != .max else { continue }
                    let left = Array(one[(row - down)..<row].joined())
                    let right = Array(two[(column - across)..<column].joined())
                    // Of two ways that cost the same letters, the one without broken words.
                    let price = before + 2 * distance(left, right) + (down + across > 2 ? 1 : 0)
                    if price < cost[row * columns + column] {
                        cost[row * columns + column] = price
                        step[row * columns + column] = (down, across)
                    }
                }
            }
        }
        var pieces: [(one: Range<Int>, two: Range<Int>)] = []
        var (row, column) = (one.count, two.count)
        while row > 0 || column > 0 {
            let (down, across) = step[row * columns + column]
            pieces.append((row - down..<row, column - across..<column))
            row -= down
            column -= across
        }
        return pieces.reversed()
    }

    /// Letters to be added, dropped or replaced to make one word of the other.
    static func distance(_ one: [UInt8], _ two: [UInt8]) -> Int {
        guard !one.isEmpty, !two.isEmpty else { return one.count + two.count }
        var row = Array(0...two.count)
        for (place, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for other in two.indices {
                let replaced = diagonal + (two[other] == letter ? 0 : 1)
                diagonal = row[other + 1]
                row[other + 1] = min(replaced, row[other] + 1, diagonal + 1)
            }
        }
        return row[two.count]
    }
}
