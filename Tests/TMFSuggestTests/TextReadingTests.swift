import TMFModel
import Testing

@testable import TMFSuggest

@Suite struct TextReadingTests {
    private let reader: TextReader

    init() throws {
        reader = TextReader(study: PlacementFixture.study, model: try #require(PlacementFixture.model))
    }

    @Test(arguments: [
        (
            "en",
            "This is the record of the training that was given to the staff of the site, and it is signed by all of them "
                + "on the day on which they were trained in the protocol."
        ),
        (
            "de",
            "Dies ist der Nachweis der Schulung, die das Personal des Zentrums erhalten hat, und er ist von allen an dem Tag "
                + "zu unterschreiben, an dem sie in den Prüfplan eingewiesen werden."
        ),
        (
            "fr",
            "Ceci est le registre de la formation que le personnel du centre a suivie, et il est signé par tous le jour de la "
                + "formation au protocole pour les patients dans l’étude."
        ),
        ("", "Site 101"), ("", "101 102 103 104 abc def ghi jkl mno pqr stu vwx yz abc def ghi jkl mno pqr stu vwx"),
    ])
    func `a language is known by its little words`(language: String, text: String) {
        #expect(TextReading(text, reader: reader).language ?? "" == language)
    }

    @Test(arguments: [
        ("Date: 14 March 2025\nPrinted 2025-03-20", "2025-03-14"), ("Printed 2025-03-20", "2025-03-20"),
        ("2025-03-20 and more\n2025-03-21", ""), ("Date: 01.02.2025", ""),
    ])
    func `a date is taken if it is called one, or is the only one`(text: String, date: String) {
        #expect(TextReading(text, reader: reader).date?.description ?? "" == date)
    }

    @Test func `a bare number in a text is no site, and no version`() {
        let reading = TextReading("Room 101, floor 2.0\nand 05.02.04", reader: reader)
        #expect(reading.lines.allSatisfy { $0.site == nil && $0.number == nil })
        #expect(reading.versionLabel == nil)
    }

    @Test func `only the beginning of a text is read`() {
        let long = String(repeating: "word ", count: 2_000) + "\nVersion 3.0"
        #expect(TextReading(long, reader: reader).versionLabel == nil)
        #expect(TextReading(String(repeating: "\u{FFFD}é", count: 9_000), reader: reader).language == nil)
    }
}
