import Foundation
import TMFModel
import Testing

/// `tmf examine --ocr`.
@Suite struct RecognitionCommandTests {
    private static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/tesseract")
    private let place: Workplace

    /// A store with a scan: a picture of a page of the sample study.
    init() throws {
        place = try Workplace()
        let page =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
            + "/samples/ABC-101/documents/01 Trial Management/Investigators Meeting 2024-08-29/Agenda.pdf"
        let made = try place.shell(
            "mkdir -p in/01.01.01 && pdftoppm -gray -r 150 -f 1 -l 1 -png '\(page)' p && mv p*.png in/01.01.01/scan.png"
        )
        try #require(made.code == 0, "\(made.errors)")
        try #require(try place.tmf("import", "in").code == 0)
    }

    @Test(.enabled(if: isInstalled)) func `text of a scan is found, and marked as recognized`() throws {
        #expect(try place.tmf("search", "Sampleton", "--format", "json").json()["found"] == 0)
        let done = try place.tmf("examine", "--ocr", "--format", "json")
        #expect(try done.json()["recognized_pages"] == 1, "\(done.output) \(done.errors)")
        let hit = try #require(
            try place.tmf("search", "Sampleton", "--format", "json").json()["documents"]?.array?.first)
        #expect(hit["recognized"] == true)
        #expect(hit["page"] == 1)
        #expect(try place.tmf("search", "Sampleton").output.contains("Recognized"))
        let refused = try place.tmf("examine", "--ocr", "--languages", "eng+xyz", "--again")
        #expect(refused.code == 65)
        #expect(refused.errors.contains("Tesseract has no xyz here; it has eng"))
        #expect(try place.tmf("search", "Sampleton", "--format", "json").json()["found"] == 1)
    }

    @Test func `without Tesseract that is said, and nothing is lost`() throws {
        let first = try place.shell("PATH=/nonexistent \"$TMF\" examine --ocr")
        #expect(first.code == 0)
        #expect(first.errors.contains("is not installed: no text is recognized"))
        #expect(try place.shell("PATH=/nonexistent \"$TMF\" examine --ocr --again").code == 65)
    }
}
