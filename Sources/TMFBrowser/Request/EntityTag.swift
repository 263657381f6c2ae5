/// Whether what a reader has already is what it would get. RFC 9110, 8.8.3 and 13.1.
enum EntityTag {
    /// `"…"` around text without quotation marks.
    static func quoted(_ text: String) -> String { "\"\(text)\"" }

    /// Whether `If-None-Match` names the tag. A weak tag is as good.
    static func isNamed(_ tag: String, in header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { part in
            let one = part.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
            return one == "*" || one == tag || one == "W/\(tag)"
        }
    }
}
