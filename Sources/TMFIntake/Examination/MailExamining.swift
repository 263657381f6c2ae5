import Disk
import SystemPackage
import TMFModel

/// Messages: their heading, what they say, and what is attached.
enum MailExamining {
    private static let fields = ["from", "to", "cc", "date", "subject"]

    static func examine(_ path: FilePath, _ outcome: inout Examiner.Outcome) throws {
        let file = try FileReader(opening: path)
        if file.size > Int64(PlainText.mostBytes) {
            outcome.examination.stopped("reading", "\(PlainText.mostBytes) bytes of the message")
        }
        let message = MailPart(try file.read(at: 0, count: PlainText.mostBytes)[...])
        var contents = MailContents()
        contents.add(message, depth: 0)
        let heading = fields.compactMap { field in
            message.header(field).map { "\(field.prefix(1).uppercased())\(field.dropFirst()): \(MailWords.decode($0))" }
        }
        outcome.text.pages = [(heading + [""] + contents.texts).joined(separator: "\n")]
        outcome.examination.members = contents.attachments.kept
        if !contents.attachments.isEmpty {
            outcome.examination.note(
                .mailAttachments,
                "has \(contents.attachments.count.counted("attachment")): \(contents.attachments.listed)")
            let nested = contents.attachments.filter { MediaType.isArchiveName($0) }
            if !nested.isEmpty { outcome.examination.note(.nestedArchive, "has archives attached: \(nested.listed)") }
        }
        if contents.isCutOff { outcome.examination.stopped("reading", "\(MailContents.mostDepth) parts in each other") }
    }
}

/// The texts and attachments of a message and of the messages in it.
struct MailContents {
    private(set) var texts: [String] = []
    private(set) var attachments: [String] = []
    /// Whether there was more than is looked at.
    private(set) var isCutOff = false
    private var parts = 0

    static let mostDepth = 20
    private static let mostParts = 2_000

    mutating func add(_ part: MailPart, depth: Int) {
        parts += 1
        guard depth < Self.mostDepth, parts < Self.mostParts else {
            isCutOff = true
            return
        }
        if let name = part.fileName {
            attachments.append(name)
        } else if part.mediaType.hasPrefix("multipart/"), let boundary = part.parameter("boundary", of: "content-type")
        {
            for piece in part.pieces(boundary) { add(MailPart(piece), depth: depth + 1) }
        } else if part.mediaType == "message/rfc822" {
            attachments.append("message")
            add(MailPart(part.body), depth: depth + 1)
        } else if part.mediaType == "text/html" {
            // Most messages say the same twice: as text, and as a page.
            if texts.isEmpty { texts.append(HTMLText.text(of: part.text)) }
        } else if part.mediaType.hasPrefix("text/") {
            texts.append(part.text)
        } else {
            attachments.append(part.mediaType)
        }
    }
}
