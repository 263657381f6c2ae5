import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@Suite struct StoreTrendTests {
    @Test func `one reading of the journal shows every day as a reading of its own does`() throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        let first = trial.clock.now().day
        for step in 1...12 {
            trial.clock.set(to: first.adding(days: step * 3))
            let number = try TrialFolder.file("text \(step)", in: store)
            if step == 4 { try store.record([.documentWithdrawn(number)], in: "ABC-101", by: .test) }
            if step > 6 {
                let link = DocumentLink(document: number, relation: .relatedTo, target: DocumentNumber(step - 5))
                let review = QualityReview(
                    document: DocumentNumber(step - 5), version: 1, outcome: .accepted, from: .filed)
                try store.record([.documentsLinked(link), .qualityReviewed(review)], in: "ABC-101", by: .test)
            }
        }
        let days = (-2...45).map { first.adding(days: $0) }

        var seen: [(day: Day, snapshot: StudySnapshot)] = []
        try store.forEachSnapshot(of: "ABC-101", atEndsOf: days.shuffled()) { seen.append(($0, $1)) }

        // The study was not there on the first two days.
        #expect(seen.map(\.day) == Array(days.dropFirst(2)))
        for (day, snapshot) in seen {
            let alone = try store.snapshot(of: "ABC-101", asOf: day)
            #expect(alone == snapshot)
        }
    }

    @Test func `a study that is not there has no past`() throws {
        let store = try TrialFolder().create()

        try store.forEachSnapshot(of: "OTHER", atEndsOf: [Day(daysSince1970: 20_000)]) { _, _ in
            Issue.record("there is nothing to show")
        }
    }
}
