/// A piece of a page. Whatever is interpolated is escaped, so that the short way to write it is the safe one:
/// `"<h1>\(title)</h1>" as HTML`. Only other `HTML` goes in as it is.
public struct HTML: Hashable, Sendable {
    /// UTF-8.
    public private(set) var bytes: [UInt8]

    public init() { bytes = [] }

    /// `bytes` are markup as it is.
    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The markup as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public var isEmpty: Bool { bytes.isEmpty }

    public static func += (left: inout HTML, right: HTML) { left.bytes.append(contentsOf: right.bytes) }

    /// The pieces one after the other, with `separator` between them.
    public static func joined(_ pieces: some Sequence<HTML>, separator: HTML = HTML()) -> HTML {
        var joined = HTML()
        for piece in pieces {
            if !joined.isEmpty { joined += separator }
            joined += piece
        }
        return joined
    }

    mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }
}

extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { bytes = Array(value.utf8) }

    public init(stringInterpolation: StringInterpolation) { self.init(bytes: stringInterpolation.bytes) }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        public mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }

        /// Literals are markup of our own, also where they are chosen between: `\(isNew ? "<b>new</b>" : "")`.
        /// Hence `HTML` is preferred for them, and only what is a `String` already comes here.
        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &bytes) }

        @_disfavoredOverload
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            HTML.escape(value.description, into: &bytes)
        }

        public mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }

        /// Nothing where there is none.
        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }
    }
}

extension HTML {
    /// Fit for text and for quoted attributes. Control characters, which no page may hold, become U+FFFD.
    fileprivate static func escape(_ text: String, into bytes: inout [UInt8]) {
        guard text.utf8.contains(where: mustBeEscaped) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
            case 0x09, 0x0A: bytes.append(byte)
            case 0..<0x20, 0x7F: bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
    }

    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F: true
        default: false
        }
    }
}
