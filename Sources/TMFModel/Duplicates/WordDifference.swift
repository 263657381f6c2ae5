/// The shortest way from one row of words to another: Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
enum WordDifference {
    /// Where the two differ, in order; one of the ranges may be empty. Nil where more than `most` words differ.
    static func blocks(
        _ one: [UInt64], _ two: [UInt64], most: Int
    ) -> [(one: Range<Int>, two: Range<Int>)]? {
        var start = 0
        while start < one.count, start < two.count, one[start] == two[start] { start += 1 }
        var end = 0
        while end < one.count - start, end < two.count - start,
            one[one.count - 1 - end] == two[two.count - 1 - end]
        { end += 1 }
        let (rows, columns) = (one.count - start - end, two.count - start - end)
        if rows == 0 || columns == 0 {
            if rows + columns == 0 { return [] }
            return rows + columns > most ? nil : [(start..<start + rows, start..<start + columns)]
        }
        guard
            let path = path(
                rows, columns, most: most, isSame: { one[start + $0] == two[start + $1] })
        else { return nil }
        var blocks: [(one: Range<Int>, two: Range<Int>)] = []
        var (row, column) = (0, 0)
        for (matchRow, matchColumn) in path + [(rows, columns)] {
            if matchRow > row || matchColumn > column {
                blocks.append((start + row..<start + matchRow, start + column..<start + matchColumn))
            }
            (row, column) = (matchRow + 1, matchColumn + 1)
        }
        return blocks
    }

    /// The pairs that are the same, in order.
    private static func path(
        _ rows: Int, _ columns: Int, most: Int, isSame: (Int, Int) -> Bool
    ) -> [(Int, Int)]? {
        let limit = min(most, rows + columns)
        var furthest = [Int](repeating: 0, count: 2 * limit + 3)
        var trace: [[Int]] = []
        for distance in 0...limit {
            trace.append(Array(furthest[(limit + 1 - distance)...(limit + 1 + distance)]))
            for diagonal in stride(from: -distance, through: distance, by: 2) {
                let at = limit + 1 + diagonal
                var row =
                    diagonal == -distance || (diagonal != distance && furthest[at - 1] < furthest[at + 1])
                    ? furthest[at + 1] : furthest[at - 1] + 1
                var column = row - diagonal
                while row < rows, column < columns, isSame(row, column) {
                    row += 1
                    column += 1
                }
                furthest[at] = row
                if row >= rows, column >= columns {
                    return back(rows, columns, trace)
                }
            }
        }
        return nil
    }

    private static func back(_ rows: Int, _ columns: Int, _ trace: [[Int]]) -> [(Int, Int)] {
        var matches: [(Int, Int)] = []
        var (row, column) = (rows, columns)
        for distance in stride(from: trace.count - 1, through: 1, by: -1) {
            let before = trace[distance]
            func reached(_ diagonal: Int) -> Int {
                abs(diagonal) > distance ? -1 : before[distance + diagonal]
            }
            let diagonal = row - column
            let isDown =
                diagonal == -distance || (diagonal != distance && reached(diagonal - 1) < reached(diagonal + 1))
            let previous = isDown ? diagonal + 1 : diagonal - 1
            let previousRow = reached(previous)
            let previousColumn = previousRow - previous
            while row > previousRow + (isDown ? 0 : 1), column > previousColumn + (isDown ? 1 : 0) {
                row -= 1
                column -= 1
                matches.append((row, column))
            }
            (row, column) = (previousRow, previousColumn)
        }
        while row > 0, column > 0 {
            row -= 1
            column -= 1
            matches.append((row, column))
        }
        return matches.reversed()
    }
}
