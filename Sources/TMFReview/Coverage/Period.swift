public import TMFModel

/// Days from a first to a last one, both included.
public struct Period: Hashable, Sendable {
    /// Nil if nobody said when it began.
    public let first: Day?
    /// Nil if it has no end.
    public let last: Day?

    public init(first: Day?, last: Day?) {
        self.first = first
        self.last = last
    }

    public func contains(_ day: Day) -> Bool {
        (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
    }

    /// `2024-01-05 to 2025-01-04`, `since 2024-01-05`, `until 2025-01-04`, `at all times`
    public var inWords: String {
        switch (first, last) {
        case (let first?, let last?): first == last ? "on \(first)" : "\(first) to \(last)"
        case (let first?, nil): "since \(first)"
        case (nil, let last?): "until \(last)"
        case (nil, nil): "at all times"
        }
    }

    /// The same after a verb: `from 2024-01-05 to 2025-01-04`
    var inSentence: String {
        if let first, let last, first != last { return "from \(first) to \(last)" }
        return inWords
    }

    /// The same days in as few periods as possible, the earliest first; neighbouring days join.
    static func merged(_ periods: [Period]) -> [Period] {
        var merged: [Period] = []
        for period in periods.sorted(by: { $0.firstDay < $1.firstDay }) where period.firstDay <= period.lastDay {
            guard let before = merged.last, before.last == nil || period.firstDay <= before.lastDay + 1 else {
                merged.append(period)
                continue
            }
            merged[merged.count - 1] = Period(
                first: before.first, last: before.lastDay >= period.lastDay ? before.last : period.last)
        }
        return merged
    }

    /// What is left of a period with both ends when others are taken away, the earliest first.
    static func days(from first: Day, to last: Day, without others: [Period]) -> [Period] {
        var left: [Period] = []
        var start = first
        for other in merged(others) {
            guard other.lastDay >= Int(start.daysSince1970) else { continue }
            guard other.firstDay <= Int(last.daysSince1970) else { break }
            if let begins = other.first, begins > start {
                left.append(Period(first: start, last: begins.adding(days: -1)))
            }
            guard let ends = other.last, ends < last else { return left }
            start = ends.adding(days: 1)
        }
        if start <= last { left.append(Period(first: start, last: last)) }
        return left
    }

    private var firstDay: Int { first.map { Int($0.daysSince1970) } ?? .min }
    /// Far enough from the largest number to add a day.
    private var lastDay: Int { last.map { Int($0.daysSince1970) } ?? .max / 2 }
}
