import TMFModel
import TMFReview
import Testing

@Suite struct DueTests {
    private func slot(_ rule: ExpectationRule, _ study: Study, asOf: Day = today) throws -> ExpectedSlot {
        try #require(binder(rules: [rule], study: study, asOf: asOf).slots.first)
    }

    @Test func `a site asks itself first, then its country, then the trial`() throws {
        let live = Study.Milestone(milestone: "03", actual: day("2024-03-01"))
        func site(_ milestones: [Study.Milestone]) -> [Study.Site] { [.init(id: "101", milestones: milestones)] }
        let lock = Study.Milestone(milestone: "08", actual: day("2025-01-01"))

        let own = try slot(
            rule("log", log, .site, due: "08"),
            study(trial: [lock], sites: site([live, .init(milestone: "08", actual: day("2024-12-01"))])))
        let inherited = try slot(
            rule("log", log, .site, due: "08", days: 30), study(trial: [lock], sites: site([live])))

        #expect(own.due == day("2024-12-01"))
        #expect(inherited.due == day("2025-01-31"))
        #expect(
            inherited.explanation.contains(
                "Milestone 08 Database Lock was reached on 2025-01-01 (the trial); "
                    + "due 30 days after 2025-01-01, on 2025-01-31."))
    }

    @Test func `a planned date counts while it is ahead, and moves on once it has passed`() throws {
        func planned(_ text: String) -> Study { study(trial: [.init(milestone: "02", planned: day(text))]) }
        let onTheDay = rule("plan", plan, .trial, due: "02")

        #expect(try slot(onTheDay, planned("2026-05-01")).due == day("2026-05-01"))
        let passed = try slot(onTheDay, planned("2026-03-01"))
        #expect(passed.due == nil)
        #expect(
            passed.explanation.contains(
                "Not due: milestone 02 Ready was planned for 2026-03-01 (the trial), not reached yet."))
        let before = try slot(rule("plan", plan, .trial, due: "02", days: -60), planned("2026-05-01"))
        #expect(before.due == day("2026-03-02"))
        #expect(before.isDue(on: today))
    }

    @Test func `a site that never opened has slots, none of them due`() throws {
        let closed = Study.Site(id: "102")
        let fromTrial = try slot(rule("log", log, .site, due: "02"), study(sites: [closed]))

        #expect(fromTrial.due == nil)
        #expect(
            fromTrial.explanation.contains(
                "Not due: the site has not been opened, so milestone 02 Ready of the trial asks nothing of it."))
        #expect(try slot(rule("log", log, .site), study(sites: [closed])).due == nil)
    }

    @Test func `a site's activation stands for its milestone 03`() throws {
        let site = Study.Site(id: "103", activated: day("2024-05-01"))

        #expect(try slot(rule("log", log, .site, days: 7), study(sites: [site])).due == day("2024-05-08"))
        #expect(try slot(rule("log", log, .site, due: "02"), study(sites: [site])).due == day("2024-01-20"))
    }

    @Test func `a milestone nobody knows, and a rule without a date, never make a slot due`() throws {
        #expect(try slot(rule("log", log, .site, due: "99"), study()).due == nil)
        let undated = try slot(rule("log", log, .site, due: nil), study())
        #expect(undated.due == nil)
        #expect(undated.explanation.contains("No date asks for it: it never becomes due."))
    }
}
