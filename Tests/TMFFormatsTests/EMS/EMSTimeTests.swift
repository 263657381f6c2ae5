import TMFFormats
import TMFModel
import Testing

@Suite struct EMSTimeTests {
    @Test func `a day is written in capitals and read in any case`() throws {
        let day = try #require(Day("2019-01-20"))
        #expect(EMSTime.text(of: day) == "20-JAN-2019")
        #expect(EMSTime.day("20-JAN-2019") == day)
        #expect(EMSTime.day("20-Jan-2019") == day)
    }

    @Test(arguments: ["99-XXX-0000", "31-FEB-2020", "1-JAN-2020", "2020-01-01", "", "20-JAN-19"])
    func `a day that no calendar has is none`(text: String) { #expect(EMSTime.day(text) == nil) }

    @Test func `a time is sound with an offset only`() {
        for text in ["2016-04-13T14:00:25+00:00", "2016-04-13T14:00:25Z", "2016-04-13T14:00:25.123-05:30"] {
            #expect(EMSTime.stamp(text) == .sound, "\(text)")
        }
        #expect(EMSTime.stamp("2016-04-13T14:00:25") == .withoutOffset)
        for text in ["2016-04-13", "2016-04-13T25:00:00Z", "2016-02-30T00:00:00Z", "2016-04-13T14:00:25+15:00", "x"] {
            #expect(EMSTime.stamp(text) == .none, "\(text)")
        }
    }
}
