import TMFModel

/// Versions counted by month, and by the place where they are drawn.
struct TimelineCounting {
    private struct Place: Hashable {
        let dated: Day
        let filed: Day
    }

    private let isByDay: Bool
    private var rows: [FilingTimeline.MonthRow] = []
    /// Of what was filed in each month, for the median.
    private var delays: [[Int32]] = []
    private var places: [Month: Int] = [:]
    private var countsByPlace: [Place: FilingTimeline.Counts] = [:]
    private(set) var counts = FilingTimeline.Counts()
    private(set) var undated = 0
    private(set) var outside = 0
    /// The latest first; twice the limit at most while counting.
    private var late: [FilingTimeline.Filing] = []

    init(_ span: ClosedRange<Month>?, isByDay: Bool) {
        self.isByDay = isByDay
        guard let span else { return }
        var month = span.lowerBound
        while month <= span.upperBound {
            places[month] = rows.count
            rows.append(FilingTimeline.MonthRow(month: month))
            month = month.next
        }
        delays = Array(repeating: [], count: rows.count)
    }

    mutating func add(_ filing: FilingTimeline.Filing) {
        counts += filing.counts
        if filing.counts.late > 0 { addLate(filing) }
        let filedPlace = places[Month(of: filing.filed)]
        if let filedPlace {
            rows[filedPlace].filed += filing.counts
            if let delay = filing.delay { delays[filedPlace].append(Int32(clamping: delay)) }
        }
        guard let dated = filing.dated else {
            undated += 1
            return
        }
        guard let datedPlace = places[Month(of: dated)], filedPlace != nil else {
            outside += 1
            return
        }
        rows[datedPlace].dated += 1
        let place =
            isByDay
            ? Place(dated: dated, filed: filing.filed)
            : Place(dated: TimelineCounting.middle(of: dated), filed: TimelineCounting.middle(of: filing.filed))
        countsByPlace[place, default: FilingTimeline.Counts()] += filing.counts
    }

    var months: [FilingTimeline.MonthRow] {
        zip(rows, delays).map { row, delays in
            var row = row
            let sorted = delays.sorted()
            row.longestDelay = sorted.last.map(Int.init)
            row.medianDelay = sorted.isEmpty ? nil : Int(sorted[(sorted.count - 1) / 2])
            return row
        }
    }

    /// By document date, then by the day of filing.
    var cells: [FilingTimeline.Cell] {
        countsByPlace.map { FilingTimeline.Cell(dated: $0.key.dated, filed: $0.key.filed, counts: $0.value) }
            .sorted { ($0.dated, $0.filed) < ($1.dated, $1.filed) }
    }

    var latest: [FilingTimeline.Filing] {
        Array(late.sorted(by: FilingTimeline.Filing.isLater).prefix(FilingTimeline.latestLimit))
    }

    private mutating func addLate(_ filing: FilingTimeline.Filing) {
        late.append(filing)
        if late.count >= FilingTimeline.latestLimit * 2 { late = latest }
    }

    /// About the middle of a day's month.
    private static func middle(of day: Day) -> Day { Month(of: day).firstDay.adding(days: 14) }
}
