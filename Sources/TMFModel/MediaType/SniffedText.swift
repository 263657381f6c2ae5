/// The first part of a text, as bytes of which the ASCII ones can be trusted.
struct SniffedText {
    /// Without a byte order mark; UTF-16 with every character beyond ASCII replaced by `?`.
    private let bytes: [UInt8]
    /// The first byte that is no blank; the end if all are blank.
    private let start: Int

    /// Nil if the bytes are no text: neither UTF-8, nor UTF-16 with its mark, nor Windows-1252.
    init?(_ head: [UInt8]) {
        if head.hasBytes([0xFF, 0xFE], at: 0) || head.hasBytes([0xFE, 0xFF], at: 0) {
            guard let narrowed = SniffedText.narrowed(head) else { return nil }
            bytes = narrowed
        } else if head.hasBytes([0xEF, 0xBB, 0xBF], at: 0) {
            bytes = Array(head.dropFirst(3))
        } else {
            bytes = head
        }
        guard SniffedText.isText(bytes) else { return nil }
        start = bytes.firstIndex { !SniffedText.isBlank($0) } ?? bytes.count
    }

    /// The media type, the ending of the name deciding where the text leaves a choice.
    func mediaType(ending: FileEnding) -> String {
        let first = start < bytes.count ? bytes[start] : 0
        if first == UInt8(ascii: "<"), let type = MarkupRoot(in: bytes, from: start)?.mediaType(ending: ending) {
            return type
        }
        if hasMailHeader(ending: ending) { return "message/rfc822" }
        if bytes.hasBytes("BEGIN:VCALENDAR", at: start) { return "text/calendar" }
        if looksLikeJSON(first, ending: ending) { return "application/json" }
        switch ending.text {
        case "csv": return "text/csv"
        case "tsv": return "text/tab-separated-values"
        default: return "text/plain"
        }
    }

    private func looksLikeJSON(_ first: UInt8, ending: FileEnding) -> Bool {
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
        if ending.text == "json" { return true }
        let next = bytes[(start + 1)...].first { !SniffedText.isBlank($0) }
        if first == UInt8(ascii: "{") { return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") }
        return next == UInt8(ascii: "{") || next == UInt8(ascii: "\"")
    }

    /// Whether the text begins with at least two header fields of a mail, or with one if the name says mail.
    private func hasMailHeader(ending: FileEnding) -> Bool {
        var found = 0
        var lines = 0
        var at = start
        while at < bytes.count, lines < 40 {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
            let isFolded = SniffedText.isBlank(bytes[at])
            if lines == 0, bytes.hasBytes("From ", at: at) {
                // The line that mail boxes put before each message.
            } else if isFolded, end - at <= 2 {
                break
            } else if !isFolded {
                guard let field = fieldName(at, end) else { break }
                if SniffedText.mailFields.contains(field) {
                    found += 1
                } else if lines == 0, !field.hasPrefix("x-") {
                    break
                }
            }
            if found >= 2 { return true }
            lines += 1
            at = end + 1
        }
        return found >= 1 && ending.text == "eml"
    }

    /// The name before the colon of a header field, in small letters; nil if the line is no field.
    private func fieldName(_ from: Int, _ end: Int) -> String? {
        var name: [UInt8] = []
        for index in from..<min(end, from + 60) {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") { return name.isEmpty ? nil : String(decoding: name, as: UTF8.self) }
            guard byte > 0x20, byte < 0x7F else { return nil }
            name.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        }
        return nil
    }

    private static let mailFields: Set = [
        "from", "received", "message-id", "return-path", "mime-version", "subject", "date", "to", "delivered-to",
        "reply-to", "dkim-signature", "content-type", "arc-seal", "authentication-results", "sender", "cc",
    ]

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    /// Whether no byte is a control character and the rest is UTF-8, cut off or not, or else Windows-1252.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        // One pass without a branch, which the compiler turns into vector instructions: most texts end here.
        var controls: UInt8 = 0
        var all: UInt8 = 0
        for byte in bytes {
            let isControl = byte < 0x20 && byte &- 0x09 > 4 && byte != 0x1B || byte == 0x7F
            controls |= isControl ? 1 : 0
            all |= byte
        }
        if controls != 0 { return false }
        if all < 0x80 { return true }
        let whole = Array(bytes[..<endOfWholeCharacters(bytes)])
        return String(validating: whole, as: UTF8.self) != nil || !bytes.contains(where: isUnassigned)
    }

    /// Where the last character begins if the bytes end in the midst of it, and their end otherwise.
    private static func endOfWholeCharacters(_ bytes: [UInt8]) -> Int {
        for back in 1...3 where bytes.count >= back {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            return (following(byte) ?? 0) >= back ? bytes.count - back : bytes.count
        }
        return bytes.count
    }

    /// Whether Windows-1252 has no character for the byte.
    private static func isUnassigned(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
        default: false
        }
    }

    /// How many bytes follow the first one of a character in UTF-8; nil if none begins so.
    private static func following(_ byte: UInt8) -> Int? {
        switch byte {
        case 0xC2...0xDF: 1
        case 0xE0...0xEF: 2
        case 0xF0...0xF4: 3
        default: nil
        }
    }

    /// UTF-16 in one byte a character; nil if a character is NUL, which no text has.
    private static func narrowed(_ head: [UInt8]) -> [UInt8]? {
        let low = head[0] == 0xFF ? 0 : 1
        var narrow: [UInt8] = []
        narrow.reserveCapacity(head.count / 2)
        var index = 2
        while index + 1 < head.count {
            let (small, large) = (head[index + low], head[index + 1 - low])
            if small == 0, large == 0 { return nil }
            narrow.append(large == 0 && small < 0x80 ? small : UInt8(ascii: "?"))
            index += 2
        }
        return narrow
    }
}
