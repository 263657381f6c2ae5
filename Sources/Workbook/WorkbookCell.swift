/// What stands in one cell. A text is always text: nothing that begins with `=` is ever computed.
package enum WorkbookCell: Hashable, Sendable {
    case blank
    case text(String)
    case number(Int64)
    /// A calendar day, shown as `2026-01-31`.
    case day(year: Int, month: Int, day: Int)
    /// A text that opens the file at `path`, relative to the workbook, with `/` between folders. After 4,096 links in
    /// a sheet it is a formula `HYPERLINK`, which takes no memory.
    case link(path: String, text: String)
}

/// The head of a column.
package struct WorkbookColumn: Hashable, Sendable {
    package let name: String
    /// In characters.
    package let width: Double

    package init(_ name: String, width: Double = 14) {
        self.name = name
        self.width = width
    }
}
