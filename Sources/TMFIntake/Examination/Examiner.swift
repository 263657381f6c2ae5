import Disk
import Program
public import SystemPackage
public import TMFModel

/// Looks into one file: what it is, what is wrong with it, and what text it has.
///
/// PDF and pictures go through other programs with limits; everything else is read here, within limits of its own.
/// What a file holds never ends the examination of others: it is a remark.
public struct Examiner: Sendable {
    public let tools: ExaminingTools
    let recognition: TextRecognition?

    /// With `languages`, text is recognized in pages without any: `eng`, or `deu+eng`, as Tesseract names them.
    public init(tools: ExaminingTools = ExaminingTools(), recognizing languages: String? = nil) {
        self.tools = tools
        recognition = languages.flatMap { TextRecognition(tools: tools, languages: $0) }
    }

    /// What looking into a file gave.
    public struct Outcome: Sendable {
        public var examination: FileExamination
        public var text = ExtractedText()
    }

    /// Examines a file. `name` is the one it came with; `mediaType` the one known of it, which is read from its bytes
    /// otherwise. Throws if the file cannot be read, or this system cannot confine a program.
    public func examine(_ path: FilePath, name: String?, mediaType known: String? = nil) throws -> Outcome {
        let ends = try FileEnds(path)
        let mediaType = known ?? MediaType.of(name: name, head: Array(ends.head.prefix(FileEnds.sniffed)))
        var outcome = Outcome(examination: FileExamination(mediaType: mediaType))
        FileRemarks.append(to: &outcome.examination, ends: ends, name: name)
        guard ends.size > 0 else { return outcome }
        try examine(path, ends, &outcome)
        outcome.examination.textPages =
            outcome.text.pages.enumerated().count { place, page in
                ExtractedText.isText(page) && !outcome.text.recognized.contains(place + 1)
            }
        outcome.examination.recognizedPages = outcome.text.recognized.count
        return outcome
    }

    private func examine(_ path: FilePath, _ ends: FileEnds, _ outcome: inout Outcome) throws {
        switch outcome.examination.mediaType {
        case "application/pdf": try PDFExamining(tools: tools, recognition: recognition).examine(path, &outcome)
        case "message/rfc822": try MailExamining.examine(path, &outcome)
        case "text/html", "application/xhtml+xml":
            outcome.text.pages = [HTMLText.text(of: try PlainText.read(path, &outcome.examination))]
        case "image/png", "image/jpeg", "image/tiff", "image/bmp", "image/gif":
            try ImageExamining(recognition: recognition).examine(path, ends, &outcome)
        case MediaType.unknown: try name(path, &outcome.examination)
        case let type where type.hasPrefix("text/") || type == "application/json" || type == "application/xml":
            outcome.text.pages = [try PlainText.read(path, &outcome.examination)]
        case let type where OfficeExamining.reads(type): OfficeExamining.examine(path, &outcome)
        case let type where MediaType.isArchive(type): ArchiveExamining.examine(path, &outcome.examination)
        default: break
        }
    }

    /// Asks the program `file` what bytes are that no mark known here stands for.
    private func name(_ path: FilePath, _ examination: inout FileExamination) throws {
        guard let type = tools.type else { return }
        let end = try type.run(["--brief", "--mime-type", "--", path.argument])
        guard end.isSuccess else { return }
        let answer = String(decoding: end.output.prefix(200), as: UTF8.self).split(separator: "\n").first.map(
            String.init)
        if let answer, answer.contains("/") { examination.mediaType = answer }
    }
}

extension FilePath {
    /// As an argument that no program takes for an option.
    var argument: String { string.hasPrefix("-") ? "./" + string : string }
}
