/// What a reader of an HTML page sees: its text without tags, scripts and styles.
enum HTMLText {
    static func text(of markup: String) -> String {
        var text: [UInt8] = []
        let bytes = Array(markup.utf8)
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count, isTagStart(bytes[at + 1]) {
                let end = endOfTag(bytes, at)
                let name = tagName(bytes, at + 1)
                text.append(blocks.contains(name) ? 0x0A : 0x20)
                let isStart = bytes[at + 1] != UInt8(ascii: "/")
                at = isStart && silent.contains(name) ? endOfSilence(bytes, from: end, name) : end
            } else if bytes[at] == UInt8(ascii: "&"), let (character, end) = entity(bytes, at) {
                text += Array(character.utf8)
                at = end
            } else {
                text.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let silent: Set<String> = ["script", "style", "head", "noscript", "template"]
    private static let blocks: Set<String> = [
        "p", "br", "div", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "hr", "section",
    ]
    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "auml": "ä", "ouml": "ö",
        "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è",
        "agrave": "à", "ccedil": "ç", "ntilde": "ñ", "ndash": "–", "mdash": "—",
    ]

    private static func isTagStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
            || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }

    private static func endOfTag(_ bytes: [UInt8], _ start: Int) -> Int {
        if bytes[start...].starts(with: "<!--".utf8) { return end(of: Array("-->".utf8), bytes, from: start + 4) }
        return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    }

    private static func end(of mark: [UInt8], _ bytes: [UInt8], from start: Int) -> Int {
        var at = start
        while at + mark.count <= bytes.count {
            if bytes[at] == mark[0], bytes[at...].starts(with: mark) { return at + mark.count }
            at += 1
        }
        return bytes.count
    }

    /// In small letters, without the slash of an end.
    private static func tagName(_ bytes: [UInt8], _ start: Int) -> String {
        let rest = bytes[start...].drop { $0 == UInt8(ascii: "/") }.prefix(12)
        let letters = rest.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
        return String(decoding: letters, as: UTF8.self).lowercased()
    }

    /// Past the end tag of the element, or the end of the text where there is none.
    private static func endOfSilence(_ bytes: [UInt8], from start: Int, _ name: String) -> Int {
        var at = start
        while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            if open + 1 < bytes.count, bytes[open + 1] == UInt8(ascii: "/"), tagName(bytes, open + 1) == name {
                return endOfTag(bytes, open)
            }
            at = open + 1
        }
        return bytes.count
    }

    private static func entity(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
        guard let semicolon = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(start + 1)..<semicolon], as: UTF8.self)
        let character: String?
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            character = UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }.map { String($0) }
        } else if name.hasPrefix("#") {
            character = UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) }.map { String($0) }
        } else {
            character = entities[name]
        }
        return character.map { ($0, semicolon + 1) }
    }
}
