/// The number of a quality issue in its study, from 1. Written as `Q-0001`.
public struct IssueNumber: Hashable, Comparable, Sendable {
    public let value: Int32

    public init(_ value: Int) { self.value = Int32(clamping: value) }

    public static func < (left: IssueNumber, right: IssueNumber) -> Bool { left.value < right.value }
}

extension IssueNumber: LosslessStringConvertible {
    /// Nil unless `text` is `Q-` and digits, of any case and with any number of leading zeros, or digits alone.
    public init?(_ text: String) {
        let digits = text.hasPrefix("Q-") || text.hasPrefix("q-") ? text.dropFirst(2) : text[...]
        guard let value = Decimal.value(of: digits.utf8), value > 0, value <= Int32.max else { return nil }
        self.init(value)
    }

    public var description: String { "Q-\(Decimal.padded(Int(value), to: 4))" }
}
