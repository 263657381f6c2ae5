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
        let bytes = Array(text.utf8)
        let marks: [(Int, Unicode.Scalar)] = [(10, "T"), (13, ":"), (16, ":"), (19, "."), (23, "Z")]
        guard bytes.count == 24, marks.allSatisfy({ bytes[$0.0] == UInt8(ascii: $0.1) }),
            let day = Day(String(text.prefix(10))), let hour = Decimal.value(of: bytes[11..<13]), hour < 24,
            let minute = Decimal.value(of: bytes[14..<16]), minute < 60,
            let second = Decimal.value(of: bytes[17..<19]), second < 60,
            let thousandth = Decimal.value(of: bytes[20..<23])
        else { return nil }
        let time = Int64(((hour * 60 + minute) * 60 + second) * 1_000 + thousandth)
        self.init(milliseconds: Instant(startOf: day).milliseconds + time)
    }

    public var description: String {
        let time = Int(milliseconds - Instant(startOf: day).milliseconds)
        let hour = Decimal.padded(time / 3_600_000, to: 2)
        let minute = Decimal.padded(time / 60_000 % 60, to: 2)
        let second = Decimal.padded(time / 1_000 % 60, to: 2)
        return "\(day)T\(hour):\(minute):\(second).\(Decimal.padded(time % 1_000, to: 3))Z"
    }

    /// `05-Jan-2026 14:03 UTC`, for pages.
    public var spelledOut: String {
        let time = Int(milliseconds - Instant(startOf: day).milliseconds)
        return
            "\(day.spelledOut) \(Decimal.padded(time / 3_600_000, to: 2)):\(Decimal.padded(time / 60_000 % 60, to: 2)) UTC"
    }
}
