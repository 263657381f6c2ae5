/// Digits to numbers and back, without a sign, a blank or a locale.
package enum Decimal {
    /// The number that ASCII digits spell; nil if there is none, another character, or more than 18 digits.
    package static func value(of digits: some Sequence<UInt8>) -> Int? {
        var value = 0
        var count = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39, count < 18 else { return nil }
            value = value * 10 + Int(digit - 0x30)
            count += 1
        }
        return count == 0 ? nil : value
    }

    /// The number with leading zeros up to `width` digits.
    package static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        return digits.utf8.count >= width
            ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}
