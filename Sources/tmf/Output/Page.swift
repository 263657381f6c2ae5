/// What a command shows to people: lines, facts and tables.
struct Page {
    private var blocks: [Block] = []

    private enum Block {
        case line(String)
        case heading(String)
        case facts([(String, String)])
        case table(Listing)
    }

    init() {}

    init(_ line: String) { self.line(line) }

    /// A table, and what is said instead where it has no rows.
    init(_ listing: Listing, otherwise line: String) {
        if listing.rows.isEmpty { self.line(line) } else { table(listing) }
    }

    mutating func line(_ text: String) { blocks.append(.line(text)) }

    /// A heading for what follows, after a blank line.
    mutating func heading(_ text: String) { blocks.append(.heading(text)) }

    /// Names with their values; those without a value are left out.
    mutating func facts(_ facts: [(name: String, value: String?)]) {
        blocks.append(.facts(facts.compactMap { name, value in value.map { (name, $0) } }))
    }

    mutating func table(_ listing: Listing) { blocks.append(.table(listing)) }

    func text(_ style: TextStyle) -> String {
        var text = ""
        for block in blocks {
            switch block {
            case .line(let line): text += TextTable.printable(line) + "\n"
            case .heading(let heading): text += (text.isEmpty ? "" : "\n") + style.bold(heading) + "\n"
            case .facts(let facts):
                let width = facts.map { DisplayWidth.of($0.0) }.max() ?? 0
                for (name, value) in facts {
                    let blanks = String(repeating: " ", count: width - DisplayWidth.of(name) + 2)
                    text += name + blanks + TextTable.printable(value) + "\n"
                }
            case .table(let listing): text += TextTable(listing: listing, style: style).text
            }
        }
        return text
    }
}
