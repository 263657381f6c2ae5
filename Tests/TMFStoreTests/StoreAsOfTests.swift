import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@Suite struct StoreAsOfTests {
    @Test func `a past day shows what was known at its end`() throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        let first = trial.clock.now().day
        var known: [Day: StudySnapshot] = [first: try store.snapshot(of: "ABC-101")]
        for step in 1...10 {
            trial.clock.set(to: first.adding(days: step * 2))
            let number = try TrialFolder.file("text \(step)", in: store)
            if step == 3 { try store.record([.documentWithdrawn(number)], in: "ABC-101", by: .test) }
            if step == 5 {
                var study = Study.sample
                study.title = "Renamed"
                study.countries.removeLast()
                try TrialFolder.apply(study, to: store)
            }
            trial.clock.advance(seconds: 12 * 3_600 - 1)
            let waived = SlotAddress(artifact: .ethicsApproval, scope: .country(.germany))
            try store.record([step % 2 == 0 ? .waiverLifted(waived) : .slotWaived(waived)], in: "ABC-101", by: .test)
            known[trial.clock.now().day] = try store.snapshot(of: "ABC-101")
        }
        for (day, snapshot) in known {
            #expect(try store.snapshot(of: "ABC-101", asOf: day) == snapshot)
            #expect(try store.snapshot(of: "ABC-101", asOf: day.adding(days: 1)) == snapshot)
        }
        #expect(try store.snapshot(of: "ABC-101", asOf: Day(daysSince1970: .max)) == store.snapshot(of: "ABC-101"))
        #expect(throws: StoreError.self) { try store.snapshot(of: "ABC-101", asOf: first.adding(days: -1)) }
    }

    @Test func `what was waived and is asked for again is as it was at the start`() throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        try TrialFolder.file("text", in: store)
        let places = [
            SlotAddress(artifact: .ethicsApproval, scope: .country(.germany)),
            SlotAddress(artifact: .ethicsApproval, scope: .trial),
            SlotAddress(artifact: .trialProtocol, scope: .trial, person: "p-1"),
        ]
        let start = try store.snapshot(of: "ABC-101")

        for place in places { try store.record([.slotWaived(place)], in: "ABC-101", by: .test) }
        let waived = try store.snapshot(of: "ABC-101")
        for place in places.reversed() { try store.record([.waiverLifted(place)], in: "ABC-101", by: .test) }
        let end = try store.snapshot(of: "ABC-101")

        #expect(waived.waivers.count == 3)
        #expect(end.waivers == start.waivers)
        #expect(end.study == start.study)
        #expect(end.documents == start.documents)
        #expect(end.oversight == start.oversight)
    }
}
