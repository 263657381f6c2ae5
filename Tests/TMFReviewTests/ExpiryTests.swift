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
}
