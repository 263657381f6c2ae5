import TMFModel
import TMFReview
import Testing

/// A small study written out, each figure counted by hand and explained beside it.
@Suite struct HandComputedTests {
    /// Two countries. Site 101 is open, 102 was closed, 103 never opened; FRA has no site.
    private let study = Study(
        id: "H-1", traits: ["blinded"],
        organizations: [
            .init(id: "lab-1", name: "L1", kind: "laboratory"), .init(id: "lab-2", name: "L2", kind: "laboratory"),
        ],
        milestones: [
            .init(milestone: "02", planned: day("2024-01-01"), actual: day("2024-01-20")),
            // Planned for a day that has passed: the plan has moved on.
            .init(milestone: "08", planned: day("2026-01-31")),
        ],
        countries: [
            .init(
                code: country("DEU"),
                sites: [
                    .init(
                        id: "101", activated: day("2024-03-01"),
                        people: [
                            .init(id: "p-1", name: "A", role: "principal-investigator", from: day("2024-02-01")),
                            .init(id: "p-2", name: "B", role: "sub-investigator", from: day("2026-06-01")),
                            // The same person in a second role.
                            .init(id: "p-1", name: "A", role: "sub-investigator", from: day("2024-02-01")),
                        ]),
                    .init(
                        id: "102", activated: day("2024-03-01"), closed: day("2025-06-30"),
                        people: [.init(id: "p-1", name: "A", role: "principal-investigator")]),
                    .init(id: "103", people: [.init(id: "p-3", name: "C", role: "principal-investigator")]),
                ], languages: ["de", "tr"]),
            .init(code: country("FRA"), languages: ["fr"]),
        ])

    /// The protocol: 1.0 of 2024-01-01, 2.0 of 2025-01-01, 3 of 2026-01-01.
    private let documents = [
        protocolDocument(1), document(2, plan),
        // In force until 2025-12-31, and followed by nothing.
        document(3, insurance, "DEU", language: "de", versions: [version(expires: "2025-12-31", text: "3")]),
        document(4, insurance, "FRA", language: "fr"),
        document(5, resume, "DEU/101", person: "p-1"),
        document(
            6, log, "DEU/101", versions: [version(label: "1.0", text: "6"), version(2, label: "2.0", text: "6b")]),
        document(7, certificate, "DEU", organization: "lab-1"), document(8, certificate, organization: "lab-1"),
        document(9, list, versions: [version(status: .filed)]),
    ]

    /// One case: a rule, and its slots expected, due, complete on the day.
    struct Case: Sendable, CustomTestStringConvertible {
        let title: String
        let artifact: ArtifactNumber
        let level: Level
        let texts: [ExpectationRule.Field: String]
        let expected: Int
        let due: Int
        let complete: Int
        var day = today

        var testDescription: String { title }
    }

