/// The encodings that mail wraps texts in.
enum MailWords {
    /// A field's text with its encoded words, `=?utf-8?Q?M=C3=BCller?=`, as they are meant.
    ///
    /// Related specification: RFC 2047, 2 and 4.
    static func decode(_ text: String) -> String {
        var decoded = ""
        var rest = text[...]
        var followsWord = false
        while let start = rest.firstRange(of: "=?") {
            let cells = rest[start.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard cells.count == 4, cells[3].hasPrefix("=") else {
                decoded += rest[..<start.upperBound]
                rest = rest[start.upperBound...]
                continue
            }
            // Blanks between encoded words are not meant.
            let before = rest[..<start.lowerBound]
            if !followsWord || !before.allSatisfy(\.isWhitespace) { decoded += before }
            decoded += PlainText.decode(bytes(cells[2], encoding: cells[1]), charset: cells[0].lowercased())
            rest = cells[3].dropFirst()
            followsWord = true
        }
        return decoded + rest
    }

    private static func bytes(_ text: Substring, encoding: Substring) -> [UInt8] {
        if encoding.lowercased() == "b" { return base64(Array(text.utf8)[...]) }
        return unescape(text.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, mark: UInt8(ascii: "="))
    }

    /// `=C3` as a byte, and `=` at the end of a line as nothing; likewise for `%`.
    static func unescape(_ bytes: [UInt8], mark: UInt8) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            if bytes[at] == mark, at + 2 < bytes.count, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2])
            {
                plain.append(high << 4 | low)
                at += 3
            } else if bytes[at] == mark, at + 1 < bytes.count, bytes[at + 1] == 0x0A {
                at += 2
            } else if bytes[at] == mark, at + 2 < bytes.count, bytes[at + 1] == 0x0D, bytes[at + 2] == 0x0A {
                at += 3
            } else {
                plain.append(bytes[at])
                at += 1
            }
        }
        return plain
    }

    /// Other characters than the alphabet's are passed over.
    static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits = 0
        var value = 0
        for character in text {
            let six: UInt8
            switch character {
            case 0x41...0x5A: six = character - 0x41
            case 0x61...0x7A: six = character - 0x61 + 26
            case 0x30...0x39: six = character - 0x30 + 52
            case UInt8(ascii: "+"): six = 62
            case UInt8(ascii: "/"): six = 63
            default: continue
            }
            value = (value << 6 | Int(six)) & 0xFF_FFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: value >> bits))
            }
        }
        return bytes
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
