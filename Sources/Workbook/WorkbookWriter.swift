import CXLSXWriter
package import SystemPackage

/// Writes one new workbook (XLSX), sheet by sheet and row by row. Memory does not grow with the number of rows, apart
/// from the links. The same calls give the same bytes.
///
/// What goes out of scope before `finish` leaves no file.
package struct WorkbookWriter: ~Copyable {
    /// What a program for spreadsheets opens at all.
    private enum Limit {
        static let rows = 1_048_576
        static let columns = 16_384
        static let characters = 32_767
        /// In one sheet; more are written as formulas. A sheet could have 65,530, but the library holds two kilobytes for
        /// each of them.
        static let links = 4_096
        static let linkLength = 2_079
        /// Of a text in a formula.
        static let formulaText = 255
    }

    private let handle: WorkbookHandle
    private let bold: UnsafeMutablePointer<lxw_format>?
    private let date: UnsafeMutablePointer<lxw_format>?
    /// How the library shows links.
    private let linked: UnsafeMutablePointer<lxw_format>?
    private let path: FilePath
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var name = ""
    private var columns: [WorkbookColumn] = []
    private var row: UInt32 = 0
    private var links = 0
    private var parts = 1

    /// `scratch` is a folder for what waits to be packed. `created` is in seconds since 1970, UTC, and stands in the
    /// workbook's properties: pass a fixed one for a repeatable file.
    package init(creating path: FilePath, scratch: FilePath, created: Int64, title: String) throws(WorkbookError) {
        let made = path.withPlatformString { path in
            scratch.withPlatformString { scratch in
                var options = lxw_workbook_options(
                    constant_memory: UInt8(LXW_TRUE.rawValue), tmpdir: UnsafeMutablePointer(mutating: scratch),
                    use_zip64: UInt8(LXW_TRUE.rawValue))
                return workbook_new_opt(path, &options)
            }
        }
        guard let made else { throw WorkbookError(path, "out of memory") }
        handle = WorkbookHandle(owning: made)
        self.path = path
        bold = workbook_add_format(made)
        date = workbook_add_format(made)
        linked = workbook_get_default_url_format(made)
        format_set_bold(bold)
        "yyyy-mm-dd".withCString { format_set_num_format(date, $0) }
        title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = time_t(max(created, 1))
            workbook_set_properties(made, &properties)
        }
    }

    /// Begins a sheet, with a head that stays in sight. Throws if another has the name, or it is none for a sheet.
    package mutating func beginSheet(_ name: String, _ columns: [WorkbookColumn]) throws(WorkbookError) {
        endSheet()
        self.name = name
        self.columns = columns
        parts = 1
        try open(name)
    }

    /// Adds a row, one cell for each column. A sheet that is full goes on in the next.
    package mutating func append(_ cells: [WorkbookCell]) throws(WorkbookError) {
        guard sheet != nil else { throw WorkbookError(path, "a row without a sheet") }
        guard cells.count <= columns.count else {
            throw WorkbookError(path, "sheet \(name): \(cells.count) cells in \(columns.count) columns")
        }
        if Int(row) == Limit.rows {
            endSheet()
            parts += 1
            try open("\(name) \(parts)")
        }
        for (column, cell) in cells.enumerated() { try write(cell, at: UInt16(column)) }
        row += 1
    }

    /// Packs everything into the file.
    package consuming func finish() throws(WorkbookError) {
        endSheet()
        let result = handle.close()
        guard result == LXW_NO_ERROR else { throw WorkbookError(path, WorkbookWriter.words(for: result)) }
    }

    private mutating func open(_ name: String) throws(WorkbookError) {
        let refusal = name.withCString { workbook_validate_sheet_name(handle.pointer, $0) }
        guard refusal == LXW_NO_ERROR, columns.count <= Limit.columns else {
            throw WorkbookError(path, "sheet \(name): \(WorkbookWriter.words(for: refusal))")
        }
        sheet = name.withCString { workbook_add_worksheet(handle.pointer, $0) }
        guard sheet != nil else { throw WorkbookError(path, "sheet \(name): out of memory") }
        worksheet_freeze_panes(sheet, 1, 0)
        for (place, column) in columns.enumerated() {
            let number = UInt16(place)
            try check(worksheet_set_column(sheet, number, number, column.width, nil))
        }
        row = 0
        links = 0
        for (place, column) in columns.enumerated() { try write(column.name, at: UInt16(place), bold) }
        row = 1
    }

    private mutating func endSheet() {
        guard sheet != nil, !columns.isEmpty else { return }
        // It cannot fail: the last row and column are in the sheet.
        _ = worksheet_autofilter(sheet, 0, 0, max(row, 1) - 1, UInt16(columns.count - 1))
        sheet = nil
    }

    private mutating func write(_ cell: WorkbookCell, at column: UInt16) throws(WorkbookError) {
        switch cell {
        case .blank: break
        case .text(let text): try write(text, at: column, nil)
        case .number(let number):
            // Beyond this the number of a cell is no longer exact.
            guard abs(number) < 1 << 53 else { return try write(String(number), at: column, nil) }
            try check(worksheet_write_number(sheet, row, column, Double(number), nil))
        case .day(let year, let month, let day):
            // A sheet's calendar begins in 1900, and has a day that year did not have.
            guard year > 1900 else {
                let text = [(year, 4), (month, 2), (day, 2)].map { WorkbookWriter.padded($0, to: $1) }
                return try write(text.joined(separator: "-"), at: column, nil)
            }
            var time = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
            try check(worksheet_write_datetime(sheet, row, column, &time, date))
        case .link(let target, let text):
            guard target.utf8.count < Limit.linkLength, !target.utf8.contains(0) else {
                return try write(text, at: column, nil)
            }
            guard links < Limit.links else { return try writeFormula(to: target, text, at: column) }
            links += 1
            let text = WorkbookWriter.fitting(text)
            let result = target.withCString { target in
                text.withCString { worksheet_write_url_opt(sheet, row, column, target, nil, $0, nil) }
            }
            try check(result)
        }
    }

    /// A link beyond those that a sheet has: the one kind of formula that is ever written. Where its texts are too
    /// long for one, the text stands alone.
    private func writeFormula(to target: String, _ text: String, at column: UInt16) throws(WorkbookError) {
        let text = WorkbookWriter.fitting(text)
        let isShort = [target, text].allSatisfy { $0.utf16.count <= Limit.formulaText }
        guard isShort else { return try write(text, at: column, nil) }
        let formula = "=HYPERLINK(\(WorkbookWriter.quoted(target)),\(WorkbookWriter.quoted(text)))"
        let result = formula.withCString { formula in
            text.withCString { worksheet_write_formula_str(sheet, row, column, formula, linked, $0) }
        }
        try check(result)
    }

    private func write(
        _ text: String, at column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WorkbookError) {
        let text = WorkbookWriter.fitting(text)
        try check(text.withCString { worksheet_write_string(sheet, row, column, $0, format) })
    }

    private func check(_ result: lxw_error) throws(WorkbookError) {
        guard result == LXW_NO_ERROR else {
            throw WorkbookError(path, "sheet \(name), row \(row + 1): \(WorkbookWriter.words(for: result))")
        }
    }

    /// What a cell can hold: without characters that XML has none for, and cut, visibly, where it is too long.
    private static func fitting(_ text: String) -> String {
        let isSound = text.unicodeScalars.allSatisfy { $0.value != 0 && $0.value != 0xFFFE && $0.value != 0xFFFF }
        var fitting = text
        if !isSound {
            fitting = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { [0, 0xFFFE, 0xFFFF].contains($0.value) ? "\u{FFFD}" : $0 }))
        }
        guard fitting.utf16.count > Limit.characters else { return fitting }
        let mark = " … (cut: too long for a cell)"
        while fitting.utf16.count > Limit.characters - mark.utf16.count {
            fitting.removeLast(max(1, (fitting.utf16.count - Limit.characters + mark.utf16.count) / 2))
        }
        return fitting + mark
    }

    /// As a text in a formula: it ends at no quotation mark of its own.
    private static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func words(for error: lxw_error) -> String { lxw_strerror(error).map { String(cString: $0) } ?? "" }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
