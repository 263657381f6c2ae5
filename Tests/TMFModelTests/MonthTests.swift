import TMFModel
import Testing

@Suite struct MonthTests {
    @Test(arguments: [
        ("2024-02", "2024-02-29"), ("2023-02", "2023-02-28"), ("2025-12", "2025-12-31"), ("9999-12", "9999-12-31"),
        ("0001-01", "0001-01-31"),
    ])
    func `a month reads back and knows its last day`(text: String, last: String) throws {
        let month = try #require(Month(text))

        #expect(month.description == text)
        #expect(month.lastDay.description == last)
        #expect(Month(of: month.lastDay) == month)
    }

    @Test(arguments: ["", "2024", "2024-13", "2024-00", "2024-1", "2024-01-01", "0000-01"])
    func `anything else is refused`(text: String) { #expect(Month(text) == nil) }

    @Test func `December is followed by January`() throws {
        #expect(try #require(Month("2025-12")).next.description == "2026-01")
        #expect(try #require(Month("2025-12")) < (try #require(Month("2026-01"))))
    }
}
