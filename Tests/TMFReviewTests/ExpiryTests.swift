import TMFModel
import TMFReview
import Testing

@Suite struct ExpiryTests {
    @Test func `what has lapsed longest comes first, and the window's last day is in it`() {
        let binder = binder([
            document(1, plan, versions: [version(expires: "2026-04-30")]),
            document(2, plan, versions: [version(expires: "2026-03-31")]),
            document(3, plan, versions: [version(expires: "2026-03-30")]),
            document(4, plan, versions: [version(expires: "2026-05-01")]),
            document(5, plan, versions: [version(status: .draft, expires: "2026-03-30")]),
            document(6, plan, isWithdrawn: true, versions: [version(expires: "2026-03-30")]),
        ])

        let records = binder.expiring(within: 30)
        #expect(records.map(\.document.value) == [3, 2, 1])
        #expect(records.map(\.daysLeft) == [-1, 0, 30])
    }

    @Test func `months count from the document date`() {
        var dated = version(dated: "2024-01-31")
        dated.facts.expiryRule = .months(25)

        let records = binder([document(1, plan, versions: [dated])]).expiring(within: 0)
        #expect(records.map(\.expires) == [day("2026-02-28")])
        #expect(records.map(\.rule) == [.months(25)])
    }

    @Test func `a superseding document closes its predecessor, if it is in force`() {
        func records(_ status: VersionStatus) -> [ExpiringRecord] {
            binder(
                [
                    document(1, insurance, "DEU", versions: [version(expires: "2026-03-30")]),
                    document(2, insurance, "DEU", versions: [version(status: status, text: "renewed")]),
                ],
                links: [.init(document: DocumentNumber(2), relation: .supersedes, target: DocumentNumber(1))]
            ).expiring(within: 0)
        }

        #expect(records(.approved).isEmpty)
        #expect(records(.filed).map(\.document.value) == [1])
    }

    @Test func `only the last of a line of renewals is reported`() {
        let certificates = [("2022-01-01", "2023-12-31"), ("2024-01-01", "2025-12-31"), ("2021-01-01", "2021-12-31")]
        let documents = certificates.enumerated().map { place, dates in
            record(place + 1, cv, "DEU/101", dates.0, person: "p-1", expires: dates.1)
        }

        #expect(file(documents).expiring(within: 0).map(\.document.value) == [2])
        let renewed = documents + [record(4, cv, "DEU/101", "2026-01-10", person: "p-1", expires: "2027-12-31")]
        #expect(file(renewed).expiring(within: 0) == [])
        // A translation, and somebody else's, renew nothing.
        let others = [
            record(5, cv, "DEU/101", "2026-01-10", person: "p-2", expires: "2027-12-31"),
            record(6, cv, "DEU/101", "2026-01-10", person: "p-1", translationOf: "D-000002", expires: "2027-12-31"),
        ]
        #expect(file(documents + others).expiring(within: 0).map(\.document.value) == [2])
    }

    @Test func `a later record about a place renews where one record stands for the place`() {
        func records(_ artifact: ArtifactNumber) -> [Int32] {
            file([
                record(1, artifact, "DEU", "2024-01-01", expires: "2025-12-31"),
                record(2, artifact, "DEU", "2026-01-01", expires: "2026-12-31"),
            ]).expiring(within: 0).map(\.document.value)
        }

        #expect(records(cover) == [])
        #expect(records(accreditation) == [1])
    }

    @Test func `what nobody needs any more does not lapse`() {
        func records(leaving: String?) -> [Int32] {
            let person = Study.Person(
                id: "p-1", name: "Somebody", role: "sub-investigator", to: leaving.map(day))
            return file(
                [record(1, cv, "DEU/101", "2024-01-01", person: "p-1", expires: "2026-01-31")],
                study: trial(people: [person])
            ).expiring(within: 0).map(\.document.value)
        }

        #expect(records(leaving: nil) == [1])
        #expect(records(leaving: "2026-03-31") == [1])
        #expect(records(leaving: "2026-03-30") == [])
    }

    /// Days left, and the step in which a reminder is sent.
    @Test(arguments: [
        (-1, "expired"), (0, "0-30"), (30, "0-30"), (31, "31-60"), (60, "31-60"), (61, "61-90"), (90, "61-90"),
        (91, "91-120"), (120, "91-120"), (121, "121+"),
    ])
    func `every day falls into one window`(daysLeft: Int, window: String) {
        #expect(ExpiryWindow(daysLeft: daysLeft).rawValue == window)
    }

    @Test func `the work list names what usually expires and does not say when`() {
        let documents = [
            record(1, cv, "DEU/101", "2024-01-01", person: "p-1"),
            record(2, cv, "DEU/101", "2025-01-01", person: "p-1"),
            record(3, cv, "DEU/101", nil, person: "p-2", rule: .months(24)),
            record(4, cv, "DEU/101", "2024-01-01", person: "p-3", rule: .untilReplaced),
            record(5, cv, "DEU/101", "2024-01-01", person: "p-4", expires: "2027-01-01"),
            record(6, cv, "DEU/101", "2024-01-01", person: "p-5", status: .draft),
            record(7, qualification, "DEU/101", "2024-01-01", subArtifact: "Something else", person: "p-5"),
            record(8, agreement, "DEU/101", "2024-01-01"),
        ]

        // The first has been renewed by the second.
        #expect(file(documents).withoutExpiry.map(\.number.value) == [2, 3])
    }
}
