/// Finds the word that somebody may have meant.
enum NearWord {
    /// The candidate nearest to `word`, at most 2 edits away, or 1 if it has 4 letters or fewer; nil if none is.
    static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
        var best: (word: String, edits: Int)?
        for candidate in candidates {
            let limit = candidate.count <= 4 ? 1 : 2
            let edits = edits(from: Array(word), to: Array(candidate))
            if edits <= limit, edits < best?.edits ?? Int.max { best = (candidate, edits) }
        }
        return best?.word
    }

    /// Letters to insert, drop, replace, or swap with their neighbour.
    static func edits(from left: [Character], to right: [Character]) -> Int {
        if abs(left.count - right.count) > 2 { return Int.max }
        var before: [Int] = []
        var last = Array(0...right.count)
        for i in 0..<left.count {
            var row = [i + 1]
            for j in 0..<right.count {
                var edits = min(row[j] + 1, last[j + 1] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    edits = min(edits, before[j - 1] + 1)
                }
                row.append(edits)
            }
            before = last
            last = row
        }
        return last[right.count]
    }
}
