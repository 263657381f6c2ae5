import Disk

/// Lays a listing out in columns for people.
struct TextTable {
    let listing: Listing
    let style: TextStyle

    /// So many rows are laid out at a time, on as many processors as there are.
    private static let run = 4_096

    /// A text that can be shown, and the columns it takes.
    private struct Cell: Sendable {
        let text: String
        let width: Int

        init(_ text: String) {
            // Nearly all texts are plain: one look at their bytes is enough.
            if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
                self.text = text
                width = text.utf8.count
            } else {
                self.text = TextTable.printable(text)
                width = DisplayWidth.of(self.text)
            }
        }
    }

    /// The lines of the table, each ending in LF: headings, a rule below them, rows.
    var text: String {
        // Tables of findings have more than a hundred thousand lines.
        let rows = listing.rows
        let parts = inParallel(rows.count, inRunsOf: Self.run) { rows[$0].map { $0.map(Cell.init) } }
        let widths = fitted(naturalWidths(of: parts))
        var heading: [UInt8] = []
        append(listing.columns.map { Cell($0.heading) }, widths, to: &heading)
        var lines: [UInt8] = []
        append(widths.map { Cell(String(repeating: "─", count: $0)) }, widths, to: &lines)
        let laid = inParallel(parts.count, inRunsOf: 1) { run in
            var lines: [UInt8] = []
            for part in parts[run] { for row in part { append(row, widths, to: &lines) } }
            return lines
        }
        for part in laid { lines += part }
        let bold = style.bold(String(decoding: heading.dropLast(), as: UTF8.self))
        return bold + "\n" + String(decoding: lines, as: UTF8.self)
    }

    /// Without line breaks and control characters, which would break the columns, or command the terminal.
    static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isUnprintable($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            // Marks that turn the direction of what follows could hide how a name ends.
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private func naturalWidths(of parts: [[[Cell]]]) -> [Int] {
        var widths = listing.columns.map { DisplayWidth.of($0.heading) }
        for part in parts {
            for row in part {
                for column in widths.indices { widths[column] = max(widths[column], row[column].width) }
            }
        }
        return widths
    }

    /// Takes from the widest columns until the table fits the terminal; 8 columns stay readable.
    private func fitted(_ widths: [Int]) -> [Int] {
        guard let limit = style.width else { return widths }
        var widths = widths
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - limit
        while excess > 0 {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 8 else { break }
            let next = widths.filter { $0 < widths[widest] }.max() ?? 8
            let cut = min(excess, max(1, widths[widest] - max(next, 8)))
            widths[widest] -= cut
            excess -= cut
        }
        return widths
    }

    /// Appends one line, without blanks at its end.
    private func append(_ cells: [Cell], _ widths: [Int], to lines: inout [UInt8]) {
        for (column, cell) in cells.enumerated() {
            if column > 0 { lines += [0x20, 0x20] }
            let shown = cell.width > widths[column] ? Cell(TextTable.cut(cell.text, to: widths[column])) : cell
            let blanks = repeatElement(UInt8(0x20), count: max(0, widths[column] - shown.width))
            if listing.columns[column].isNumber { lines += blanks }
            lines += shown.text.utf8
            if !listing.columns[column].isNumber { lines += blanks }
        }
        while lines.last == 0x20 { lines.removeLast() }
        lines.append(0x0A)
    }

    /// The text, shortened with an ellipsis where it is wider than `width`.
    static func cut(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        var kept = ""
        var used = 0
        for character in text {
            let more = DisplayWidth.of(character)
            if used + more > width - 1 { break }
            kept.append(character)
            used += more
        }
        return kept + "…"
    }
}
