import TMFModel

/// Days as places on one axis of a drawing.
struct TimelineScale {
    let first: Day
    let last: Day
    /// Where the first and the last day lie.
    private let start: Int
    private let end: Int

    init(_ first: Day, _ last: Day, from start: Int, to end: Int) {
        self.first = first
        self.last = max(last, first.adding(days: 1))
        self.start = start
        self.end = end
    }

    func contains(_ day: Day) -> Bool { day >= first && day <= last }

    /// The nearest end for a day that lies outside.
    func callAsFunction(_ day: Day) -> Int {
        let days = min(max(0, day.days(since: first)), last.days(since: first))
        return start + days * (end - start) / last.days(since: first)
    }

    /// Months to be labelled, a dozen at most: `Apr 2025`, or the year alone where only years are.
    var ticks: [(Day, String)] {
        let months = last.days(since: first) / 30
        let step = [1, 2, 3, 6, 12, 24, 60, 120].first { months / $0 <= 12 } ?? 240
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        var ticks: [(Day, String)] = []
        var month = Month(of: first)
        while month.firstDay <= last {
            let (year, number, _) = month.firstDay.components
            if (year * 12 + number - 1) % step == 0, contains(month.firstDay) {
                ticks.append((month.firstDay, step >= 12 ? "\(year)" : "\(names[number - 1]) \(year)"))
            }
            month = month.next
        }
        return ticks
    }
}
