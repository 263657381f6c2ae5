/// What is wrong with a text that should be JSON, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Bytes from the start of the text.
    public let offset: Int
    public let expected: String

    public var description: String { "not JSON at byte \(offset): expected \(expected)" }
}

extension JSON {
    /// Reads one value that fills the whole text (RFC 8259). Values may nest 64 deep.
    ///
    /// Throws `JSONError` with the place where the text stops being JSON.
    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: Array(text.utf8))
    }

    /// The same from UTF-8 bytes.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes: bytes)
        self = try reader.document()
    }
}

private struct JSONReader {
    let bytes: [UInt8]
    var at = 0
    var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> JSON {
        let value = try value()
        skipBlanks()
        guard at == bytes.count else { throw expected("the end of the text") }
        return value
    }

    private func expected(_ what: String) -> JSONError { JSONError(offset: at, expected: what) }

    private mutating func skipBlanks() {
        while at < bytes.count, bytes[at] <= 0x20 {
            guard bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0A || bytes[at] == 0x0D else { return }
            at += 1
        }
    }

    private mutating func value() throws(JSONError) -> JSON {
        skipBlanks()
        guard at < bytes.count else { throw expected("a value") }
        switch bytes[at] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
        guard bytes[at...].starts(with: word.utf8) else { throw expected("a value") }
        at += word.utf8.count
        return value
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        guard depth <= 64 else { throw expected("no more than 64 levels") }
        at += 1
        skipBlanks()
    }

    private mutating func leave(_ bracket: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == bracket else { return false }
        at += 1
        depth -= 1
        return true
    }

    private mutating func comma() throws(JSONError) {
        guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { throw expected("a comma or the end") }
        at += 1
        skipBlanks()
    }

    private mutating func array() throws(JSONError) -> JSON {
        try enter()
        var elements: [JSON] = []
        if leave(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value())
            skipBlanks()
            if leave(UInt8(ascii: "]")) { return .array(elements) }
            try comma()
        }
    }

    private mutating func object() throws(JSONError) -> JSON {
        try enter()
        var members: [JSON.Member] = []
        if leave(UInt8(ascii: "}")) { return .object(members) }
        while true {
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw expected("a key") }
            let key = try string()
            skipBlanks()
            guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { throw expected("a colon") }
            at += 1
            members.append(JSON.Member(key, try value()))
            skipBlanks()
            if leave(UInt8(ascii: "}")) { return .object(members) }
            try comma()
        }
    }

    private mutating func number() throws(JSONError) -> JSON {
        let start = at
        if bytes[at] == UInt8(ascii: "-") { at += 1 }
        let firstDigit = at
        skipDigits()
        guard at > firstDigit, at == firstDigit + 1 || bytes[firstDigit] != 0x30 else {
            at = start
            throw expected("a value")
        }
        var isWhole = true
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            try requireDigits()
        }
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            at += 1
            if at < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[at]) { at += 1 }
            try requireDigits()
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        return isWhole ? Int(text).map(JSON.int) ?? .number(text) : .number(text)
    }

    private mutating func skipDigits() {
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
    }

    private mutating func requireDigits() throws(JSONError) {
        let start = at
        skipDigits()
        guard at > start else { throw expected("a digit") }
    }

    private mutating func string() throws(JSONError) -> String {
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
        if at < bytes.count, bytes[at] == 0x22 {
            defer { at += 1 }
            return try text(of: bytes[start..<at])
        }
        var unescaped = Array(bytes[start..<at])
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x22 {
                at += 1
                return try text(of: unescaped[...])
            }
            guard byte >= 0x20 else { throw expected("an escaped control character") }
            at += 1
            if byte == 0x5C { try unescape(into: &unescaped) } else { unescaped.append(byte) }
        }
        throw expected("a closing quotation mark")
    }

    private func text(of utf8: ArraySlice<UInt8>) throws(JSONError) -> String {
        guard let text = String(validating: utf8, as: UTF8.self) else { throw expected("UTF-8 in a string") }
        return text
    }

    private mutating func unescape(into bytes: inout [UInt8]) throws(JSONError) {
        guard at < self.bytes.count else { throw expected("an escape") }
        let escape = self.bytes[at]
        at += 1
        switch escape {
        case 0x22, 0x5C, 0x2F: bytes.append(escape)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "u"): bytes.append(contentsOf: String(try escapedScalar()).utf8)
        default: throw expected("an escape")
        }
    }

    private mutating func escapedScalar() throws(JSONError) -> Character {
        let first = try hexQuad()
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        guard (0xD800..<0xDC00).contains(first), bytes[at...].starts(with: [0x5C, UInt8(ascii: "u")]) else {
            throw expected("a pair of surrogates")
        }
        at += 2
        let second = try hexQuad()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw expected("a pair of surrogates") }
        return Character(scalar)
    }

    private mutating func hexQuad() throws(JSONError) -> UInt32 {
        guard at + 4 <= bytes.count else { throw expected("four hexadecimal digits") }
        let digits = bytes[at..<at + 4]
        let isHex: (UInt8) -> Bool = { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
        guard digits.allSatisfy(isHex), let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw expected("four hexadecimal digits")
        }
        at += 4
        return value
    }
}
