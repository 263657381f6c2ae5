import TMFModel

/// How far the dates of versions and milestones reach.
struct TimelineExtent {
    private(set) var versions = 0
    private var firstKnown: Day?
    private var lastFiled: Day?
    private var datedMonths: Set<Month> = []

    init(_ milestones: [TimelineMilestone]) { firstKnown = milestones.compactMap(\.actual).min() }

    mutating func add(_ filing: FilingTimeline.Filing) {
        versions += 1
        firstKnown = min(firstKnown ?? filing.filed, filing.filed)
        lastFiled = max(lastFiled ?? filing.filed, filing.filed)
        if let dated = filing.dated { datedMonths.insert(Month(of: dated)) }
    }

    /// From the earliest date that is not out of all proportion to the rest, to the day of the binder, or the last
    /// filing if that is later; nil if nothing was filed.
    func span(asOf: Day) -> ClosedRange<Month>? {
        guard let firstKnown, let lastFiled else { return nil }
        let earliest = Month(of: firstKnown.adding(months: -FilingTimeline.leadMonths))
        let first = datedMonths.filter { $0 >= earliest }.min().map { min($0, Month(of: firstKnown)) }
        return (first ?? Month(of: firstKnown))...Month(of: max(asOf, lastFiled, firstKnown))
    }
}
