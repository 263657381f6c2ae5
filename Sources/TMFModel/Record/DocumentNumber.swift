/// The number of a document in its study, from 1. Written as `D-000123`.
public struct DocumentNumber: Hashable, Comparable, Sendable {
    public let value: Int32

    public init(_ value: Int) { self.value = Int32(clamping: value) }

    public static func < (left: DocumentNumber, right: DocumentNumber) -> Bool { left.value < right.value }
}

extension DocumentNumber: LosslessStringConvertible {
    /// Nil unless `text` is `D-` and digits, of any case and with any number of leading zeros, or digits alone.
    public init?(_ text: String) {
        var digits = text.utf8[...]
        if let first = digits.first, first | 0x20 == UInt8(ascii: "d") {
            guard digits.dropFirst().first == UInt8(ascii: "-") else { return nil }
            digits = digits.dropFirst(2)
        }
        guard let value = Decimal.value(of: digits), value > 0, value <= Int32.max else { return nil }
        self.init(value)
    }

    public var description: String { "D-\(Decimal.padded(Int(value), to: 6))" }
}
