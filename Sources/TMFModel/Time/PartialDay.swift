/// A date of which the day, or more, is not known: `UN-MAR-2024`, `2024-03`, `2024`, `UNK`.
///
/// It is never completed: what is printed is kept, and no day is made of it.
public struct PartialDay: Hashable, Sendable, CustomStringConvertible {
    /// As it is printed.
    public let printed: String
    /// 1 to 9999; nil if not even the year is known.
    public let year: Int?
    /// 1 to 12; nil if it is not known.
    public let month: Int?

    /// Nil unless `printed` is a date that leaves something open. Parts that are not known are spelled `UN`, `UNK`, `UNKN`,
    /// `ND`, `NK`, `XX`, `??` or `--`; months are digits or English names.
    public init?(_ printed: String) {
        guard printed.utf8.count <= 32 else { return nil }
        let parts = PartialDay.parts(of: printed.uppercased())
        guard (1...3).contains(parts.count) else { return nil }
        let known = parts.filter { $0 != .unknown }
        let found: (year: Int?, month: Int?)? =
            switch known.count {
            case 0: (nil, nil)
            case 1: known[0].year.map { ($0, nil) }
            case 2:
                if let year = known[0].year, let month = known[1].month {
                    (year, month)
                } else if let month = known[0].month, let year = known[1].year {
                    (year, month)
                } else {
                    nil
                }
            default: nil
            }
        guard let found else { return nil }
        self.printed = printed
        year = found.year
        month = found.month
    }

    /// The first day that it may be; nil if the year is not known.
    public var earliest: Day? { year.flatMap { Day(year: $0, month: month ?? 1, day: 1) } }

    /// The last day that it may be; nil if the year is not known.
    public var latest: Day? {
        guard let year, let month else { return year.flatMap { Day(year: $0, month: 12, day: 31) } }
        return Day(year: year, month: month, day: 1)?.adding(months: 1).adding(days: -1)
    }

    public var description: String { printed }

    private enum Part: Equatable {
        /// Four digits.
        case four(Int)
        /// Two digits.
        case two(Int)
        case name(Int)
        case unknown
        case other

        var year: Int? { if case .four(let year) = self, year > 0 { year } else { nil } }

        var month: Int? {
            switch self {
            case .two(let number): (1...12).contains(number) ? number : nil
            case .name(let month): month
            case .four, .unknown, .other: nil
            }
        }
    }

    private static func parts(of text: String) -> [Part] {
        text.split { "-/. ,".contains($0) }.map { part in
            if unknown.contains(String(part)) { return .unknown }
            if let month = MonthName.number(of: String(part)) { return .name(month) }
            guard let number = Decimal.value(of: part.utf8) else { return .other }
            return part.utf8.count == 4 ? .four(number) : part.utf8.count == 2 ? .two(number) : .other
        }
    }

    private static let unknown: Set = ["UN", "UNK", "UNKN", "UNKNOWN", "ND", "NK", "XX", "XXX", "XXXX", "??"]
}

/// English names of months.
package enum MonthName {
    /// 1 to 12 by a name or its first three letters, in any case; nil if it is none.
    package static func number(of name: String) -> Int? {
        let name = name.lowercased()
        guard name.utf8.count >= 3 else { return nil }
        if name == "sept" { return 9 }
        return names.firstIndex { $0 == name || (name.utf8.count == 3 && $0.hasPrefix(name)) }.map { $0 + 1 }
    }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
