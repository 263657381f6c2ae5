public import SystemPackage
public import TMFModel

/// The published workbook of the TMF Reference Model, of whatever version has its artifacts in rows with a number, a unique ID
/// and a name. Text that is struck through is what was taken out, and does not count.
public struct ModelWorkbook {
    /// What the sheet says. What workbooks have no column for (alternate names, NCI codes, our descriptions, what may
    /// unblind) comes from the program's newest version, by unique ID.
    public let model: ReferenceModel
    /// How it was read.
    public let remarks: [InputProblem]

    /// Reads a sheet, the first one with artifacts if none is named. `name` is what the model is to be called; nil for the
    /// version that stands above the table.
    ///
    /// Throws `InputProblem` or `InputProblems` with everything that is wrong with the table.
    public init(opening path: FilePath, source: String, sheet: String? = nil, name: String? = nil) throws {
        (model, remarks) = try ModelWorkbook.read(path, source: source, sheet: sheet, name: name)
    }

    private static func read(
        _ path: FilePath, source: String, sheet: String?, name: String?
    ) throws -> (ReferenceModel, [InputProblem]) {
        let workbook = try WorkbookFile(opening: path, source: source)
        let names = sheet.map { [$0] } ?? workbook.sheets.filter { $0.part != nil && !$0.isHidden }.map(\.name)
        for sheet in names {
            let table = try WorkbookTable(workbook, sheet: sheet, withoutStruck: true).table
            var rows = ModelSheetRows(try table.rows())
            guard let header = try rows.findHeader() else { continue }
            guard let name = name ?? rows.version else {
                throw InputProblem(
                    source: source, message: "sheet '\(sheet)' does not say which version it is: name it with --name")
            }
            var reading = ModelSheetReading(source: source, header: header)
            while let row = try rows.next() { reading.read(row) }
            let model = try reading.model(named: name)
            return (model, [InputProblem(source: source, message: "sheet '\(sheet)' was read")] + reading.remarks)
        }
        throw InputProblem(
            source: source,
            message:
                "no sheet has the columns of the reference model: expected a row with 'Artifact #' and 'Artifact name' "
                + "(sheets: \(names.map { "'\($0)'" }.joined(separator: ", ")))")
    }
}

/// The rows of one sheet, from which the header is taken first.
private struct ModelSheetRows {
    private let nextRow: () throws -> CSVRow?
    private var above: [CSVRow] = []

    init(_ nextRow: @escaping () throws -> CSVRow?) { self.nextRow = nextRow }

    mutating func next() throws -> CSVRow? { try nextRow() }

    /// The header among the first rows; nil if the sheet has none.
    mutating func findHeader() throws -> ModelSheetHeader? {
        while above.count < 15, let row = try nextRow() {
            if let header = ModelSheetHeader(row, below: above.last) { return header }
            above.append(row)
        }
        return nil
    }

    /// The version above the header, such as `3.3.1` of `Version 3.3.1`.
    var version: String? {
        for row in above {
            for cell in row.fields {
                let words = cell.split { $0.isWhitespace }
                guard let place = words.firstIndex(where: { ["version", "v"].contains($0.lowercased()) }),
                    words.indices.contains(place + 1), words[place + 1].first?.isNumber == true
                else { continue }
                return String(words[place + 1].prefix { $0.isNumber || $0 == "." })
            }
        }
        return nil
    }
}
