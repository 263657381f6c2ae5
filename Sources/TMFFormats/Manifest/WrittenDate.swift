public import TMFModel

/// How dates in somebody's table are written.
public struct WrittenDate: Hashable, Sendable {
    /// What the first number of `05/01/2026` is.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        case dayMonthYear = "day-month-year"
        case monthDayYear = "month-day-year"
    }

    /// Nil if nobody said: such dates are refused then, for a guess would be wrong for half of the world.
    public var order: Order?

    public init(order: Order? = nil) { self.order = order }

    /// What a cell says.
    public enum Reading: Hashable, Sendable {
        case day(Day)
        case partial(PartialDay)
        /// It is none, and what was expected.
        case none(expected: String)
    }

    /// Reads `2026-01-31`, `05-Jan-2026`, `05JAN2026`, `5 January 2026`, `20260131`, `2026/01/31`, each with a time of day that
    /// is passed over; what leaves a part open, such as `UN-MAR-2024`; and `05/01/2026` if its order is declared.
    public func read(_ text: String) -> Reading {
        if let day = Day(text) { return .day(day) }
        let date = WrittenDate.withoutTime(text)
        if let day = Day(date) ?? named(date) ?? numeric(date) { return .day(day) }
        if let partial = PartialDay(text) { return .partial(partial) }
        return .none(expected: "a day such as 2026-01-31 or 31-Jan-2026" + hint(date))
    }

    /// `2026-01-31T12:30:00Z` and `2026-01-31 12:30` without what follows the day.
    private static func withoutTime(_ text: String) -> String {
        guard let mark = text.firstIndex(of: ":") else { return text }
        let start = text[..<mark].lastIndex { $0 == "T" || $0 == " " }
        guard let start, text[text.index(after: start)..<mark].utf8.allSatisfy(WrittenDate.isDigit) else {
            return text
        }
        return String(text[..<start])
    }

    /// `05-Jan-2026`, `05JAN2026`, `5 January 2026`, `Jan 5, 2026`.
    private func named(_ text: String) -> Day? {
        let bytes = Array(text.utf8)
        var parts: [ArraySlice<UInt8>] = []
        var place = 0
        while place < bytes.count {
            let isPart = Self.isDigit(bytes[place]) ? Self.isDigit : Self.isLetter
            guard isPart(bytes[place]) else {
                guard "-/. ,".utf8.contains(bytes[place]) else { return nil }
                place += 1
                continue
            }
            let end = bytes[place...].firstIndex { !isPart($0) } ?? bytes.count
            parts.append(bytes[place..<end])
            place = end
        }
        guard parts.count == 3, parts[2].count == 4, let year = Decimal.value(of: parts[2]) else { return nil }
        let (day, name) = parts[0].first.map(Self.isDigit) == true ? (parts[0], parts[1]) : (parts[1], parts[0])
        guard let month = MonthName.number(of: String(decoding: name, as: UTF8.self)), day.count <= 2,
            let day = Decimal.value(of: day)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Of what is beyond ASCII, the names of months say whether it is one.
    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }

    /// `20260131`, `2026/01/31`, and `31.01.2026` in the declared order.
    private func numeric(_ text: String) -> Day? {
        let digits = Array(text.utf8)
        if digits.count == 8, digits.allSatisfy(Self.isDigit) {
            return day([digits[0..<4], digits[4..<6], digits[6..<8]])
        }
        guard let parts = WrittenDate.numbers(text) else { return nil }
        if parts[0].count == 4 { return day(parts) }
        switch order {
        case .dayMonthYear: return day([parts[2], parts[1], parts[0]])
        case .monthDayYear: return day([parts[2], parts[0], parts[1]])
        case nil: return nil
        }
    }

    private func day(_ parts: [ArraySlice<UInt8>]) -> Day? {
        guard parts[0].count == 4, let year = Decimal.value(of: parts[0]), let month = Decimal.value(of: parts[1]),
            let day = Decimal.value(of: parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// Three numbers with one kind of mark between them.
    private static func numbers(_ text: String) -> [ArraySlice<UInt8>]? {
        let bytes = Array(text.utf8)
        guard let mark = bytes.first(where: { !isDigit($0) }), "/.-".utf8.contains(mark) else {
            return nil
        }
        let parts = bytes.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3,
            parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(isDigit) })
        else { return nil }
        return parts
    }

    private func hint(_ text: String) -> String {
        guard let parts = WrittenDate.numbers(text), parts[0].count <= 2 else { return "" }
        guard parts[2].count == 4 else { return " with a year of four digits" }
        if let order { return ", or one in the order \(order.rawValue)" }
        return "; which number is the month is not declared: say --dates day-month-year or --dates month-day-year"
    }
}
