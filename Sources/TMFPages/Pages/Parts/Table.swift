/// A table that says what it is about, whose columns are named, and which scrolls by itself where a page is narrow.
struct Table {
    struct Column {
        let name: HTML
        /// `num` sets numbers flush right; empty for text.
        let kind: String

        init(_ name: HTML, _ kind: String = "") {
            self.name = name
            self.kind = kind
        }
    }

    private let head: HTML
    private var body = HTML()

    /// `kind` is a class for the style sheet. Where `isCaptionSeen` is false, only a screen reader says the caption.
    init(_ caption: String, kind: String = "", isCaptionSeen: Bool = false, _ columns: [Column]) {
        head = """
            <div class="wide" role="region" aria-label="\(caption)" tabindex="0"><table\
            \(kind.isEmpty ? "" : " class=\"\(kind)\"")><caption\(isCaptionSeen ? "" : " class=\"unseen\"")>\
            \(caption)</caption><thead><tr>\
            \(columns.map { "<th scope=\"col\"\($0.kind.isEmpty ? "" : " class=\"\($0.kind)\"")>\($0.name)</th>" as HTML })\
            </tr></thead>

            """
    }

    /// A row as it is, `<tr>` included.
    mutating func add(_ row: HTML) { body += row }

    var html: HTML { "\(head)<tbody>\(body)</tbody></table></div>\n" }
}
