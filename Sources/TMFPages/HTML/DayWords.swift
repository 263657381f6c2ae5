import TMFModel

/// Days within sentences that the program wrote.
enum DayWords {
    private static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)
    private static let start = Array("<time datetime=\"".utf8)
    private static let end = Array("</time>".utf8)

    /// `<time datetime="2026-01-05">05-Jan-2026</time>`
    static func element(_ day: Day) -> HTML {
        let (year, month, date) = day.components
        let hyphen = UInt8(ascii: "-")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(48)
        bytes += start
        append(year / 100, &bytes)
        append(year % 100, &bytes)
        bytes.append(hyphen)
        append(month, &bytes)
        bytes.append(hyphen)
        append(date, &bytes)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ">"))
        append(date, &bytes)
        bytes.append(hyphen)
        bytes += months[(month - 1) * 3..<month * 3]
        bytes.append(hyphen)
        append(year / 100, &bytes)
        append(year % 100, &bytes)
        bytes += end
        return HTML(bytes: bytes)
    }

    /// Two digits.
    private static func append(_ number: Int, _ bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
        bytes.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
    }

    /// The sentence with each `2026-01-05` as `05-Jan-2026`, unless it is part of a longer number or name.
    static func spelledOut(in sentence: String) -> HTML {
        let bytes = Array(sentence.utf8)
        var html = HTML()
        var start = 0
        var place = 0
        while place + 10 <= bytes.count {
            guard let day = day(at: place, of: bytes) else {
                place += 1
                continue
            }
            html += "\(String(decoding: bytes[start..<place], as: UTF8.self))\(HTML.day(day))"
            place += 10
            start = place
        }
        html += "\(String(decoding: bytes[start...], as: UTF8.self))"
        return "<bdi>\(html)</bdi>"
    }

    private static func day(at place: Int, of bytes: [UInt8]) -> Day? {
        let end = place + 10
        guard end <= bytes.count, bytes[place + 4] == UInt8(ascii: "-"),
            place == 0 || !belongs(bytes[place - 1]), end == bytes.count || !belongs(bytes[end])
        else { return nil }
        return Day(String(decoding: bytes[place..<end], as: UTF8.self))
    }

    /// Whether a byte beside a day makes both one name: letters, digits, and hyphens.
    private static func belongs(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...0xFF: true
        default: false
        }
    }
}
