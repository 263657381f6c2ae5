import Disk
public import SystemPackage
import TMFFormats
import TMFModel
import Workbook

/// Writes a new table that people correct and hand back: a workbook if the file's name ends in `.xlsx`, else CSV.
///
/// Cells are texts in both. What a spreadsheet would run as a formula has its guard (see `FormulaGuard`) in the workbook,
/// too: there it would not be run, but people save workbooks as CSV.
public final class TableWriter {
    private let isWorkbook: Bool
    private var csv = CSVWriter()
    private var file: FileWriter?
    private var workbook: WorkbookWriter?

    /// Creates the file. Throws if anything is there already. `sheet` is the name of the workbook's only sheet.
    public init(creating path: FilePath, sheet: String, _ columns: [String]) throws {
        isWorkbook = path.extension?.lowercased() == "xlsx"
        guard isWorkbook else {
            file = try FileWriter(creating: path)
            csv.append(columns)
            return
        }
        // The library that packs workbooks would write over what is there.
        guard try !Entry.exists(path) else { throw DiskError("create", path, code: Errno.fileExists.rawValue) }
        var workbook = try WorkbookWriter(
            creating: path, scratch: ProcessFacts.temporaryFolder, created: 1, title: sheet)
        try workbook.beginSheet(
            sheet, columns.map { WorkbookColumn(FormulaGuard.guarded($0), width: $0 == "path" ? 40 : 16) })
        self.workbook = consume workbook
    }

    /// Appends a row, at most one cell for each column.
    public func append(_ cells: [String]) throws {
        if isWorkbook {
            try workbook?.append(cells.map { $0.isEmpty ? .blank : .text(FormulaGuard.guarded($0)) })
        } else {
            csv.append(cells)
            if csv.bytes.count > 1 << 16 { try file?.write(csv.take()) }
        }
    }

    /// Writes what is left, and waits until it is on the disk. To be called once.
    public func finish() throws {
        if let workbook = workbook.take() { return try workbook.finish() }
        guard let file = file.take() else { return }
        try file.write(csv.take())
        try file.sync()
        try file.close()
    }
}
