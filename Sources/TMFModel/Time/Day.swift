/// A calendar day without a time zone, in the proleptic Gregorian calendar.
///
/// Written and read as ISO 8601, `2026-03-31`. Days from 0001-01-01 to 9999-12-31.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let daysSince1970: Int32

    /// The day so many days after 1970-01-01; the first or last day of the calendar where there is none.
    public init(daysSince1970: Int) {
        self.daysSince1970 = Int32(min(max(daysSince1970, Day.first), Day.last))
    }

    /// Nil if there is no such day: month 1 to 12, day 1 to the length of the month, year 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.init(daysSince1970: Day.days(year: year, month: month, day: day))
    }

    /// Year, month (1 to 12) and day of the month.
    public var components: (year: Int, month: Int, day: Int) {
        // Howard Hinnant's civil-from-days, in eras of 400 years that begin on 1 March.
        let shifted = Int(daysSince1970) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day `days` later, or earlier if negative. Stops at the ends of the calendar.
    public func adding(days: Int) -> Day {
        Day(daysSince1970: Int(daysSince1970) + min(max(days, -Day.last * 2), Day.last * 2))
    }

    /// The same day of the month `months` later; the last day of that month where it is shorter. Stops at the ends of
    /// the calendar.
    public func adding(months: Int) -> Day {
        let (year, month, day) = components
        let index = year * 12 + (month - 1) + min(max(months, -120_000), 120_000)
        guard index >= 12 else { return Day(daysSince1970: Day.first) }
        let newYear = index / 12
        let newMonth = index % 12 + 1
        let length = Day.length(ofMonth: newMonth, year: newYear)
        return Day(daysSince1970: Day.days(year: newYear, month: newMonth, day: min(day, length)))
    }

    /// Days from `other` to this day; negative if this day is earlier.
    public func days(since other: Day) -> Int { Int(daysSince1970) - Int(other.daysSince1970) }

    public static func < (left: Day, right: Day) -> Bool { left.daysSince1970 < right.daysSince1970 }

    /// 0001-01-01 and 9999-12-31.
    private static let first = -719_162
    private static let last = 2_932_896

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Day: LosslessStringConvertible {
    /// Nil unless `text` is exactly `YYYY-MM-DD` and the day exists.
    public init?(_ text: String) {
        var text = FixedText(text)
        self.init(reading: &text)
        guard text.isAtEnd() else { return nil }
    }

    /// Reads the ten characters of a day, and leaves what follows them.
    init?(reading text: inout FixedText) {
        guard let year = text.number(4), text.mark("-"), let month = text.number(2), text.mark("-"),
            let day = text.number(2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    func write(to bytes: inout [UInt8]) {
        let (year, month, day) = components
        bytes.append(year, width: 4)
        bytes.append("-")
        bytes.append(month, width: 2)
        bytes.append("-")
        bytes.append(day, width: 2)
    }

    /// `05-Jan-2026`: the form of pages and reports, which no reader can mistake for another order.
    public var spelledOut: String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, month, day) = components
        return "\(Decimal.padded(day, to: 2))-\(names[month - 1])-\(Decimal.padded(year, to: 4))"
    }
}
