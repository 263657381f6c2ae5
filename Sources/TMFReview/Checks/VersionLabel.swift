import TMFModel

/// A version label made of numbers: `3`, `3.0`, `v3.1`. A final `.0` makes no difference.
struct VersionLabel: Hashable, Comparable, Sendable {
    let major: Int
    let minor: Int

    /// Nil if the label is not made of numbers with dots between, such as a date or a name.
    init?(_ label: String) {
        let bytes = Array(label.utf8)
        // A label of three or more parts may be a date; a long part is one.
        let bare = bytes.first == UInt8(ascii: "v") || bytes.first == UInt8(ascii: "V") ? bytes.dropFirst() : bytes[...]
        let parts = bare.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ (1...3).contains($0.count) }) else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            numbers.append(part.reduce(0) { $0 * 10 + Int($1) - 0x30 })
        }
        major = numbers[0]
        minor = numbers.count == 2 ? numbers[1] : 0
    }

    static func < (left: VersionLabel, right: VersionLabel) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}
