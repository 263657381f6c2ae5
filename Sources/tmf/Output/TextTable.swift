/// Lays a listing out in columns for people.
struct TextTable {
    let listing: Listing
    let style: TextStyle

    /// The lines of the table, each ending in LF: headings, a rule below them, rows.
    var text: String {
        let rows = listing.rows.map { $0.map(TextTable.printable) }
        let widths = fitted(naturalWidths(of: rows))
        var text = line(listing.columns.map(\.heading), widths, isHeading: true)
        text += line(widths.map { String(repeating: "─", count: $0) }, widths)
        for row in rows { text += line(row, widths) }
        return text
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

    private func naturalWidths(of rows: [[String]]) -> [Int] {
        listing.columns.indices.map { column in
            rows.reduce(DisplayWidth.of(listing.columns[column].heading)) { widest, row in
                max(widest, DisplayWidth.of(row[column]))
            }
        }
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

    private func line(_ cells: [String], _ widths: [Int], isHeading: Bool = false) -> String {
        // As bytes: tables of findings have more than a hundred thousand lines.
        var line: [UInt8] = []
        for (column, cell) in cells.enumerated() {
            if column > 0 { line += [0x20, 0x20] }
            let shown = TextTable.cut(cell, to: widths[column])
            let blanks = repeatElement(UInt8(0x20), count: max(0, widths[column] - DisplayWidth.of(shown)))
            if listing.columns[column].isNumber { line += blanks }
            line += shown.utf8
            if !listing.columns[column].isNumber { line += blanks }
        }
        while line.last == 0x20 { line.removeLast() }
        let text = String(decoding: line, as: UTF8.self)
        return (isHeading ? style.bold(text) : text) + "\n"
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
