import TMFModel
import TMFReview
import Testing

@Suite struct TimelineTests {
    private func timeline(_ versions: [Version], study: Study = study()) -> FilingTimeline {
        FilingTimeline(binder([document(1, plan, versions: versions)], study: study))
    }

    private func row(_ month: String, _ timeline: FilingTimeline) throws -> FilingTimeline.MonthRow {
        try #require(timeline.months.first { $0.month.description == month })
    }

    /// Thirty days are given from the later of document date and received date.
    @Test func `months count what is dated in them, and what is filed in them, on time, late or not measured`() throws {
        let timeline = timeline([
            version(1, dated: "2024-01-05", received: "2024-01-06", filed: "2024-02-05"),
            version(2, dated: "2024-01-05", received: "2024-01-06", filed: "2024-02-06"),
            version(3, dated: "2024-01-31", received: nil, filed: "2024-02-10"),
            version(4, dated: nil, received: nil, filed: "2024-03-01"),
        ])

        let february = try row("2024-02", timeline)
        #expect(try row("2024-01", timeline).dated == 3)
        #expect(february.filed == .init(onTime: 1, late: 1, unmeasured: 1))
        #expect(february.medianDelay == 30 && february.longestDelay == 31)
        #expect(try row("2024-03", timeline).filed.unmeasured == 1)
        #expect(timeline.counts.total == 4 && timeline.undated == 1 && timeline.outside == 0)
        #expect(timeline.months.first?.month.description == "2024-01")
        #expect(timeline.months.last?.month == Month(of: today))
        #expect(timeline.months.count == 27)
    }

    @Test func `the latest filings are named, the latest first`() {
        let timeline = timeline([
            version(1, filed: "2024-02-06"), version(2, filed: "2024-06-06"), version(3, filed: "2024-01-10"),
        ])

        #expect(timeline.latest.map(\.version) == [2, 1])
        #expect(timeline.latest.map(\.daysLate) == [122, 1])
        #expect(timeline.latest.first?.start == day("2024-01-06"))
    }

    @Test func `no more than the limit of late filings is named, and none is lost among many`() {
        let versions = (1...240).map { ordinal in
            version(ordinal, filed: day("2024-03-01").adding(days: (ordinal * 7) % 240).description)
        }
        let latest = timeline(versions).latest

        #expect(latest.count == FilingTimeline.latestLimit)
        #expect(latest.map(\.daysLate) == latest.map(\.daysLate).sorted(by: >))
        #expect(latest.first?.daysLate == day("2024-03-01").adding(days: 239).days(since: day("2024-01-06")) - 30)
    }

    @Test func `a date long before everything else is counted and not drawn`() {
        let timeline = timeline([version(1, dated: "1998-05-01", filed: "2024-01-10"), version(2)])

        #expect(timeline.outside == 1)
        #expect(timeline.cells.count == 1)
        #expect(timeline.months.first?.month.description == "2024-01")
    }

    @Test func `many versions are drawn by month, few by day`() {
        let few = timeline([version(1, filed: "2024-01-10"), version(2, filed: "2024-01-11")])
        let many = timeline((1...(FilingTimeline.dayLimit + 1)).map { version($0, filed: "2024-01-1\($0 % 2)") })

        #expect(few.cells.count == 2)
        #expect(many.cells.count == 1)
        #expect(many.cells.first?.counts.total == FilingTimeline.dayLimit + 1)
    }

    @Test func `withdrawn documents are not counted`() {
        #expect(FilingTimeline(binder([document(1, plan, isWithdrawn: true)])).months == [])
    }

    @Test func `a milestone is the trial's own, or the first of those who have it`() throws {
        let sites = ["2024-05-01", "2024-03-01"].enumerated().map { place, actual in
            Study.Site(id: "10\(place)", milestones: [.init(milestone: "03", actual: day(actual))])
        }
        let timeline = timeline([version()], study: study(sites: sites))

        #expect(timeline.milestones.map(\.number) == ["02", "03"])
        let live = try #require(timeline.milestones.last)
        #expect(live.scope == scope("DEU/101") && live.actual == day("2024-03-01") && live.elsewhere == 2)
        #expect(timeline.milestones.first?.scope == .trial)
    }

    @Test func `an empty file has no months`() {
        #expect(FilingTimeline(binder()).months == [])
    }
}
