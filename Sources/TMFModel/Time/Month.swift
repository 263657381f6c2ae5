/// A calendar month. Written as `2026-03`.
public struct Month: Hashable, Comparable, Sendable {
    /// Months since January of the year 0.
    private let index: Int

    private init(index: Int) { self.index = index }

    /// The month that a day falls in.
    public init(of day: Day) {
        let (year, month, _) = day.components
        index = year * 12 + month - 1
    }

    /// The month after this one.
    public var next: Month { Month(index: index + 1) }

    /// The first day of the month.
    public var firstDay: Day {
        Day(year: index / 12, month: index % 12 + 1, day: 1) ?? Day(daysSince1970: .min)
    }

    /// The last day of the month; the last day of the calendar after its end.
    public var lastDay: Day {
        Day(year: next.index / 12, month: next.index % 12 + 1, day: 1)?.adding(days: -1)
            ?? Day(daysSince1970: .max)
    }

    /// The last day of each month from the first to the last; `day` at the latest.
    public static func ends(from first: Month, through last: Month, until day: Day) -> [Day] {
        var days: [Day] = []
        var month = first
        while month <= last {
            days.append(min(month.lastDay, day))
            month = month.next
        }
        return days
    }

    public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}

extension Month: LosslessStringConvertible {
    /// Nil unless `text` is `YYYY-MM` from 0001-01 to 9999-12.
    public init?(_ text: String) {
        guard text.utf8.count == 7, let day = Day("\(text)-01") else { return nil }
        self.init(of: day)
    }

    public var description: String {
        "\(Decimal.padded(index / 12, to: 4))-\(Decimal.padded(index % 12 + 1, to: 2))"
    }
}
