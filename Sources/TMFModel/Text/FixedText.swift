/// Reads a text of fixed form from left to right: so many digits here, this mark there. Makes nothing on the way, as
/// large studies have a million dates.
struct FixedText {
    private var bytes: String.UTF8View.Iterator

    init(_ text: String) { bytes = text.utf8.makeIterator() }

    /// The number that the next `count` digits spell; nil if one is missing.
    mutating func number(_ count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = bytes.next(), digit >= 0x30, digit <= 0x39 else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    /// Whether the next character is this one.
    mutating func mark(_ mark: Unicode.Scalar) -> Bool { bytes.next() == UInt8(ascii: mark) }

    /// Whether nothing is left.
    mutating func isAtEnd() -> Bool { bytes.next() == nil }
}

extension [UInt8] {
    /// Appends a number with leading zeros up to `width` digits. 0 or more, and no more digits than that.
    mutating func append(_ number: Int, width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            append(0x30 + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }

    mutating func append(_ mark: Unicode.Scalar) { append(UInt8(ascii: mark)) }
}
