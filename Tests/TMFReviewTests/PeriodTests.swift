import TMFModel
import Testing

@testable import TMFReview

@Suite struct PeriodTests {
    private func period(_ first: String?, _ last: String?) -> Period {
        Period(first: first.map(day), last: last.map(day))
    }

    @Test func `periods that touch or overlap are one`() {
        let merged = Period.merged([
            period("2025-03-01", "2025-03-31"), period("2025-01-01", "2025-01-31"), period("2025-02-01", "2025-02-10"),
            period("2025-02-05", "2025-02-27"), period("2026-01-01", nil), period("2026-06-01", "2026-06-30"),
        ])

        #expect(
            merged == [
                period("2025-01-01", "2025-02-27"), period("2025-03-01", "2025-03-31"), period("2026-01-01", nil),
            ])
    }

    @Test func `a period that ends before it begins holds no day`() {
        #expect(Period.merged([period("2025-02-01", "2025-01-01")]) == [])
        #expect(!period("2025-02-01", "2025-01-01").contains(day("2025-01-15")))
    }

    @Test func `what is left has its first and its last day`() {
        func left(_ held: Period...) -> [String] {
            Period.days(from: day("2025-01-01"), to: day("2025-12-31"), without: held).map(\.inWords)
        }

        #expect(left() == ["2025-01-01 to 2025-12-31"])
        #expect(left(period(nil, nil)) == [])
        #expect(left(period("2025-01-01", "2025-12-31")) == [])
        #expect(left(period("2025-01-02", "2025-12-30")) == ["on 2025-01-01", "on 2025-12-31"])
        #expect(left(period(nil, "2025-01-31"), period("2025-02-02", nil)) == ["on 2025-02-01"])
        #expect(left(period("2024-01-01", "2024-12-31"), period("2026-01-01", nil)) == ["2025-01-01 to 2025-12-31"])
    }
}
