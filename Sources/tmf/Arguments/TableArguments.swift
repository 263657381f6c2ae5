import ArgumentParser
import SystemPackage
import TMFFormats

/// How somebody's table is to be read, where it does not say so itself.
struct TableArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What the table's columns and words stand for (YAML; `tmf help import` shows one).", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]), transform: { FilePath($0) })
    var map: FilePath?

    @OptionGroup var sheet: SheetArguments

    @Option(
        help: ArgumentHelp(
            "What 05/01/2026 means: day-month-year or month-day-year; refused if nobody says.", valueName: "order"),
        transform: TableArguments.order)
    var dates: WrittenDate.Order?

    /// The mapping file with what the options say instead.
    func columns() throws -> ColumnMap {
        var columns = ColumnMap()
        if let map { columns = try ColumnMap(parsing: TextFile.read(map), source: map.string) }
        columns.table = sheet.options(over: columns.table)
        columns.dates.order = dates ?? columns.dates.order
        return columns
    }

    /// Whether anything is said of a table.
    var isEmpty: Bool { map == nil && dates == nil && sheet.options(over: TableOptions()) == TableOptions() }

    private static func order(_ text: String) throws -> WrittenDate.Order {
        guard let order = WrittenDate.Order(rawValue: text) else {
            throw SheetArguments.refusal(WrittenDate.Order.allCases.map(\.rawValue), text)
        }
        return order
    }
}
