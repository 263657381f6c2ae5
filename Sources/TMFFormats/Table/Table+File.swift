import Archive
import Disk
public import SystemPackage
import TMFModel

extension Table {
    /// Opens a table, whatever its name is: a workbook (XLSX), or a text in CSV. `source` is what problems call it;
    /// `columns` are names that it may have beside those of a manifest.
    ///
    /// Throws `InputProblem` or `InputProblems` if it is neither, or the options do not fit it, and what the disk throws.
    public init(
        opening path: FilePath, source: String, _ options: TableOptions = TableOptions(), knowing columns: [String] = []
    ) throws {
        let file = try FileReader(opening: path)
        let head = try file.read(at: 0, count: CSVDialect.sampleLength)
        switch TableKind(head) {
        case .workbook:
            guard options.encoding == nil, options.separator == nil else {
                throw InputProblem(
                    source: source, message: "is a workbook: it has no encoding and no separator; leave the options out"
                )
            }
            self = try WorkbookTable(opening: path, source: source, sheet: options.sheet).table
        case .text:
            if let sheet = options.sheet {
                throw InputProblem(source: source, message: "is a text without sheets: leave --sheet '\(sheet)' out")
            }
            let dialect = try CSVDialect(of: head, source: source, options, knowing: columns)
            self.init(source: source, remarks: dialect.remarks(source: source)) {
                let file = try OpenText(path)
                var csv = dialect.reader(source: source) { try file.next() }
                return { try csv.next() }
            }
        case .other(let what):
            throw InputProblem(source: source, message: "is \(what): save it as a workbook (.xlsx) or as CSV UTF-8")
        }
    }
}

/// What a file is that should be a table, by its first bytes.
private enum TableKind {
    case workbook, text
    case other(String)

    init(_ head: [UInt8]) {
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .workbook
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .other("an old workbook (.xls), or one that a password locks")
        } else if head.starts(with: Array("%PDF".utf8)) {
            self = .other("a PDF, not a table")
        } else {
            self = .text
        }
    }
}

/// A text's file, read from its beginning to its end.
private final class OpenText {
    private let file: FileReader
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(_ path: FilePath) throws { file = try FileReader(opening: path) }

    func next() throws -> ArraySlice<UInt8>? {
        let count = try file.read(into: &buffer)
        return count == 0 ? nil : buffer[..<count]
    }
}
