/// The name that somebody meant who mistyped it.
enum NearestName {
    /// The known name that takes the fewest changes of one letter to reach; nil if none is near.
    static func of(_ text: String, among names: [String]) -> String? {
        let typed = Array(text.lowercased().utf8)
        let distances = names.map { (name: $0, distance: distance(typed, Array($0.lowercased().utf8))) }
        // Somebody who types a part of a name means the name.
        if let begun = names.filter({ !text.isEmpty && $0.contains(text.lowercased()) }).min(by: { $0.count < $1.count }
        ) {
            return begun
        }
        return distances.filter { $0.distance <= max(2, typed.count / 3) }.min { $0.distance < $1.distance }?.name
    }

    /// Levenshtein's distance, by rows.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
