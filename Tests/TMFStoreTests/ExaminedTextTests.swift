import TMFModel
import TMFStore
import Testing

/// The texts that are kept of contents.
@Suite struct ExaminedTextTests {
    @Test func `pages come back one by one, whatever they begin with and hold`() throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        let examined = try store.examinedForWriting()
        let digest = Digest(of: Array("a file".utf8))
        var examination = FileExamination(mediaType: "application/pdf")
        examination.textPages = 3
        // A mark that combines, at the beginning of a page and after the sign that parts pages.
        let pages = ["one\u{0C}\u{301}two", "\u{301}three", "", "four"]
        try examined.add([ExaminedContent(digest, examination, ExtractedText(pages: pages, recognized: [2]))])

        let text = try #require(try examined.text(of: digest))
        #expect(
            text.pages.map { Array($0.utf8) } == ["one\n\u{301}two", "\u{301}three", "", "four"].map { Array($0.utf8) })
        #expect(text.recognized == [2])
        #expect(try examined.text(of: .zero) == nil)
    }
}
