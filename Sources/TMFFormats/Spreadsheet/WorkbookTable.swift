import SystemPackage
import TMFModel

/// One sheet of a workbook as a table. Read once, and kept in a compact form for every reading of its rows; memory does not
/// grow with the sheet.
struct WorkbookTable {
    let table: Table

    /// `sheet` is the name of the sheet; nil for the first that is not hidden. Leaves out what is struck through if asked to.
    /// Throws `InputProblem` if it is no workbook or has no such sheet, `XMLError` and `ArchiveError` if it is damaged.
    init(opening path: FilePath, source: String, sheet name: String?, withoutStruck: Bool = false) throws {
        try self.init(WorkbookFile(opening: path, source: source), sheet: name, withoutStruck: withoutStruck)
    }

    init(_ workbook: WorkbookFile, sheet name: String?, withoutStruck: Bool) throws {
        let source = workbook.source
        let (sheet, part) = try WorkbookTable.sheet(name, of: workbook)
        let shared = try workbook.sharedTexts.map {
            try SharedTexts(workbook, part: $0, withoutStruck: withoutStruck)
        }
        let spool = RowSpool()
        var reading = try SheetReading(
            workbook, part: part, shared: shared ?? SharedTexts(), withoutStruck: withoutStruck)
        let found = try reading.run(into: spool)
        table = Table(
            source: source,
            remarks: WorkbookTable.remarks(on: sheet, of: workbook, isNamed: name != nil)
                + WorkbookTable.remarks(found, source: source)
        ) {
            var place = 0
            var filling = MergeFilling(found.merges)
            return { try spool.row(at: &place).map { filling.filled($0) } }
        }
    }

    private static func sheet(
        _ name: String?, of workbook: WorkbookFile
    ) throws -> (WorkbookFile.Sheet, part: String) {
        let names = workbook.sheets.filter { $0.part != nil }.map { "'\($0.name)'" + ($0.isHidden ? " (hidden)" : "") }
        func refuse(_ message: String) -> InputProblem { InputProblem(source: workbook.source, message: message) }
        if let name {
            let found =
                workbook.sheets.first { $0.name == name }
                ?? workbook.sheets.first { $0.name.lowercased() == name.lowercased() }
            guard let found else {
                throw refuse("has no sheet '\(name)'; its sheets are \(names.joined(separator: ", "))")
            }
            guard let part = found.part else { throw refuse("sheet '\(name)' has no cells") }
            return (found, part)
        }
        for sheet in workbook.sheets where !sheet.isHidden {
            if let part = sheet.part { return (sheet, part) }
        }
        throw refuse(
            names.isEmpty
                ? "has no sheet with cells"
                : "all its sheets are hidden: name one with --sheet (\(names.joined(separator: ", ")))")
    }

    private static func remarks(
        on sheet: WorkbookFile.Sheet, of workbook: WorkbookFile, isNamed: Bool
    ) -> [InputProblem] {
        let others = workbook.sheets.filter { $0.name != sheet.name && $0.part != nil }
        func remark(_ message: String) -> InputProblem { InputProblem(source: workbook.source, message: message) }
        var remarks: [InputProblem] = []
        let shown = others.filter { !$0.isHidden }.map { "'\($0.name)'" }
        if !isNamed, !shown.isEmpty {
            remarks.append(
                remark(
                    "sheet '\(sheet.name)' was read, the first of \(shown.count + 1); --sheet reads another: "
                        + shown.joined(separator: ", ")))
        }
        let hidden = others.filter(\.isHidden).map { "'\($0.name)'" }
        if !hidden.isEmpty {
            remarks.append(remark("has hidden sheets, which were not read: \(hidden.joined(separator: ", "))"))
        }
        if sheet.isHidden { remarks.append(remark("sheet '\(sheet.name)' is hidden, and was read as asked")) }
        return remarks
    }

    private static func remarks(_ found: SheetReading.Remarks, source: String) -> [InputProblem] {
        var remarks: [InputProblem] = []
        if found.hiddenRows > 0 {
            remarks.append(
                InputProblem(
                    source: source,
                    message: "\(found.hiddenRows) rows are hidden in the spreadsheet, and were read as well"))
        }
        let merges = found.merges.filter { $0.first.row < $0.last.row }
        if let first = merges.first {
            remarks.append(
                InputProblem(
                    source: source, row: first.first.row,
                    message:
                        "\(merges.count) groups of cells are merged downwards (the first: \(first.text)); their value "
                        + "was read for each of their rows"))
        }
        return remarks
    }
}
