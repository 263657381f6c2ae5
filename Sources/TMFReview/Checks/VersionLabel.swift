import TMFModel

/// The number a version label begins with: 3 for `3`, `3.0` and `v3.1`.
enum VersionLabel {
    /// Nil if the label is not made of numbers with dots between, such as a date or a name.
    static func major(of label: String) -> Int? {
        let bare = label.lowercased().hasPrefix("v") ? label.dropFirst() : label[...]
        let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
        // A label of three or more parts may be a date; a long first part is one.
        guard (1...2).contains(parts.count), parts.allSatisfy({ (1...3).contains($0.utf8.count) }) else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part) else { return nil }
            numbers.append(number)
        }
        return numbers.first
    }
}
