import TMFModel
import Testing

@testable import TMFReview

@Suite struct QualityTests {
    @Test func `a version waits until it, or a later one, is accepted`() {
        let waiting = document(1, plan, versions: [version(status: .filed), version(2, status: .filed, text: "2")])
        let overtaken = document(2, plan, versions: [version(status: .filed), version(2, text: "2")])
        let newer = document(3, plan, versions: [version(), version(2, status: .filed, text: "2")])
        let gone = document(4, plan, isWithdrawn: true, versions: [version(status: .filed)])
        let elsewhere = document(5, plan, versions: [version(status: .filed, url: "https://example.org")])
        let back = document(6, plan, versions: [version(status: .returned)])

        #expect(waiting.awaitingReview.map(\.ordinal) == [1, 2])
        #expect(overtaken.awaitingReview == [])
        #expect(newer.awaitingReview.map(\.ordinal) == [2])
        #expect(gone.awaitingReview == [] && elsewhere.awaitingReview == [] && back.awaitingReview == [])
    }

    @Test func `the queue shows age and risk, the heaviest first`() {
        let plain = document(1, log, "DEU/101", versions: [version(status: .filed, filed: "2026-03-01")])
        let older = document(2, log, "DEU/101", versions: [version(status: .filed, dated: nil, filed: "2026-01-01")])
        let heavy = document(
            3, list, "DEU/101", isRestricted: true, versions: [version(status: .filed, filed: "2026-03-21")])
        let queue = binder(
            [plain, older, heavy],
            oversight: Oversight(returns: (1...5).map { returned(3, round: $0, on: "2026-01-01") })
        ).qualityQueue

        #expect(queue.map(\.document.number.value) == [3, 1, 2])
        #expect(queue.map(\.days) == [10, 30, 89])
        // 2 for all; a core artifact 2, restricted 4, three of five returns 9, late 2.
        #expect(queue.map(\.risk.weight) == [19, 4, 2])
        #expect(queue[0].risk.inWords == "core, restricted, returned × 3, late")
        #expect(queue[2].risk.inWords == "")
    }

