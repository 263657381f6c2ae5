import Archive
import SystemPackage
import TMFModel
import XML

/// A workbook (XLSX): its sheets, and its parts by name.
///
/// Related standard: ECMA-376 parts 1 and 2.
struct WorkbookFile {
    struct Sheet: Hashable, Sendable {
        let name: String
        let isHidden: Bool
        /// Its part; nil if it is no sheet of cells, such as a chart.
        let part: String?
    }

    let source: String
    let sheets: [Sheet]
    let countsFrom1904: Bool
    let styles: SheetStyles
    /// The part with the texts that cells share; nil if there is none.
    let sharedTexts: String?
    private let archive: ZipDirectory

    /// Bytes of one part, unpacked.
    private static let largest: Int64 = 4 << 30
    /// A part that unpacks to so many times its size was made to do harm.
    private static let maxRatio: Int64 = 1_000

    /// Throws `InputProblem` if it is no workbook.
    init(opening path: FilePath, source: String) throws {
        self.source = source
        let archive: ZipDirectory
        do {
            archive = try ZipDirectory(opening: path)
        } catch {
            throw InputProblem(source: source, message: "is no sound workbook: \(error)")
        }
        self.archive = archive
        let parts = WorkbookParts(archive: archive, source: source)
        let main = try parts.relations(of: "").first { $0.kind == "officeDocument" }?.target
        guard let main, archive.member(named: main) != nil else {
            throw InputProblem(source: source, message: parts.explainOtherKind())
        }
        guard !main.hasSuffix(".bin") else {
            throw InputProblem(source: source, message: "is a binary workbook (.xlsb): save it as .xlsx")
        }
        let relations = try parts.relations(of: main)
        let targets = Dictionary(relations.map { ($0.id, $0) }) { first, _ in first }
        var sheets: [Sheet] = []
        var countsFrom1904 = false
        var reading = try parts.reading(main)
        while let event = try reading.next() {
            guard case .start(let name, let attributes) = event else { continue }
            if name.local == "workbookPr" {
                countsFrom1904 = attributes[XMLName("date1904")].map { SheetStyles.isOn($0) } ?? false
            }
            guard name.local == "sheet", let title = attributes[XMLName("name")] else { continue }
            let id = attributes.first { $0.key.local == "id" && $0.key.namespace != nil }?.value
            let relation = id.flatMap { targets[$0] }
            let state = attributes[XMLName("state")] ?? "visible"
            sheets.append(
                Sheet(
                    name: title, isHidden: state != "visible",
                    part: relation?.kind == "worksheet" ? relation?.target : nil))
        }
        self.sheets = sheets
        self.countsFrom1904 = countsFrom1904
        sharedTexts = relations.first { $0.kind == "sharedStrings" }?.target
        if let part = relations.first(where: { $0.kind == "styles" })?.target {
            styles = try SheetStyles(try parts.reading(part))
        } else {
            styles = SheetStyles()
        }
    }

    /// Reads a part in pieces.
    func stream(
        _ part: String, watching names: [String], attributes: [String]
    ) throws -> XMLStream {
        let member = try WorkbookParts(archive: archive, source: source).member(part)
        guard member.size <= WorkbookFile.largest else { throw tooLarge(part, member.size) }
        guard member.size <= 1 << 20 || member.size / max(member.compressedSize, 1) <= WorkbookFile.maxRatio else {
            throw InputProblem(
                source: source, message: "part \(part) unpacks to \(member.size) bytes, far more than tables do")
        }
        let pieces = PartPieces(try archive.reader(of: member))
        return try XMLStream(
            FilePath(source).appending(part), watching: names, attributes: attributes,
            limits: XMLLimits(maxDepth: 64, maxBytes: WorkbookFile.largest)
        ) { try pieces.next() }
    }

    private func tooLarge(_ part: String, _ size: Int64) -> InputProblem {
        InputProblem(source: source, message: "part \(part) has \(size) bytes, more than are read")
    }
}

/// A member of the archive, piece by piece.
private final class PartPieces {
    private var reader: ZipMemberReader
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(_ reader: consuming ZipMemberReader) { self.reader = reader }

    func next() throws -> ArraySlice<UInt8>? {
        let count = try reader.read(into: &buffer)
        return count == 0 ? nil : buffer[..<count]
    }
}
