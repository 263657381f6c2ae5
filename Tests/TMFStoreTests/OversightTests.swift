import SystemPackage
import TMFModel
import TMFTestSupport
import Testing

@testable import TMFStore

@Suite struct OversightTests {
    @Test func `a catalog of an older program is made again when a writer opens the store`() throws {
        let trial = try TrialFolder()
        do {
            let store = try trial.create()
            try TrialFolder.file("text", in: store)
        }
        let before = try trial.open(.reading).snapshot(of: TrialFolder.study)
        let sql =
            "PRAGMA user_version = 0; DROP TABLE placeLock; ALTER TABLE version DROP COLUMN addendum; DELETE FROM waiver"
        #expect(try trial.sqlite(sql).status == 0)

        #expect(throws: StoreError.catalogOutdated(path: trial.root.appending("catalog.sqlite").string)) {
            try trial.open(.reading)
        }
        do { _ = try trial.open() }
        let after = try trial.open(.reading)
        #expect(try after.snapshot(of: TrialFolder.study) == before)
        #expect(try after.verify().problems == [])
    }

    @Test func `an old catalog is also brought up to date by rebuilding`() throws {
        let trial = try TrialFolder()
        do { _ = try trial.create() }
        #expect(try trial.sqlite("PRAGMA user_version = 1; DROP TABLE qualityReturn").status == 0)
        #expect(try Store.rebuild(trial.root) >= 1)
        #expect(try trial.open(.reading).verify().problems == [])
    }

    @Test func `a return from before there were codes is read, and its clock runs`() throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        let number = try TrialFolder.file("text", in: store)
        try store.record(
            [.qualityReviewed(QualityReview(document: number, version: 1, outcome: .returned, from: .filed))],
            in: TrialFolder.study, by: .test)
        trial.clock.advance(seconds: 5 * 86_400)
        try store.record(
            [.versionFiled(number, ordinal: 2, VersionFacts(url: "https://x.example"))], in: TrialFolder.study,
            by: .test)

        let record = try #require(try store.oversight(of: TrialFolder.study).returns.first)
        #expect(record.code == nil && record.reason == Attribution.test.reason)
        #expect(record.answer == .nextVersion)
        #expect(record.days(until: Day(daysSince1970: 30_000)) == 5)
    }

    @Test func `a return is answered by the next review of its version, or by withdrawal`() throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        let number = try TrialFolder.file("text", in: store)
        func review(_ outcome: QualityReview.Outcome, from: VersionStatus) throws {
            let review = QualityReview(
                document: number, version: 1, outcome: outcome, from: from, code: "incomplete")
            try store.record([.qualityReviewed(review)], in: TrialFolder.study, by: .test)
        }
        try review(.returned, from: .filed)
        try review(.returned, from: .returned)
        try review(.accepted, from: .returned)
        try review(.returned, from: .approved)
        try store.record([.documentWithdrawn(number)], in: TrialFolder.study, by: .test)

        let returns = try store.oversight(of: TrialFolder.study).returns
        #expect(returns.map(\.round) == [1, 2, 3])
        #expect(returns.map(\.answer) == [.reviewedAgain, .reviewedAgain, .withdrawn])
    }

    @Test func `an approved version found sound stays approved since it was`() throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        let number = try TrialFolder.file("text", in: store)
        func accept(from status: VersionStatus) throws {
            let review = QualityReview(document: number, version: 1, outcome: .accepted, from: status)
            try store.record([.qualityReviewed(review)], in: TrialFolder.study, by: .test)
        }
        try accept(from: .filed)
        let approved = try store.document(number, in: TrialFolder.study)
        trial.clock.advance(seconds: 86_400)
        try accept(from: .approved)
        #expect(try store.document(number, in: TrialFolder.study) == approved)
    }

    @Test func `numbers are given once, and what is closed stays closed`() throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        let study = TrialFolder.study
        let raised = JournalEvent.oversight(
            .issueRaised(IssueStatement(number: IssueNumber(1), text: "x", severity: .minor)))
        let answered = JournalEvent.oversight(.issueAnswered(IssueNumber(1), nil, text: "y", capa: nil))
        let closed = JournalEvent.oversight(.issueClosed(IssueNumber(1), nil, capa: nil))
        let drawn = JournalEvent.oversight(
            .sampleDrawn(
                QualityDraw(
                    number: 1, seed: 1, percent: 1, population: .filed, place: nil, size: 1, digest: .zero,
                    weighting: 1, through: 1, drawn: [])))
        for event in [answered, closed] {
            #expect(throws: StoreError.self) { try store.record([event], in: study, by: .test) }
        }
        try store.record([raised, answered, answered, closed, drawn], in: study, by: .test)
        for event in [raised, answered, closed, drawn] {
            #expect(throws: StoreError.self) { try store.record([event], in: study, by: .test) }
        }
        let oversight = try store.oversight(of: study)
        #expect(oversight.issues.map(\.answers.count) == [2])
        #expect(oversight.samples.count == 1)
    }

    @Test func `a past day knows the locks and issues of that day`() throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        let day = trial.clock.now().day
        let seq = try #require(try store.head(of: TrialFolder.study)).seq
        try store.record(
            [.oversight(.placeLocked(Locking(scope: .trial, gate: "close-out", judged: seq)))], in: TrialFolder.study,
            by: .test)
        trial.clock.advance(seconds: 86_400)
        try store.record([.oversight(.placeUnlocked(.trial))], in: TrialFolder.study, by: .test)

        #expect(try store.snapshot(of: TrialFolder.study, asOf: day).oversight.locks.count == 1)
        #expect(try store.snapshot(of: TrialFolder.study).oversight.locks == [])
    }
}
