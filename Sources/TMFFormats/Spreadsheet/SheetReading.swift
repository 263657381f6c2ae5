import TMFModel
import XML

/// Reads the cells of one sheet from its first to its last, row by row.
struct SheetReading {
    /// What a sheet has besides its rows.
    struct Remarks {
        /// Rows with something in them that the program for spreadsheets does not show.
        var hiddenRows = 0
        var merges: [MergedCells] = []
    }

    private let workbook: WorkbookFile
    private let shared: SharedTexts
    private let withoutStruck: Bool
    private let numbers: CellNumber
    private let stream: XMLStream
    private var remarks = Remarks()
    private var cells = RowCells()
    private var cell = Cell()
    private var rich: RichText
    private var isHiddenRow = false

    /// One cell while it is read.
    private struct Cell {
        var column = 0
        var style = 0
        var type: [UInt8] = []
        var value: [UInt8] = []
        var isValue = false
        var isInline = false
        var hasFormula = false
    }

    private static let row = 4, c = 5, v = 6, f = 7, inline = 8, mergeCell = 9
    private static let names = RichText.names + ["row", "c", "v", "f", "is", "mergeCell"]
    private static let r = 1, s = 2, t = 3, hidden = 4, ref = 5
    private static let attributes = RichText.attributes + ["r", "s", "t", "hidden", "ref"]

    /// `part` is the sheet's. Leaves out what is struck through if asked to.
    init(_ workbook: WorkbookFile, part: String, shared: SharedTexts, withoutStruck: Bool) throws {
        self.workbook = workbook
        self.shared = shared
        self.withoutStruck = withoutStruck
        numbers = CellNumber(countsFrom1904: workbook.countsFrom1904)
        rich = RichText(withoutStruck: withoutStruck)
        stream = try workbook.stream(part, watching: SheetReading.names, attributes: SheetReading.attributes)
    }

    /// Reads all rows that have cells into the spool. Throws `InputProblem` for what is no sheet, `XMLError` and
    /// `ArchiveError` for damage.
    mutating func run(into spool: RowSpool) throws -> Remarks {
        while let event = try stream.nextEvent() {
            switch (event.kind, event.name) {
            case (.text, _):
                if cell.isValue {
                    cell.value += stream.bytes(of: event)
                } else if cell.isInline {
                    rich.take(event, of: stream)
                }
            case (.start, SheetReading.v): cell.isValue = true
            case (.end, SheetReading.v): cell.isValue = false
            case (.start, SheetReading.c): try beginCell(event)
            case (.end, SheetReading.c): try endCell()
            case (.start, SheetReading.row): try beginRow(event)
            case (.end, SheetReading.row): try endRow(spool)
            case (.start, SheetReading.f): cell.hasFormula = true
            case (.start, SheetReading.inline):
                cell.isInline = true
                rich.begin()
            case (.end, SheetReading.inline): cell.isInline = false
            case (.start, SheetReading.mergeCell): try noteMerge(event)
            default: if cell.isInline { rich.take(event, of: stream) }
            }
        }
        return remarks
    }

    private mutating func beginRow(_ event: XMLStream.Event) throws {
        let last = cells.row
        var row = last + 1
        if let text = stream.attribute(SheetReading.r, of: event) {
            guard let number = SheetReading.number(text), number > last, number <= RowCells.mostRows else {
                throw damage("row \(String(decoding: text, as: UTF8.self)) comes after row \(last)")
            }
            row = number
        }
        isHiddenRow =
            stream.attribute(SheetReading.hidden, of: event)
            .map { SheetStyles.isOn(String(decoding: $0, as: UTF8.self)) } ?? false
        cells.begin(row)
    }

    private mutating func endRow(_ spool: RowSpool) throws {
        guard !cells.isBlank else { return }
        if isHiddenRow { remarks.hiddenRows += 1 }
        try spool.append(row: cells.row, fields: cells.bytes, ends: cells.ends, faults: cells.faults)
    }

