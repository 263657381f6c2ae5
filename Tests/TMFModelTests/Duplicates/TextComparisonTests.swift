import TMFModel
import TMFTestSupport
import Testing

/// What makes two texts one, and what does not.
@Suite struct TextComparisonTests {
    private static let body = """
        The monitor compared the source documents of the site with the entries in the case report forms and found that the \
        informed consent of every participant was signed before the first visit. The investigator confirmed that the \
        delegation log names all who work on the trial and that training records are kept in the site file. Temperature \
        records of the storage room were complete and no excursion was seen since the last visit to this hospital.
        """
    private static let letter = "Version 2.0 of 05-Jan-2024\nDear Dr Anna Becker,\n\(body)\nSite 101, subject 1044"

    private func compare(_ one: String, _ two: String, recognized: Bool = false) -> TextComparison {
        TextComparison(
            ComparedText(ExtractedText(pages: [one])),
            ComparedText(ExtractedText(pages: [two], recognized: recognized ? [1] : [])))
    }

    @Test func `other breaks of lines, hyphens, quotation marks and ligatures are no difference`() throws {
        let again = Self.letter.replacing(" investigator", with: " investi-\ngator").replacing(
            "confirmed", with: "con\u{FB01}rmed"
        )
        .replacing("site file", with: "“site” file").replacing(". ", with: ".\n\n")
        #expect(compare(Self.letter, again).isSame)
        let one = try #require(TextSignature(folded: Folding.fold(Self.letter)))
        let two = try #require(TextSignature(folded: Folding.fold(again)))
        #expect(one == two)
    }

    @Test(arguments: [
        ("Version 2.0", "Version 3.0", "version label 2.0 / 3.0"),
        ("05-Jan-2024", "06-Feb-2024", "date 05-Jan-2024 / 06-Feb-2024"),
        ("Anna Becker", "Peter Hofer", "Anna Becker, / Peter Hofer,"), ("Site 101", "Site 102", "number 101, / 102,"),
        ("subject 1044", "subject 1045", "number 1044 / 1045"),
        ("was signed before", "was not signed before", "only in one: not"),
    ])
    func `another label, date, name, site or subject makes two records`(was: String, now: String, told: String) {
        let comparison = compare(Self.letter, Self.letter.replacing(was, with: now))
        #expect(!comparison.isSame)
        #expect(comparison.share >= 950)
        #expect(comparison.differences == [told])
    }

    @Test func `the same differences count in a text that was recognized`() {
        for (was, now) in [("2.0 of", "4.0 of"), ("Anna Becker", "Peter Hofer"), ("101", "102"), ("Jan", "Feb")] {
            let read = Self.letter.replacing("monitor", with: "rnonitor").replacing("source", with: "sourcc")
                .replacing("training", with: "tra ining").replacing(was, with: now)
            #expect(!compare(Self.letter, read, recognized: true).isSame, "\(was)")
        }
    }

    @Test(arguments: [true, false])
    func `misread letters are no difference, whether or not it is known that they were read`(recognized: Bool) {
        let read = Self.letter.replacing("monitor", with: "rnonitor").replacing("source", with: "sourcc")
            .replacing("training", with: "tra ining").replacing("excursion", with: "cxcurslon")
            .replacing("participant", with: "partic1pant").replacing("101", with: "1O1")
        let comparison = compare(Self.letter, read, recognized: recognized)
        #expect(comparison.isSame, "\(comparison.differences)")
        #expect(comparison.misread >= 5)
    }

    @Test func `one small difference alone is no misreading`() {
        #expect(!compare(Self.letter, Self.letter.replacing("Becker", with: "Beckers")).isSame)
        #expect(!compare(Self.letter, Self.letter.replacing("Anna", with: "Anne")).isSame)
    }

    @Test func `a word of the same strokes is a misreading where both texts know the word, though it is the only one`()
    {
        // "the" and "and" are at home in both; a name is not.
        for (was, now) in [(" and found", " arid found"), ("of the site", "of tbe site")] {
            let comparison = compare(Self.letter, Self.letter.replacing(was, with: now))
            #expect(comparison.isSame, "\(comparison.differences)")
            #expect(comparison.misread == 1)
        }
        let letter = Self.letter.replacing("Becker", with: "Hauer")
        #expect(!compare(letter, letter.replacing("Hauer", with: "Bauer")).isSame)
        let twice = letter + "\nSigned: Dr Hauer, with Dr Hauer"
        #expect(!compare(twice, twice.replacing("Hauer", with: "Bauer")).isSame)
        #expect(!compare(letter + " 11 and 11 and 11", letter + " 11 and u and 11").isSame)
    }

    @Test func `a dropped word beside a misread one is not taken for one broken word`() {
        let read = Self.letter.replacing("monitor", with: "rnonitor").replacing("source", with: "sourcc")
            .replacing("training", with: "tra ining").replacing("excursion was seen", with: "excurslon seen")
        let comparison = compare(Self.letter, read)
        #expect(comparison.isSame, "\(comparison.differences)")
    }

    @Test func `a stamp at the edge of a page is no difference, a mark of another state is`() {
        #expect(compare(Self.letter, "Received 12-Mar-2024 eTMF 81234\n" + Self.letter).isSame)
        #expect(compare(Self.letter, Self.letter + "\nScanned by the archive").isSame)
        #expect(!compare(Self.letter, "DRAFT\n" + Self.letter).isSame)
        #expect(!compare("Site 7\n" + Self.letter, Self.letter + "\nSite 8").isSame)
    }

    @Test func `a passage that stands elsewhere is no difference`() {
        let lines = Self.body.split(separator: ". ").map(String.init)
        let moved = (lines.dropFirst() + lines.prefix(1)).joined(separator: ". ")
        #expect(compare(lines.joined(separator: ". "), moved).isSame)
    }

    @Test func `texts without words are nothing to compare`() {
        #expect(compare("", "").share == 0)
        #expect(TextSignature(folded: "too few words to be known again") == nil)
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `an edit is found as it was made, wherever it is`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = (0..<300).map { _ in "w\(Int.random(in: 0..<80, using: &generator))" }
        var other = words
        let place = Int.random(in: 20..<280, using: &generator)
        other[place] = "changed"
        let comparison = compare(words.joined(separator: " "), other.joined(separator: " "))
        #expect(comparison.differences == ["number \(words[place]) / changed"])
    }
}
