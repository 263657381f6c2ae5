/// The number of a document in its study, from 1. Written as `D-000123`.
public struct DocumentNumber: Hashable, Comparable, Sendable {
    public let value: Int32

    public init(_ value: Int) { self.value = Int32(clamping: value) }

    public static func < (left: DocumentNumber, right: DocumentNumber) -> Bool { left.value < right.value }
}

extension DocumentNumber: LosslessStringConvertible {
    /// Nil unless `text` is `D-` and digits, of any case and with any number of leading zeros, or digits alone.
    public init?(_ text: String) {
        let digits = text.hasPrefix("D-") || text.hasPrefix("d-") ? text.dropFirst(2) : text[...]
        guard let value = Decimal.value(of: digits.utf8), value > 0, value <= Int32.max else { return nil }
        self.init(value)
    }

    public var description: String { "D-\(Decimal.padded(Int(value), to: 6))" }
}
