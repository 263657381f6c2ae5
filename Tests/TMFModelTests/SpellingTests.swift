import TMFModel
import TMFTestSupport
import Testing

/// Values that have one spelling in files, in the database and on the command line.
@Suite struct SpellingTests {
    @Test(arguments: ["01.01.01", "05.02.04", "99.99.99"])
    func `an artifact number reads back as it was written`(text: String) throws {
        #expect(try #require(ArtifactNumber(text)).description == text)
    }

    @Test(arguments: [
        "", "1.1.1", "01.01", "01.01.01.01", "aa.bb.cc", "01.01.+1", "00.01.01", "01.00.01", "01.01.00", "٠١.٠١.٠١",
        "01.01.01 ", " 01.01.01", "01,01,01", "001.01.01", "01..01",
    ])
    func `anything else is no artifact number`(text: String) { #expect(ArtifactNumber(text) == nil) }

    @Test func `artifact numbers are sorted by zone, section and artifact`() throws {
        let sorted = ["01.02.10", "02.01.01", "02.01.02", "10.01.01"]
        #expect(sorted.reversed().compactMap { ArtifactNumber($0) }.sorted().map(\.description) == sorted)
        #expect(ArtifactNumber.investigatorCV.sectionNumber == "05.02")
    }

    @Test(arguments: [
        ("D-000123", 123), ("d-7", 7), ("42", 42), ("D-1234567", 1_234_567), ("D-2147483647", 2_147_483_647),
    ])
    func `a document number is read with or without its letter`(text: String, value: Int32) throws {
        let number = try #require(DocumentNumber(text))
        #expect(number.value == value)
        #expect(DocumentNumber(number.description) == number)
    }

    @Test(arguments: [
        "", "D-", "D-0", "0", "-1", "+1", "D-+1", "D--1", "D1", "D-1 ", "D-٣", "D-2147483648",
        "D-9999999999999999999999",
    ])
    func `anything else is no document number`(text: String) { #expect(DocumentNumber(text) == nil) }

    @Test(arguments: ["trial", "DEU", "FRA/201", "DEU/A-7", "DEU/1/2"])
    func `a scope reads back as it was written`(text: String) throws {
        let scope = try #require(Scope(text))
        #expect(scope.description == text)
    }

    @Test(arguments: ["", "Trial", "deu", "DE", "DEU/", "DEUX", "DEU101", "XXX", "XXX/101", "/101", "101"])
    func `anything else is no scope`(text: String) { #expect(Scope(text) == nil) }

    @Test func `scopes are sorted with the trial first and each country before its sites`() {
        let sorted: [Scope] = [.trial, .country(.germany), .site(.germany, "101"), .country(.france)]
        #expect(sorted.shuffled().sorted() == sorted)
        #expect(sorted.map(\.level) == [.trial, .country, .site, .country])
    }

    @Test(arguments: ["printed", "none", "until-replaced", "+1 months", "+24 months", "+1200 months"])
    func `an expiry rule reads back as it was written`(text: String) throws {
        #expect(try #require(ExpiryRule(text)).description == text)
    }

    @Test func `one month may be said in the singular`() { #expect(ExpiryRule("+1 month") == .months(1)) }

    @Test(arguments: [
        "", "Printed", "24 months", "+24", "+24months", "++24 months", "+0 months", "+1201 months", "-3 months",
        "+24 years", "+٢٤ months", "+24  months", " +24 months", "+24 months ", "+2.5 months",
    ])
    func `anything else is no expiry rule`(text: String) { #expect(ExpiryRule(text) == nil) }

    @Test func `digests are those of the standard`() throws {
        // FIPS 180-2, B.1, and the digest of nothing.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(Digest(of: Array("abc".utf8)).description == abc)
        let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(Digest(of: []).description == nothing)
        #expect(try #require(Digest(abc.uppercased())) == Digest(of: Array("abc".utf8)))
        #expect(Digest(of: Array("abc".utf8)).bytes.prefix(3) == [0xBA, 0x78, 0x16])
        #expect(Digest.zero.description == String(repeating: "0", count: 64))

        var pieces = DigestBuilder()
        pieces.add(Array("a".utf8)[...])
        pieces.add([])
        pieces.add(Array("xbcx".utf8)[1...2])
        #expect(pieces.finish().description == abc)
    }

    @Test(arguments: [0, 63, 65]) func `a digest has 64 digits`(count: Int) {
        #expect(Digest(String(repeating: "a", count: count)) == nil)
    }

    @Test(arguments: ["g", "+", " ", "-", "٣"]) func `a digest has hexadecimal digits only`(digit: String) {
        #expect(Digest(String(repeating: "a", count: 63) + digit) == nil)
        #expect(Digest(digit + String(repeating: "a", count: 63)) == nil)
    }

    @Test func `a chained hash covers the hash before it`() {
        let first = JournalChain.hash(of: "{}", after: .zero)
        #expect(first == Digest(of: Array((String(repeating: "0", count: 64) + "{}").utf8)))
        #expect(JournalChain.hash(of: "{}", after: first) == Digest(of: Array((first.description + "{}").utf8)))
    }
}
