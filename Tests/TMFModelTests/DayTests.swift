import TMFModel
import TMFTestSupport
import Testing

@Suite struct DayTests {
    @Test(arguments: ["0001-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "2026-12-31", "9999-12-31"])
    func `a day reads back as it was written`(text: String) throws {
        #expect(try #require(Day(text)).description == text)
    }

    @Test(arguments: [
        "", "2026-1-05", "2026-01-5", "2026/01/05", "26-01-05", "2026-00-10", "2026-13-01", "2026-01-00", "2026-02-29",
        "1900-02-29", "2026-02-31", "2026-04-31", "0000-01-01", "2026-01-05 ", " 2026-01-05", "2026-01-05T00:00",
        "+026-01-05", "2026-+1-05", "2026-01-+1", "-026-01-05", "٢٠٢٦-٠١-٠٥", "２０２６-01-05", "2026-01-0\u{0665}",
        "10000-01-01",
    ])
    func `anything but an existing day is refused`(text: String) { #expect(Day(text) == nil) }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-03-31", 20_543), ("1600-01-01", -135_140),
        ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func `days are counted from 1970`(text: String, count: Int) throws {
        #expect(Int(try #require(Day(text)).daysSince1970) == count)
        #expect(Day(daysSince1970: count).description == text)
    }

    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-03-31", -1, "2024-02-29"), ("2024-11-30", 3, "2025-02-28"), ("2024-06-15", 24, "2026-06-15"),
        ("2024-01-15", -1, "2023-12-15"), ("2024-12-31", 0, "2024-12-31"),
    ])
    func `a month later is the same day of the month or the month's last`(from: String, months: Int, to: String) throws
    {
        #expect(try #require(Day(from)).adding(months: months).description == to)
    }

    @Test func `every day of four centuries follows the one before`() throws {
        var day = try #require(Day("1999-12-31"))
        var before = day.components
        for _ in 0..<146_097 {
            day = day.adding(days: 1)
            let now = day.components
            let isNext =
                now == (before.year, before.month, before.day + 1) || now == (before.year, before.month + 1, 1)
                || now == (before.year + 1, 1, 1)
            guard isNext, Day(year: now.year, month: now.month, day: now.day) == day else {
                Issue.record("\(day) after \(before)")
                return
            }
            before = now
        }
        #expect(day.description == "2399-12-31")
    }

    @Test func `counting beyond the calendar stops at its ends`() throws {
        let day = try #require(Day("2026-03-31"))
        #expect(day.adding(days: .max).description == "9999-12-31")
        #expect(day.adding(days: .min).description == "0001-01-01")
        #expect(day.adding(months: .max).description == "9999-12-31")
        #expect(day.adding(months: .min).description == "0001-01-01")
        #expect(try #require(Day("9999-06-01")).adding(months: 12).description == "9999-12-31")
    }

    @Test func `days are told apart and spelled out`() throws {
        let day = try #require(Day("2026-01-05"))
        let later = try #require(Day("2026-03-31"))
        #expect(later.days(since: day) == 85)
        #expect(day.days(since: later) == -85)
        #expect(day < later)
        #expect(day.spelledOut == "05-Jan-2026")
    }
}

@Suite struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00.000Z", Int64(0)), ("2026-03-31T12:34:56.789Z", 1_774_960_496_789),
        ("1969-12-31T23:59:59.999Z", -1), ("2000-02-29T23:59:59.000Z", 951_868_799_000),
    ])
    func `an instant reads back as it was written`(text: String, milliseconds: Int64) throws {
        #expect(try #require(Instant(text)).milliseconds == milliseconds)
        #expect(Instant(milliseconds: milliseconds).description == text)
    }

    @Test(arguments: [
        "", "2026-03-31", "2026-03-31T12:34:56Z", "2026-03-31T12:34:56.789", "2026-03-31T24:00:00.000Z",
        "2026-03-31T12:60:00.000Z", "2026-03-31T12:00:60.000Z", "2026-02-30T12:00:00.000Z", "2026-03-31 12:34:56.789Z",
        "2026-03-31T12:34:56.789z", "2026-03-31T+1:34:56.789Z", "2026-03-31T12:34:56,789Z",
    ])
    func `any other form is refused`(text: String) { #expect(Instant(text) == nil) }

    @Test func `a day begins and ends in UTC, before 1970 too`() throws {
        for text in ["1969-12-31", "1970-01-01", "2026-03-31"] {
            let day = try #require(Day(text))
            #expect(Instant(startOf: day).description == "\(text)T00:00:00.000Z")
            #expect(Instant(endOf: day).description == "\(text)T23:59:59.999Z")
            #expect(Instant(startOf: day).day == day)
            #expect(Instant(endOf: day).day == day)
        }
        #expect(Instant(milliseconds: -1).seconds == -1)
        #expect(Instant(milliseconds: 1_999).seconds == 1)
        #expect(Instant(milliseconds: 0).spelledOut == "01-Jan-1970 00:00 UTC")
    }
}
