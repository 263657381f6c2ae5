import SystemPackage
import TMFModel

/// Pictures: how large and how fine they are. A picture has no text of its own.
struct ImageExamining {
    let recognition: TextRecognition?

    /// A side in points of the picture; more is not shown by most programs.
    private static let mostPixels = 30_000

    func examine(_ path: FilePath, _ ends: FileEnds, _ outcome: inout Examiner.Outcome) throws {
        outcome.text.pages = [""]
        if let facts = ImageFacts(ends.head) {
            outcome.examination.pageSize = "\(facts.width) × \(facts.height) pixels"
            if let resolution = facts.resolution { outcome.examination.noteResolution(resolution) }
            if max(facts.width, facts.height) > Self.mostPixels {
                outcome.examination.note(.unusualPage, "measures \(facts.width) × \(facts.height) pixels")
                return
            }
        }
        try recognition?.recognize(path, page: 1, &outcome)
        if outcome.text.recognized.isEmpty { outcome.examination.note(.noTextLayer, "is a picture without text") }
    }
}
