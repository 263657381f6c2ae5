import Disk
public import SystemPackage
import TMFFormats
import TMFModel

/// Writes the receipt of an import row by row, so that memory does not grow with its length: CSV, or JSON if the name
/// ends in `.json`.
///
/// It is written beside its place and moved there when the import is done: a receipt that is there is true and whole.
public final class ReceiptFile {
    private enum Form { case csv, json }

    public let path: FilePath
    private let form: Form
    private let building: FilePath
    private var writer: FileWriter?
    private var csv = CSVWriter()
    private var bytes: [UInt8] = []
    private var count = 0

    /// Throws `InputProblem` if the path is taken, `DiskError` if it cannot be looked at.
    public init(_ path: FilePath) throws {
        guard try !Entry.exists(path) else { throw ReceiptFile.taken(path) }
        self.path = path
        form = path.extension?.lowercased() == "json" ? .json : .csv
        let name = path.lastComponent?.string ?? "receipt"
        building = path.removingLastComponent().appending(".\(name).part-\(ProcessFacts.number)")
        switch form {
        case .csv: csv.append(ReceiptRow.keys)
        case .json: bytes += Array("{\"rows\":[".utf8)
        }
    }

    /// Adds a row. Throws `DiskError`.
    public func append(_ row: ReceiptRow) throws {
        switch form {
        case .csv:
            let json = row.json
            csv.append(ReceiptRow.keys.map { (json[$0] ?? .null).listedText })
        case .json:
            bytes += count == 0 ? [0x0A] : [0x2C, 0x0A]
            bytes += row.json.line.utf8
        }
        count += 1
        if count % 512 == 0 { try flush() }
    }

    /// Puts the receipt in its place. The JSON ends with the report's counts. Throws `DiskError`.
    public func finish(_ report: ImportReport) throws {
        if form == .json {
            let summary = report.receiptSummary(rows: count).line.dropFirst()
            bytes += Array("\n],".utf8) + summary.utf8 + [0x0A]
        }
        try flush()
        try writer?.sync()
        try writer.take()?.close()
        try Entry.rename(building, to: path)
    }

    /// Takes away what was written, as what it says did not come to be.
    public func discard() {
        writer = nil
        try? Entry.remove(building)  // What stays behind is hidden, and no receipt.
    }

    /// The file is made when there is something to write: it may lie where the source is listed.
    private func flush() throws {
        if writer == nil { writer = try FileWriter(creating: building) }
        try writer?.write(csv.take())
        try writer?.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    private static func taken(_ path: FilePath) -> InputProblem {
        InputProblem(source: path.string, message: "is there already; choose another name for the receipt")
    }
}

extension ImportReport {
    /// The counts with which a receipt ends. `rows` = `read` + `not_listed` + `older` + `opened`, always.
    func receiptSummary(rows: Int) -> JSON {
        .object([
            JSON.Member("count", .int(rows)), JSON.Member("read", .int(read)), JSON.Member("filed", .int(filed)),
            JSON.Member("new_versions", .int(newVersions)), JSON.Member("unchanged", .int(unchanged)),
            JSON.Member("duplicates", .int(duplicates)), JSON.Member("failed", .int(failed)),
            JSON.Member("not_listed", .int(notListed)), JSON.Member("older", .int(older)),
            JSON.Member("opened", .int(opened)),
        ])
    }
}
