/// Writes XML in UTF-8, well-formed by construction: names are checked, text is escaped, every element ends.
package struct XMLWriter: Sendable {
    /// What cannot be written in XML 1.0.
    package enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        case name(String)

        /// A character, by its number, that XML does not allow even when escaped.
        case character(UInt32, in: String)

        /// An end without a start, an element after the root, or an unfinished document.
        case structure(String)

        package var description: String {
            switch self {
            case .name(let name): "\(name) is no XML name"
            case .character(let number, let text):
                "character U+\(String(number, radix: 16, uppercase: true)) cannot stand in XML, in: \(text.prefix(60))"
            case .structure(let message): message
            }
        }
    }

    private var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var open: [String] = []
    private var tagIsOpen = false
    private var rootEnded = false

    package init() {}

    /// What was written and not taken yet, in bytes.
    package var pendingCount: Int { bytes.count }

    /// Begins an element. Names may have a prefix; a namespace is declared as the attribute `xmlns` or `xmlns:p`.
    package mutating func start(_ name: String, _ attributes: [(String, String)] = []) throws(Refusal) {
        if rootEnded { throw .structure("<\(name)> after the end of the root element") }
        try check(name: name)
        closeTag()
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for (place, (key, value)) in attributes.enumerated() {
            try check(name: key)
            if attributes[..<place].contains(where: { $0.0 == key }) { throw .structure("attribute \(key) twice") }
            bytes += " \(key)=\"".utf8
            try escape(value, inAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
        open.append(name)
        tagIsOpen = true
    }

    /// Adds text to the element begun last.
    package mutating func text(_ text: String) throws(Refusal) {
        if open.isEmpty { throw .structure("text outside the root element") }
        closeTag()
        try escape(text, inAttribute: false)
    }

    /// Ends the element begun last.
    package mutating func end() throws(Refusal) {
        guard let name = open.popLast() else { throw .structure("an end without a start") }
        bytes += (tagIsOpen ? "/>" : "</\(name)>").utf8
        tagIsOpen = false
        rootEnded = open.isEmpty
    }

    /// One element with text and nothing else; written as an empty tag if the text is empty.
    package mutating func element(
        _ name: String, _ attributes: [(String, String)] = [], text content: String = ""
    ) throws(Refusal) {
        try start(name, attributes)
        if !content.isEmpty { try text(content) }
        try end()
    }

    /// Starts a new line, indented by the depth; one step less where an end follows. Adds white space to the content:
    /// only where that means nothing.
    package mutating func newLine(beforeEnd: Bool = false) {
        closeTag()
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * max(open.count - (beforeEnd ? 1 : 0), 0))
    }

    /// Takes what was written so far, to be stored in pieces. Not to be used between an error and the end.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// The rest of the document. Throws if an element is not ended, or there is none.
    package consuming func finish() throws(Refusal) -> [UInt8] {
        if let name = open.last { throw .structure("<\(name)> is not ended") }
        if !rootEnded { throw .structure("a document without an element") }
        return bytes + [UInt8(ascii: "\n")]
    }

    private mutating func closeTag() {
        if tagIsOpen { bytes.append(UInt8(ascii: ">")) }
        tagIsOpen = false
    }

    private func check(name: String) throws(Refusal) {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        let sound = parts.allSatisfy { part in
            guard let first = part.unicodeScalars.first, first == "_" || first.properties.isXIDStart else {
                return false
            }
            return part.unicodeScalars.allSatisfy { $0.properties.isXIDContinue || $0 == "-" || $0 == "." }
        }
        guard sound, parts.count <= 2 else { throw .name(name) }
    }

    private mutating func escape(_ text: String, inAttribute: Bool) throws(Refusal) {
        // All that needs care is ASCII, except the two that end in bytes found nowhere else together.
        var last: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\"") where inAttribute: bytes += "&quot;".utf8
            // A reader would turn these into a space or a line feed.
            case UInt8(ascii: "\r"): bytes += "&#13;".utf8
            case UInt8(ascii: "\n") where inAttribute: bytes += "&#10;".utf8
            case UInt8(ascii: "\t") where inAttribute: bytes += "&#9;".utf8
            case UInt8(ascii: "\t"), UInt8(ascii: "\n"): bytes.append(byte)
            case 0..<0x20: throw .character(UInt32(byte), in: text)
            case 0xBE, 0xBF:
                if last == (0xEF, 0xBF) { throw .character(0xFF00 + UInt32(byte) + 0x40, in: text) }
                bytes.append(byte)
            default: bytes.append(byte)
            }
            last = (last.1, byte)
        }
    }
}
