import Disk
import Program
import SystemPackage
import TMFModel

/// Looks into a PDF with poppler, and with qpdf where something seems wrong.
///
/// A sound PDF with text takes two programs; others are started only for what the first two leave open.
struct PDFExamining {
    let tools: ExaminingTools
    let recognition: TextRecognition?

    /// Sizes are read of so many pages.
    private static let measuredPages = 500

    func examine(_ path: FilePath, _ outcome: inout Examiner.Outcome) throws {
        guard let information = tools.information, let text = tools.text else { return }
        let told = try information.run(["-f", "1", "-l", String(Self.measuredPages), path.argument])
        if let limit = told.limit { return outcome.examination.stopped("pdfinfo", limit) }
        let facts = PDFFacts(String(decoding: told.output, as: UTF8.self))
        if told.errors.contains("Incorrect password") {
            outcome.examination.remarks.removeAll { $0.condition == .encrypted }
            return outcome.examination.note(.encrypted, "opens only with a password")
        }
        facts.note(in: &outcome.examination)
        try marks(path, &outcome.examination)

        let read = try text.run(["-enc", "UTF-8", path.argument, "-"])
        if let limit = read.limit { outcome.examination.stopped("pdftotext", limit) }
        outcome.text.pages = Self.pages(read.output, count: facts.pages)
        if !told.isSuccess || !read.isSuccess || told.errors.contains("Syntax Error") {
            try damage(path, told, &outcome.examination)
        }
        try pictures(path, facts, &outcome)
    }

    /// Texts are kept of so many pages: empty ones cost nothing to claim.
    private static let mostPages = 100_000

    /// The output has a form feed after each page. What follows the last is nothing, or a page that was cut off.
    private static func pages(_ output: [UInt8], count: Int?) -> [String] {
        var pages = output.split(separator: 0x0C, maxSplits: mostPages, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        if pages.last?.isEmpty == true || pages.count > mostPages { pages.removeLast() }
        if let count, pages.count > count { pages.removeLast(pages.count - count) }
        return pages
    }

    /// What is read from the bytes themselves, as no program tells it for the price of one pass.
    private func marks(_ path: FilePath, _ examination: inout FileExamination) throws {
        let marks = ["/EmbeddedFile", "/Collection", "/JavaScript", "/S/Launch", "/S /Launch"].map { Array($0.utf8) }
        let found = try FileReader(opening: path).holds(marks)
        if found[2], !examination.remarks.contains(where: { $0.condition == .script }) {
            examination.note(.script, "holds a script")
        }
        if found[3] || found[4] { examination.note(.script, "can start a program when it is shown") }
        if found[0] { try attachments(path, isCollection: found[1], &examination) }
    }

    private func attachments(
        _ path: FilePath, isCollection: Bool, _ examination: inout FileExamination
    ) throws {
        guard let attachments = tools.attachments else { return }
        let end = try attachments.run(["-list", path.argument])
        if let limit = end.limit { return examination.stopped("pdfdetach", limit) }
        // `1: name` after a line with their number.
        let names = String(decoding: end.output, as: UTF8.self).split(separator: "\n").dropFirst().compactMap { line in
            line.firstIndex(of: ":").map { line[line.index(after: $0)...].trimmed }
        }
        guard !names.isEmpty else { return }
        examination.members = names.kept
        if try isCollection || isPortfolio(path) {
            examination.note(.portfolio, "is a portfolio of \(names.count.counted("file")): \(names.listed)")
        } else {
            examination.note(.embeddedFiles, "has \(names.count.counted("file")) inside: \(names.listed)")
        }
    }

    /// The mark of a portfolio may lie in a packed part of the file, which qpdf unpacks.
    private func isPortfolio(_ path: FilePath) throws -> Bool {
        guard let structure = tools.structure else { return false }
        let end = try structure.run(["--json=1", "--json-key=objects", "--json-object=trailer", path.argument])
        guard let trailer = try? JSON(parsing: end.output),  // Of a broken file, whose damage is told elsewhere.
            let root = trailer["objects"]?["trailer"]?["/Root"]?.string?.split(separator: " "), root.count == 3
        else { return false }
        let catalog = try structure.run(["--show-object=\(root[0]),\(root[1])", path.argument])
        return String(decoding: catalog.output, as: UTF8.self).contains("/Collection")
    }

    private func damage(_ path: FilePath, _ told: ProgramEnd, _ examination: inout FileExamination) throws {
        var problem = told.errors.split(separator: "\n").first.map(String.init) ?? "no reader opens it"
        if let structure = tools.structure {
            let end = try structure.run(["--check", path.argument])
            if end.isSuccess, told.isSuccess { return }
            let line = end.errors.split(separator: "\n").first { $0.hasPrefix("WARNING: ") || $0.contains(": ") }
            if let line {
                problem = String(line).replacing("WARNING: ", with: "").replacing(path.argument + ": ", with: "")
            }
        }
        guard !examination.remarks.contains(where: { $0.condition == .damaged }) else { return }
        examination.note(
            .damaged, told.isSuccess ? "opens only after repair: \(problem)" : "does not open: \(problem)")
    }

    /// Pages without text: pictures of pages, unless they are blank.
    private func pictures(_ path: FilePath, _ facts: PDFFacts, _ outcome: inout Examiner.Outcome) throws {
        let count = facts.pages ?? outcome.text.pages.count
        var silent = outcome.text.pages.indices.filter { !ExtractedText.isText(outcome.text.pages[$0]) }.map { $0 + 1 }
        guard !silent.isEmpty, let first = silent.first, let images = tools.images else { return }
        let last = min(silent.last ?? first, first + PDFImages.mostPages - 1)
        let listed = try images.run(["-list", "-f", String(first), "-l", String(last), path.argument])
        if let limit = listed.limit { return outcome.examination.stopped("pdfimages", limit) }
        let found = PDFImages(String(decoding: listed.output, as: UTF8.self))
        // Beyond the pages that were looked at, a page without text is taken for a picture.
        let pictured = silent.filter { $0 > last || found.resolutions[$0] != nil }
        if pictured.isEmpty, silent.count < count { return }
        if let lowest = pictured.compactMap({ found.resolutions[$0] }).min() {
            outcome.examination.noteResolution(lowest)
        }
        if let recognition {
            try recognition.recognize(pages: pictured, of: path, &outcome)
            silent.removeAll { outcome.text.recognized.contains($0) }
        }
        if silent.isEmpty { return }
        outcome.examination.note(
            .noTextLayer,
            pictured.count < count && !pictured.isEmpty
                ? "has \(pictured.count) of \(count.counted("page")) without text"
                : "has no text, only pictures of pages")
    }
}