    static let cases = [
        // The trial, by its actual date.
        Case(title: "once", artifact: plan, level: .trial, texts: [.due: "02+0"], expected: 1, due: 1, complete: 1),
        // Milestone 08 was planned for January and has not happened.
        Case(title: "moved on", artifact: plan, level: .trial, texts: [.due: "08+0"], expected: 1, due: 0, complete: 0),
        // A month earlier the plan still lay ahead, 30 days before it not: 2026-01-01.
        Case(
            title: "planned", artifact: plan, level: .trial, texts: [.due: "08-30"], expected: 1, due: 1, complete: 1,
            day: day("2026-01-15")),
        // Filed, not approved.
        Case(
            title: "unapproved", artifact: list, level: .trial, texts: [.due: "02+0"], expected: 1, due: 1, complete: 0),
        Case(
            title: "two of them", artifact: plan, level: .trial, texts: [.due: "02+0", .count: "2+"], expected: 1,
            due: 1, complete: 0),
        // DEU's has lapsed, FRA's holds.
        Case(
            title: "per country", artifact: insurance, level: .country, texts: [.due: "02+0"], expected: 2, due: 2,
            complete: 1),
        Case(
            title: "per country, before it lapsed", artifact: insurance, level: .country, texts: [.due: "02+0"],
            expected: 2, due: 2, complete: 2, day: day("2025-12-31")),
        // DEU: the first is complete, its renewal of 2025-12-31 is not. FRA: one that does not lapse.
        Case(
            title: "per renewal", artifact: insurance, level: .country, texts: [.due: "02+0", .subject: "renewal"],
            expected: 3, due: 3, complete: 2),
        // de lapsed, tr missing, fr complete.
        Case(
            title: "per language", artifact: insurance, level: .country, texts: [.due: "02+0", .subject: "language"],
            expected: 3, due: 3, complete: 1),
        // Only FRA.
        Case(
            title: "one country", artifact: insurance, level: .country, texts: [.due: "02+0", .countries: "FRA"],
            expected: 1, due: 1, complete: 1),
        // p-1 at 101 and 102, p-3 at 103, which is not open: not due. Only 101 has one.
        Case(
            title: "per person", artifact: resume, level: .site,
            texts: [.due: "03+0", .subject: "person:principal-investigator"], expected: 3, due: 2, complete: 1),
        // The one at 101 serves 102.
        Case(
            title: "shared", artifact: resume, level: .site,
            texts: [.due: "03+0", .subject: "person:principal-investigator", .shared: "anywhere"], expected: 3, due: 2,
            complete: 2),
        // 101: p-1 once for two roles, and p-2, who comes in June: not due. 102: p-1. 103: p-3, not due.
        Case(
            title: "two roles", artifact: resume, level: .site,
            texts: [.due: "03+0", .subject: "person:principal-investigator|sub-investigator"], expected: 4, due: 2,
            complete: 1),
        // lab-1 has two, lab-2 none.
        Case(
            title: "per laboratory", artifact: certificate, level: .trial,
            texts: [.due: "02+0", .subject: "organization:laboratory"], expected: 2, due: 2, complete: 1),
        // 101: 1.0, 2.0 and 3, of which the first two are there. 102, closed in June 2025: 1.0 and 2.0. 103: 3, not due.
        Case(
            title: "per protocol version", artifact: log, level: .site, texts: [.due: "03+0", .subject: "version"],
            expected: 6, due: 5, complete: 2),
        // 101 and 102 only.
        Case(
            title: "opened sites", artifact: log, level: .site, texts: [.due: "03+0", .when: "status:activated"],
            expected: 2, due: 2, complete: 1),
        // 102: 30 days after it was closed.
        Case(
            title: "after closing", artifact: log, level: .site, texts: [.due: "closed+30"], expected: 3, due: 1,
            complete: 0),
        Case(
            title: "no such trait", artifact: log, level: .site, texts: [.due: "03+0", .when: "trait:device"],
            expected: 0, due: 0, complete: 0),
        Case(
            title: "may be filed", artifact: log, level: .site, texts: [.due: "03+0", .expect: "no"], expected: 0,
            due: 0, complete: 0),
        Case(title: "no date", artifact: log, level: .site, texts: [:], expected: 3, due: 0, complete: 0),
    ]

    @Test(arguments: cases) func `a rule counted by hand`(_ hand: Case) throws {
        let rule = try written("rule", hand.artifact, hand.level, hand.texts)
        let tally = binder(documents, rules: [rule], study: study, asOf: hand.day).tally

        #expect(tally.expected == hand.expected)
        #expect(tally.due == hand.due)
        #expect(tally.complete == hand.complete)
    }

    @Test func `all of them together are their sum`() throws {
        let today = Self.cases.filter { $0.day == TMFReviewTests.today }
        let rules = try today.enumerated().map { try written("rule-\($0)", $1.artifact, $1.level, $1.texts) }
        let report = StatusReport(binder: binder(documents, rules: rules, study: study))

        // Without the two cases of another day: 1+1+1+1 trial, 2+3+3+1 country, 3+3+4 person, 2 laboratory, 6+2+3+3 site.
        #expect(report.completeness.expected == 39)
        #expect(report.completeness.due == 28)
        #expect(report.completeness.complete == 14)
    }
}
