/// The first element of a text in angle brackets.
struct MarkupRoot {
    /// In small letters, without a prefix.
    private let name: String
    private let isDeclaredXML: Bool
    private let isDeclaredHTML: Bool

    /// Skips an XML declaration, comments and document types from `start`, which is at a `<`. Nil if what follows
    /// is neither markup nor the beginning of it.
    init?(in bytes: [UInt8], from start: Int) {
        var at = start
        var isXML = false
        var isHTML = false
        var root: String?
        while root == nil, at < bytes.count {
            if SniffedText.isBlank(bytes[at]) {
                at += 1
            } else if bytes.hasBytes("<?", at: at) {
                isXML = isXML || bytes.hasBytes("<?xml", at: at)
                at = MarkupRoot.end(of: ">", in: bytes, from: at)
            } else if bytes.hasBytes("<!--", at: at) {
                at = MarkupRoot.end(of: "-->", in: bytes, from: at)
            } else if bytes.hasBytes("<!", at: at) {
                let kind = MarkupRoot.word(in: bytes, from: at + 2)
                guard kind == "doctype" else { return nil }
                isHTML = isHTML || MarkupRoot.word(in: bytes, from: at + 10) == "html"
                at = MarkupRoot.endOfDoctype(in: bytes, from: at)
            } else if bytes[at] == UInt8(ascii: "<") {
                root = MarkupRoot.word(in: bytes, from: at + 1)
                if root == nil, !isXML, !isHTML { return nil }
                at += 1
            } else {
                // Text after a comment: HTML allows it, XML does not.
                break
            }
        }
        guard root != nil || isXML || isHTML else { return nil }
        name = root ?? ""
        isDeclaredXML = isXML
        isDeclaredHTML = isHTML
    }

    func mediaType(ending: FileEnding) -> String {
        if name == "svg" { return "image/svg+xml" }
        if name == "html" || isDeclaredHTML { return isDeclaredXML ? "application/xhtml+xml" : "text/html" }
        if isDeclaredXML { return "application/xml" }
        let saysHTML = ending.text == "html" || ending.text == "htm"
        return saysHTML || MarkupRoot.tags.contains(name) ? "text/html" : "application/xml"
    }

    /// The elements by which browsers take a text without a document type for HTML.
    private static let tags: Set = [
        "head", "script", "iframe", "h1", "div", "font", "table", "a", "style", "title", "b", "body", "br", "p",
        "meta", "link", "form", "img", "ul", "center", "span",
    ]

    private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
        let length = mark.utf8.count
        return (start..<bytes.count).first { bytes.hasBytes(mark, at: $0) }.map { $0 + length } ?? bytes.count
    }

    /// Past the `>` of a document type, of which a part in square brackets may hold more of them.
    private static func endOfDoctype(in bytes: [UInt8], from start: Int) -> Int {
        var isInside = false
        for index in start..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "["): isInside = true
            case UInt8(ascii: "]"): isInside = false
            case UInt8(ascii: ">") where !isInside: return index + 1
            default: break
            }
        }
        return bytes.count
    }

    /// The name that stands here, in small letters and without a prefix; nil if none does.
    private static func word(in bytes: [UInt8], from start: Int) -> String? {
        var word: [UInt8] = []
        var at = start
        while at < bytes.count, word.count < 64 {
            let byte = bytes[at]
            switch byte {
            case 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "_"): word.append(byte)
            case 0x41...0x5A: word.append(byte | 0x20)
            case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."):
                if word.isEmpty { return nil }
                word.append(byte)
            case UInt8(ascii: ":") where !word.isEmpty: word = []
            case UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "["): return named(word)
            default: return SniffedText.isBlank(byte) ? named(word) : nil
            }
            at += 1
        }
        return named(word)
    }

    private static func named(_ word: [UInt8]) -> String? {
        word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
    }
}
