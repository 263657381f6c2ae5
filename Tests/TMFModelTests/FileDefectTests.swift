import TMFModel
import Testing

@Suite struct FileDefectTests {
    /// What is told of a file whose first and last bytes are all there is.
    private func defect(_ bytes: [UInt8]) -> FileDefect? {
        FileDefect.of(head: bytes, tail: bytes, bytes: Int64(bytes.count))
    }

    /// A PDF with a trailer of this text, and this many bytes before it.
    private func pdf(trailer: String, body: Int = 0, end: String = "%%EOF\n") -> [UInt8] {
        let start = "%PDF-1.7\n" + String(repeating: "x", count: body)
        return Array((start + "xref\n0 0\ntrailer\n\(trailer)\nstartxref\n\(start.utf8.count)\n" + end).utf8)
    }

    /// The first and last bytes of a file, as they are handed over for a long one.
    private func ends(of bytes: [UInt8]) -> FileDefect? {
        FileDefect.of(
            head: Array(bytes.prefix(FileDefect.reach)), tail: Array(bytes.suffix(FileDefect.reach)),
            bytes: Int64(bytes.count))
    }

    @Test func `a whole PDF is healthy, also with bytes after its end`() {
        #expect(defect(pdf(trailer: "<< /Size 1 >>")) == nil)
        #expect(defect(pdf(trailer: "<< >>", end: "%%EOF\n" + String(repeating: "\u{0}", count: 3_000))) == nil)
        #expect(defect(Array("%PDF-1.4\n%%EOF\n".utf8)) == nil)
    }

    @Test func `a PDF without its end is truncated`() {
        let whole = pdf(trailer: "<< /Size 1 >>", body: 200_000)
        #expect(ends(of: whole) == nil)
        #expect(ends(of: whole.dropLast(7)) == .truncated)
        #expect(ends(of: Array(whole.prefix(100_000))) == .truncated)
    }

    @Test(arguments: ["<</Encrypt 12 0 R>>", "<< /Size 3 /Encrypt  4\n0 R >>", "<</Encrypt<</Filter/Standard>>>>"])
    func `a trailer tells of encryption`(trailer: String) {
        #expect(defect(pdf(trailer: trailer)) == .encrypted)
        #expect(ends(of: pdf(trailer: trailer, body: 300_000)) == .encrypted)
    }

    @Test(arguments: ["<</EncryptMetadata false>>", "<</Encrypt null>>", "<</Title (all about /Encrypt)>>"])
    func `the word alone tells nothing`(trailer: String) {
        #expect(defect(pdf(trailer: trailer)) == nil)
    }

    @Test func `a table of objects at the beginning of a long file is found`() {
        let start = "%PDF-1.5\n1 0 obj\n<</Type/XRef /Encrypt 5 0 R>>\nstream\n"
        let text = start + String(repeating: "x", count: 200_000) + "\nstartxref\n9\n%%EOF\n"
        #expect(ends(of: Array(text.utf8)) == .encrypted)
    }

    @Test func `a text about encryption in the middle of a PDF is no encryption`() {
        #expect(
            ends(of: pdf(trailer: "<< >>", body: 20_000).replacing("xxxxxxxxxxxxxxxxxxxxxxxxxx", "/Encrypt 12 0 R"))
                == nil)
    }

    /// A ZIP with one stored member `a`, whose content is `size` bytes.
    private func zip(flags: UInt8 = 0, size: Int = 3, comment: Int = 0) -> [UInt8] {
        let length = (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }
        let facts: [UInt8] = [20, 0, flags, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + length + length + [1, 0, 0, 0]
        let local = [0x50, 0x4B, 3, 4] + facts + [0x61] + [UInt8](repeating: 1, count: size)
        let directory: [UInt8] =
            [0x50, 0x4B, 1, 2, 20, 0] + facts + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 0] + [0x61]
        let offset = (0..<4).map { UInt8(truncatingIfNeeded: local.count >> (8 * $0)) }
        let end: [UInt8] =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(directory.count), 0, 0, 0] + offset
            + [UInt8(truncatingIfNeeded: comment), UInt8(comment >> 8)]
        return local + directory + end + [UInt8](repeating: 0x20, count: comment)
    }

    @Test func `a whole ZIP is healthy, with the longest comment too`() {
        #expect(ends(of: zip()) == nil)
        #expect(ends(of: zip(size: 200_000)) == nil)
        #expect(ends(of: zip(size: 200_000, comment: 65_535)) == nil)
    }

    @Test func `a ZIP without its directory is truncated, and one cut in the middle is damaged`() {
        let whole = zip(size: 200_000)
        #expect(ends(of: Array(whole.prefix(150_000))) == .truncated)
        #expect(ends(of: whole.dropLast(1)) == .truncated)
        #expect(ends(of: Array(whole.prefix(50_000) + whole.suffix(100))) == .damaged)
    }

    @Test func `an encrypted member is found, also behind others`() {
        #expect(ends(of: zip(flags: 1)) == .encrypted)
        #expect(ends(of: zip(flags: 8)) == nil)
        var later = zip(size: 200_000)
        later[later.count - 22 - 47 + 8] = 1
        #expect(ends(of: later) == .encrypted)
    }

    @Test func `an encrypted Office document is a compound file with a stream of that name`() {
        let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let name = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
        let filler = [UInt8](repeating: 0, count: 100_000)
        #expect(ends(of: mark + filler) == nil)
        #expect(ends(of: mark + name + filler) == .encrypted)
        #expect(ends(of: mark + filler + name) == .encrypted)
        #expect(ends(of: mark + filler + name + filler) == nil)
    }

    @Test func `other files are not judged, and nothing is too short`() {
        #expect(defect([]) == nil)
        #expect(!FileDefect.isJudged([]))
        #expect(!FileDefect.isJudged(Array("startxref, PK, %%EOF".utf8)))
        for length in 0..<120 {
            _ = defect(Array(pdf(trailer: "<</Encrypt 12 0 R>>").prefix(length)))
            _ = defect(Array(zip(flags: 1).prefix(length)))
            _ = defect(Array(zip(flags: 1).suffix(length)))
        }
    }

    @Test func `a healthy file has no word in the journal, a defective one has`() throws {
        var facts = VersionFacts(content: Content(digest: Digest(of: [1]), bytes: 1, mediaType: "application/pdf"))
        #expect(facts.json["file_defect"] == nil)
        facts.content?.defect = .truncated
        #expect(facts.json["file_defect"] == "truncated")
        #expect(try VersionFacts(json: facts.json) == facts)
    }
}

extension [UInt8] {
    /// With the first stretch of these bytes replaced by others.
    fileprivate func replacing(_ old: String, _ new: String) -> [UInt8] {
        let mark = Array(old.utf8)
        guard let place = indices.first(where: { $0 > 5_000 && self[$0...].starts(with: mark) }) else { return self }
        return Array(self[..<place]) + Array(new.utf8) + Array(self[(place + mark.count)...])
    }
}
