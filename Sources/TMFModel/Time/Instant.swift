/// A moment in UTC, to the millisecond. Written as `2026-03-31T12:00:00.000Z`.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The first instant of `day`, in UTC.
    public init(startOf day: Day) { milliseconds = Int64(day.daysSince1970) * Instant.dayLength }

    /// The last instant of `day`, in UTC.
    public init(endOf day: Day) { milliseconds = Int64(day.daysSince1970) * Instant.dayLength + Instant.dayLength - 1 }

    /// The calendar day of this instant in UTC.
    public var day: Day {
        let days =
            milliseconds >= 0
            ? milliseconds / Instant.dayLength : (milliseconds - Instant.dayLength + 1) / Instant.dayLength
        return Day(daysSince1970: Int(days))
    }

    /// Seconds since 1970, the milliseconds dropped.
    public var seconds: Int64 { milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000 }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    private static let dayLength: Int64 = 86_400_000
}

extension Instant: LosslessStringConvertible {
    /// Nil unless `text` has exactly the form that `description` writes.
    public init?(_ text: String) {
        var text = FixedText(text)
        guard let day = Day(reading: &text), text.mark("T"), let hour = text.number(2), hour < 24, text.mark(":"),
            let minute = text.number(2), minute < 60, text.mark(":"), let second = text.number(2), second < 60,
            text.mark("."), let thousandth = text.number(3), text.mark("Z"), text.isAtEnd()
        else { return nil }
        let time = Int64(((hour * 60 + minute) * 60 + second) * 1_000 + thousandth)
        self.init(milliseconds: Instant(startOf: day).milliseconds + time)
    }

    public var description: String {
        let day = day
        let time = Int(milliseconds - Instant(startOf: day).milliseconds)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        day.write(to: &bytes)
        bytes.append("T")
        bytes.append(time / 3_600_000, width: 2)
        bytes.append(":")
        bytes.append(time / 60_000 % 60, width: 2)
        bytes.append(":")
        bytes.append(time / 1_000 % 60, width: 2)
        bytes.append(".")
        bytes.append(time % 1_000, width: 3)
        bytes.append("Z")
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `05-Jan-2026 14:03 UTC`, for pages.
    public var spelledOut: String {
        let time = Int(milliseconds - Instant(startOf: day).milliseconds)
        return
            "\(day.spelledOut) \(Decimal.padded(time / 3_600_000, to: 2)):\(Decimal.padded(time / 60_000 % 60, to: 2)) UTC"
    }
}