    @Test func `the generator is SplitMix64 as published`() {
        var generator = SplitMix64(seed: 1_234_567)
        #expect(
            (0..<5).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `one draw after the other takes each once, and weight decides how soon`() {
        var first = [0, 0, 0]
        for seed in 0..<3_000 {
            var draw = WeightedDraw(weights: [1, 2, 6], seed: seed)
            let order = (0..<4).map { _ in draw.next() }
            #expect(Set(order.compactMap { $0 }) == [0, 1, 2])
            #expect(order[3] == nil)
            if let place = order[0] { first[place] += 1 }
        }
        // 1/9, 2/9 and 6/9 of 3,000, within what chance allows.
        #expect((270...400).contains(first[0]) && (590...750).contains(first[1]) && (1_900...2_100).contains(first[2]))
        var empty = WeightedDraw(weights: [], seed: 1)
        #expect(empty.next() == nil)
    }

    @Test func `the same seed and population give the same sample, whatever the day`() throws {
        let documents = (1...50).map { number in
            document(number, number % 2 == 0 ? plan : log, number % 2 == 0 ? "trial" : "DEU/101")
        }
        let drawing = try SampleDrawing(seed: 7, percent: 20)
        let draw = drawing.draw(from: binder(documents), number: 1)
        let later = drawing.draw(from: binder(documents, asOf: day("2030-01-01")), number: 1)
        let others = try SampleDrawing(seed: 8, percent: 20).draw(from: binder(documents), number: 1)
        let changed = drawing.draw(from: binder(Array(documents.dropLast())), number: 1)

        #expect(draw == later)
        #expect(draw.size == 50 && draw.drawn.count == 10 && Set(draw.drawn).count == 10)
        #expect(draw.drawn != others.drawn && draw.digest == others.digest)
        #expect(changed.digest != draw.digest)
        // Written down once: a sample drawn today must come out the same in 25 years.
        #expect(draw.drawn.map(\.document.value) == [30, 29, 7, 27, 20, 38, 13, 28, 50, 2])
        #expect(draw.digest.description == "a8c64532dba9c2f0fe33950e499b9928c9194ab7e25f693c8cb2bd30877b81e1")
    }

    @Test func `percentages are rounded up, and populations and places are kept to`() throws {
        let documents = [
            document(1, plan), document(2, log, "DEU/101", versions: [version(status: .filed)]),
            document(3, log, "DEU/101", versions: [version(status: .draft)]),
            document(4, plan, versions: [version(url: "https://example.org")]), document(5, plan, isWithdrawn: true),
            document(6, log, "DEU/101", versions: [version(), version(2, status: .filed, text: "2")]),
        ]
        func drawn(_ percent: Int, _ population: QualityDraw.Population, _ place: Scope? = nil) throws -> [String] {
            try SampleDrawing(seed: 1, percent: percent, population: population, place: place)
                .draw(from: binder(documents), number: 1).drawn.map(\.description).sorted()
        }

        #expect(try drawn(100, .filed) == ["D-000001/1", "D-000002/1", "D-000006/1"])
        #expect(try drawn(100, .approved) == ["D-000001/1", "D-000006/1"])
        #expect(try drawn(100, .waiting) == ["D-000002/1", "D-000006/2"])
        #expect(try drawn(100, .filed, scope("DEU")) == ["D-000002/1", "D-000006/1"])
        #expect(try drawn(1, .filed).count == 1)
        #expect(try drawn(34, .filed).count == 2)
        #expect(try SampleDrawing(seed: 1, percent: 50).draw(from: binder(), number: 1).drawn == [])
        #expect(throws: FactError.self) { try SampleDrawing(seed: 1, percent: 0) }
        #expect(throws: FactError.self) { try SampleDrawing(seed: 1, percent: 101) }
        #expect(throws: FactError.self) { try SampleDrawing(seed: -1, percent: 1) }
    }

    /// Three documents: one accepted at once, one in its third round after 10 and 4 days, one back for 21 days.
    @Test func `the report counts first passes, rounds, reasons and days of rework`() throws {
        let report = QualityReport(
            binder: binder(
                [
                    document(1, plan, versions: [version(review: .accepted)]),
                    document(
                        2, log, "DEU/101",
                        versions: [
                            version(status: .returned, review: .returned), version(2, text: "2", review: .returned),
                        ]),
                    document(3, log, "DEU/101", versions: [version(status: .returned, review: .returned)]),
                    document(4, log, "DEU/101", versions: [version(status: .filed, filed: "2026-03-21")]),
                ],
                oversight: Oversight(returns: [
                    returned(2, round: 1, on: "2026-02-01", answered: "2026-02-11"),
                    returned(
                        2, version: 2, round: 2, code: "illegible", on: "2026-02-12", answered: "2026-02-16",
                        by: .reviewedAgain),
                    returned(3, code: nil, on: "2026-03-10"),
                ])))

        #expect(report.total.reviewed == 4)
        #expect(report.total.acceptedFirstTime == 1)
        #expect(report.total.returns == 3 && report.total.unanswered == 1)
        #expect(report.total.reworkDays == 14 && report.total.meanReworkDays == 7)
        #expect(report.rounds == [1: 1, 3: 1])
        #expect(report.waiting == 1 && report.oldestDays == 10)
        #expect(report.reworks.map(\.days) == [21, 10, 4])
        #expect(report.reasons.map(\.code) == [nil, "illegible", "incomplete"])
        #expect(report.artifacts.map(\.key) == ["01.01.01", "05.03.01"])
        #expect(report.artifacts[1].figures.reviewed == 3 && report.artifacts[1].figures.acceptedFirstTime == 0)
        #expect(report.contributors.map(\.key) == ["someone"])
        #expect(report.json["first_pass_percent"] == 25)
        #expect(report.json["mean_rework_days"] == 7)
    }

    @Test func `an issue weighs more when it is overdue, and tells its story`() throws {
        let issues = [
            issue(1, .minor), issue(2, .minor, due: "2026-03-30"), issue(3, due: "2026-03-31", owner: "Dr Who"),
            issue(4, due: "2026-03-01"), issue(5, .critical, document: 1),
        ]
        let findings = binder([document(1, plan)], oversight: Oversight(issues: issues)).findings
            .filter { $0.rule == "open-quality-issue" }
        func severity(_ number: String) -> FindingSeverity? {
            findings.first { $0.message.hasPrefix(number) }?.severity
        }

        #expect(severity("Q-0001") == .notice && severity("Q-0002") == .warning && severity("Q-0003") == .warning)
        #expect(severity("Q-0004") == .error && severity("Q-0005") == .error)
        #expect(
            findings.first { $0.message.hasPrefix("Q-0004") }?.message
                == "Q-0004 (major) is open since 2026-01-10, and was due on 2026-03-01, 30 days ago.")
        #expect(
            findings.first { $0.message.hasPrefix("Q-0003") }?.explanation == [
                "Raised by someone on 2026-01-10: Something is not right.", "To be answered by Dr Who.",
            ])
        #expect(findings.first { $0.message.hasPrefix("Q-0005") }?.document == DocumentNumber(1))
    }

    @Test func `codes are unique, and every one says what it means`() {
        let all = QualityReasonCode.all
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(all.allSatisfy { $0.meaning.hasSuffix(".") && !$0.title.isEmpty })
        #expect(all.filter(\.needsText).map(\.code) == [QualityReasonCode.other])
    }
}
