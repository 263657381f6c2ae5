public import TMFModel

/// Days and times as `exchange.xml` writes them.
public enum EMSTime {
    private static let months = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]

    /// `20-JAN-2019`.
    public static func text(of day: Day) -> String { day.spelledOut.uppercased() }

    /// The day of `20-JAN-2019`, in any case of letters; nil if there is none such.
    public static func day(_ text: String) -> Day? {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 2, parts[1].count == 3, parts[2].count == 4,
            let day = Decimal.value(of: parts[0]), let year = Decimal.value(of: parts[2]),
            let month = months.firstIndex(of: String(decoding: parts[1], as: UTF8.self).uppercased())
        else { return nil }
        return Day(year: year, month: month + 1, day: day)
    }

    /// What a text is as `xs:dateTime`.
    public enum Stamp: Hashable, Sendable {
        case sound
        /// Nobody can tell which instant is meant.
        case withoutOffset
        case none
    }

    /// Reads `2016-04-13T14:00:25+00:00`: with or without a fraction, `Z` or an offset.
    public static func stamp(_ text: String) -> Stamp {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, Day(String(text.prefix(10))) != nil, bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Decimal.value(of: bytes[11..<13]), hour < 24,
            let minute = Decimal.value(of: bytes[14..<16]), minute < 60,
            let second = Decimal.value(of: bytes[17..<19]), second < 60
        else { return .none }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            if digits.isEmpty { return .none }
            rest = rest.dropFirst(digits.count)
        }
        if rest.isEmpty { return .withoutOffset }
        if rest.elementsEqual("Z".utf8) { return .sound }
        let offset = Array(rest)
        guard offset.count == 6, offset[0] == UInt8(ascii: "+") || offset[0] == UInt8(ascii: "-"),
            offset[3] == UInt8(ascii: ":"), let hours = Decimal.value(of: offset[1..<3]), hours <= 14,
            let minutes = Decimal.value(of: offset[4..<6]), minutes < 60, hours < 14 || minutes == 0
        else { return .none }
        return .sound
    }
}
