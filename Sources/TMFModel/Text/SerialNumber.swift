/// A number that is given once in a study, from 1, and written with a prefix and four digits or more: `Q-0001`.
public protocol SerialNumber: Hashable, Comparable, Sendable, LosslessStringConvertible {
    /// One letter, upper-case.
    static var prefix: String { get }
    var value: Int32 { get }

    init(_ value: Int)
}

extension SerialNumber {
    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }

    /// Nil unless `text` is the prefix of any case, `-` and digits with any number of leading zeros, or digits alone.
    public init?(_ text: String) {
        let isPrefixed = text.uppercased().hasPrefix("\(Self.prefix)-")
        let digits = isPrefixed ? text.dropFirst(Self.prefix.count + 1) : text[...]
        guard let value = Decimal.value(of: digits.utf8), value > 0, value <= Int32.max else { return nil }
        self.init(value)
    }

    public var description: String { "\(Self.prefix)-\(Decimal.padded(Int(value), to: 4))" }
}
