import TMFFormats
import TMFModel
import Testing

@Suite struct WrittenDateTests {
    @Test(arguments: [
        "2026-01-05", "05-Jan-2026", "05JAN2026", "5 January 2026", "Jan 5, 2026", "05.jan.2026", "20260105",
        "2026/01/05",
        "2026-01-05T10:11:12Z", "2026-01-05 00:00", "5-Jan-2026 09:30",
    ])
    func `a date that can mean one day only is read`(text: String) {
        #expect(WrittenDate().read(text) == Day("2026-01-05").map { .day($0) })
    }

    @Test(arguments: ["05/01/2026", "05.01.2026", "5-1-2026"])
    func `the order of day and month is declared, never guessed`(text: String) {
        guard case .none(let expected) = WrittenDate().read(text) else {
            return #expect(Bool(false), "\(text) was read")
        }
        #expect(expected.contains("--dates"))
        #expect(WrittenDate(order: .dayMonthYear).read(text) == Day("2026-01-05").map { .day($0) })
        #expect(WrittenDate(order: .monthDayYear).read(text) == Day("2026-05-01").map { .day($0) })
    }

    @Test(arguments: ["31/02/2026", "1/2/26", "2026-13-01", "32JAN2026", "05-Foo-2026", "soon", "2026-01-05x", "0000"])
    func `what is no date is refused`(text: String) {
        guard case .none = WrittenDate(order: .dayMonthYear).read(text) else {
            return #expect(Bool(false), "\(text) was read")
        }
    }

    @Test(arguments: [
        ("2024-03", 2024, 3), ("UN-MAR-2024", 2024, 3), ("UNK/Mar/2024", 2024, 3), ("Mar-2024", 2024, 3),
        ("03/2024", 2024, 3),
        ("2024-03-UN", 2024, 3), ("2024", 2024, nil), ("UN-UNK-2024", 2024, nil), ("UNK", nil, nil),
        ("un-unk-unk", nil, nil),
    ])
    func `a date with an open part stays as it is printed`(text: String, year: Int?, month: Int?) throws {
        guard case .partial(let partial) = WrittenDate().read(text) else {
            return #expect(Bool(false), "\(text) is not partial")
        }
        #expect(partial.printed == text)
        #expect(partial.year == year)
        #expect(partial.month == month)
    }

    @Test func `a month lasts from its first to its last day`() throws {
        let february = try #require(PartialDay("UN-FEB-2024"))
        #expect(february.earliest == Day("2024-02-01"))
        #expect(february.latest == Day("2024-02-29"))
        #expect(PartialDay("2024")?.latest == Day("2024-12-31"))
        #expect(PartialDay("UNK")?.earliest == nil)
    }
}
