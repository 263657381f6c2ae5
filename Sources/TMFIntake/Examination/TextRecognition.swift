import Disk
import Program
import SystemPackage
import TMFModel

/// Recognizes text in pictures with Tesseract. What it gives may be wrong, and is marked everywhere.
struct TextRecognition: Sendable {
    private let picture: ConfinedProgram
    private let recognition: ConfinedProgram
    private let languages: String

    /// Of one file; recognition takes seconds a page.
    private static let mostPages = 300
    /// In dots per inch: what Tesseract is made for.
    private static let resolution = 300

    /// Nil if the programs are not there.
    init?(tools: ExaminingTools, languages: String) {
        guard let picture = tools.picture, let recognition = tools.recognition else { return nil }
        self.picture = picture
        self.recognition = recognition
        self.languages = languages
    }

    /// Adds the text of pages that have none.
    func recognize(pages: [Int], of path: FilePath, _ outcome: inout Examiner.Outcome) throws {
        for page in pages.prefix(Self.mostPages) where page <= outcome.text.pages.count {
            let drawn = try picture.run([
                "-gray", "-r", String(Self.resolution), "-f", String(page), "-l", String(page), path.argument,
            ])
            if let limit = drawn.limit {
                outcome.examination.stopped("pdftoppm", "\(limit) on page \(page)")
                continue
            }
            guard drawn.isSuccess, !drawn.output.isEmpty else {
                outcome.examination.note(.examinationStopped, "page \(page) cannot be drawn, so no text was recognized")
                continue
            }
            let file = try TemporaryFile(drawn.output)
            try recognize(file.path, page: page, &outcome)
        }
        if pages.count > Self.mostPages {
            outcome.examination.stopped("recognition", "\(Self.mostPages) pages")
        }
    }

    /// Adds the text of one picture.
    func recognize(_ picture: FilePath, page: Int, _ outcome: inout Examiner.Outcome) throws {
        let read = try recognition.run([picture.argument, "stdout", "-l", languages])
        if let limit = read.limit { return outcome.examination.stopped("tesseract", "\(limit) on page \(page)") }
        let text = String(decoding: read.output.filter { $0 != 0x0C }, as: UTF8.self)
        guard read.isSuccess else {
            let reason = read.errors.split(separator: "\n").first.map { ": \($0)" } ?? ""
            return outcome.examination.note(
                .examinationStopped, "tesseract failed on page \(page)\(reason)")
        }
        guard ExtractedText.isText(text) else { return }
        outcome.text.pages[page - 1] = text
        outcome.text.recognized.insert(page)
    }
}

/// A file that is gone with the value.
private final class TemporaryFile {
    let path: FilePath

    init(_ bytes: [UInt8]) throws {
        let number = UInt64.random(in: .min ... .max)
        path = ProcessFacts.temporaryFolder.appending("tmf-\(ProcessFacts.number)-\(number)")
        let file = try FileWriter(creating: path, mode: 0o600)
        try file.write(bytes)
        try file.close()
    }

    deinit { try? Entry.remove(path) }  // Temporary folders are emptied by the system, too.
}