    private mutating func beginCell(_ event: XMLStream.Event) throws {
        cell.value.removeAll(keepingCapacity: true)
        cell.type.removeAll(keepingCapacity: true)
        cell.hasFormula = false
        cell.isValue = false
        cell.isInline = false
        rich.begin()
        cell.column = cells.ends.count
        if let text = stream.attribute(SheetReading.r, of: event) {
            guard let place = CellPlace(text), place.column >= cells.ends.count else {
                throw damage("cell \(String(decoding: text, as: UTF8.self)) is not where it says")
            }
            cell.column = place.column
        }
        guard cell.column < CSVReader.mostFields else { throw damage("row \(cells.row) has too many columns") }
        cell.style = stream.attribute(SheetReading.s, of: event).flatMap(SheetReading.number) ?? 0
        if let type = stream.attribute(SheetReading.t, of: event) { cell.type += type }
    }

    private mutating func endCell() throws {
        if withoutStruck, workbook.styles.isStruck(cell.style) { return }
        switch cell.type {
        case SheetReading.sharedType:
            if cell.value.isEmpty { return }
            guard let number = SheetReading.number(cell.value[...]), let text = try shared.text(number) else {
                throw damage("row \(cells.row) names a text that the workbook does not have")
            }
            try put(text)
        case SheetReading.inlineType:
            rich.unescape()
            try put(rich.bytes[...])
        case SheetReading.errorType:
            let error = String(decoding: cell.value, as: UTF8.self)
            cells.addFault(
                at: cell.column,
                "holds the error \(error.isEmpty ? "of a formula" : error): correct it in the spreadsheet, or clear the cell"
            )
        case SheetReading.boolType: try put(cell.value == [0x31] ? SheetReading.yes : SheetReading.no)
        case SheetReading.textType:
            var text = RichText(withoutStruck: false, cell.value)
            text.unescape()
            try put(text.bytes[...])
        case SheetReading.dateType: try put(SheetReading.day(cell.value)[...])
        default: try putNumber()
        }
    }

    private mutating func putNumber() throws {
        if cell.value.isEmpty {
            guard cell.hasFormula else { return }
            cells.addFault(
                at: cell.column,
                "holds a formula that was never computed: open the workbook in a program for spreadsheets and save it")
            return
        }
        let form = workbook.styles.form(cell.style)
        let text = numbers.text(String(decoding: cell.value, as: UTF8.self), form)
        try put(Array(text.utf8)[...])
    }

    private mutating func put(_ text: ArraySlice<UInt8>) throws {
        guard cells.bytes.count + text.count <= CSVReader.longestRow else {
            throw damage("row \(cells.row) is longer than 1 MiB")
        }
        cells.put(text, at: cell.column)
    }

    private mutating func noteMerge(_ event: XMLStream.Event) throws {
        guard let text = stream.attribute(SheetReading.ref, of: event), let merge = MergedCells(text) else { return }
        guard remarks.merges.count < 100_000 else { throw damage("more than 100000 cells are merged") }
        remarks.merges.append(merge)
    }

    private func damage(_ message: String) -> InputProblem {
        InputProblem(source: workbook.source, message: "is a damaged workbook: \(message)")
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...9).contains(digits.count) else { return nil }
        var number = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number
    }

    /// `2026-01-31T00:00:00` is a day, any other time one with its time.
    private static func day(_ value: [UInt8]) -> [UInt8] {
        let midnight = Array("T00:00:00".utf8)
        let day = value.prefix(10)
        if value.count >= 19, value[10..<19] == midnight[...] { return Array(day) }
        return value
    }

    private static let sharedType = Array("s".utf8)
    private static let inlineType = Array("inlineStr".utf8)
    private static let errorType = Array("e".utf8)
    private static let boolType = Array("b".utf8)
    private static let textType = Array("str".utf8)
    private static let dateType = Array("d".utf8)
    private static let yes = Array("true".utf8)[...]
    private static let no = Array("false".utf8)[...]
}
