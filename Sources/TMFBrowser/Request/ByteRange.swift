/// Which bytes of a content a request wants. RFC 9110, 14.
enum ByteRange: Hashable, Sendable {
    /// All of them: no range was asked for, or several, which may be answered so.
    case whole
    case part(Range<Int64>)
    /// None that the content has.
    case unsatisfiable

    init(_ header: String?, size: Int64) {
        guard let header else {
            self = .whole
            return
        }
        let sides = header.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, sides[0].lowercased() == "bytes" else {
            self = .whole
            return
        }
        if sides[1].contains(",") {
            self = .whole
            return
        }
        let ends = sides[1].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            self = .unsatisfiable
            return
        }
        self = ByteRange.part(from: ends[0], to: ends[1], size: size).map(ByteRange.part) ?? .unsatisfiable
    }

    private static func part(from first: Substring, to last: Substring, size: Int64) -> Range<Int64>? {
        func number(_ digits: Substring) -> Int64? {
            guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
            // A number too long for the type is beyond the end of anything.
            return Int64(digits) ?? .max
        }
        if first.isEmpty {
            guard let count = number(last), count > 0, size > 0 else { return nil }
            return max(0, size - count)..<size
        }
        guard let start = number(first), start < size else { return nil }
        if last.isEmpty { return start..<size }
        guard let end = number(last), end >= start else { return nil }
        return start..<(min(end, size - 1) + 1)
    }
}
