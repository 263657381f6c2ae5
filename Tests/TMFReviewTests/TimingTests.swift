import TMFModel
import TMFReview
import Testing

@Suite struct TimingTests {
    private func slot(planned: String? = nil, actual: String? = nil, filed: Bool = false) throws -> ExpectedSlot {
        let study = study(trial: [.init(milestone: "02", planned: planned.map(day), actual: actual.map(day))])
        let rules = [rule("plan", plan, .trial, due: "02")]
        return try #require(binder(filed ? [document(1, plan)] : [], rules: rules, study: study).slots.first)
    }

    @Test func `not yet due, due, overdue and moved on are told apart, and said`() throws {
        #expect(try slot(planned: "2026-04-01").timing == .notYetDue)
        #expect(try slot(actual: "2026-03-31").timing == .due)
        #expect(try slot(actual: "2026-03-30").timing == .overdue)
        #expect(try slot(actual: "2026-03-30", filed: true).timing == .due)
        #expect(try slot(planned: "2026-03-30").timing == .movedOn)
        #expect(try slot().timing == .undated)

        #expect(try slot(planned: "2026-04-01").explanation.contains("On 2026-03-31 it is not due yet: 1 day to go."))
        #expect(try slot(actual: "2026-03-31").explanation.contains("It is due today, 2026-03-31."))
        #expect(try slot(actual: "2026-03-21").explanation.contains("On 2026-03-31 it is overdue by 10 days."))
        #expect(try !slot(actual: "2026-03-21", filed: true).explanation.contains { $0.contains("overdue") })
    }

    @Test func `every slot's object carries rule, timing, arithmetic and matching`() throws {
        let json = try slot(actual: "2026-03-21", filed: true).json

        #expect(json["rule"] == "plan")
        #expect(json["timing"] == "due")
        #expect(
            json["explanation"]?.array?.compactMap(\.string) == [
                "Rule plan expects a document for 01.01.01 Plan, the trial: because.",
                "Milestone 02 Ready was reached on 2026-03-21 (the trial); due on the same day, 2026-03-21.",
                "Filled by D-000001, approved and in force: matched by artifact and trial.",
            ])
    }
}
