import TMFModel
import TMFPages

/// What a request asks for: the path in decoded segments, and the query.
struct RequestTarget: Sendable {
    /// Beyond this an address is nobody's.
    static let longest = 8_192

    /// As it came.
    let text: String
    /// Without a last empty one.
    let segments: [String]
    let query: [(name: String, value: String)]

    /// Throws a problem of status 404 for a path that tries to climb or to hide a separator, of 400 for what is no
    /// address.
    init(_ text: String) throws(RequestProblem) {
        guard text.utf8.count <= RequestTarget.longest else { throw .tooLong }
        guard text.hasPrefix("/") else { throw .badRequest("The address does not begin with “/”.") }
        self.text = text
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var segments = parts[0].split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        if segments.last == "" { segments.removeLast() }
        var decoded: [String] = []
        for segment in segments {
            guard let plain = RequestTarget.decoded(segment, plusIsBlank: false) else {
                throw .badRequest("“\(segment)” in the address is not text in percent-encoded UTF-8.")
            }
            guard !plain.isEmpty, plain != ".", plain != "..", plain.unicodeScalars.allSatisfy(RequestTarget.isPlain)
            else { throw .notFound }
            decoded.append(plain)
        }
        self.segments = decoded
        query = parts.count > 1 ? try RequestTarget.pairs(parts[1]) : []
    }

    /// The first value of that name; nil if there is none or it is empty.
    func value(_ name: String) -> String? { query.first { $0.name == name && !$0.value.isEmpty }?.value }

    /// The past day that is asked for; nil for none. Throws a problem of status 400 that names the value.
    func asOf() throws(RequestProblem) -> Day? { try day("as-of") }

    func day(_ name: String) throws(RequestProblem) -> Day? {
        guard let text = value(name) else { return nil }
        guard let day = Day(text) else {
            throw .badRequest("“\(text)” for \(name) is not a day. A day looks like 2026-01-31.")
        }
        return day
    }

    /// A whole number in a range; nil for none.
    func number(_ name: String, _ range: ClosedRange<Int>) throws(RequestProblem) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .badRequest(
                "“\(text)” for \(name) is not a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// The address without the pairs of that name.
    func without(_ name: String) -> String {
        let path = segments.map(PercentEncoding.segment).joined(separator: "/")
        let kept = query.filter { $0.name != name }
            .map { "\(PercentEncoding.segment($0.name))=\(PercentEncoding.segment($0.value))" }
        return "/\(path)\(kept.isEmpty ? "" : "?")\(kept.joined(separator: "&"))"
    }

    private static func pairs(_ query: Substring) throws(RequestProblem) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for pair in query.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(String(sides[0]), plusIsBlank: true),
                let value = decoded(sides.count > 1 ? String(sides[1]) : "", plusIsBlank: true)
            else { throw .badRequest("“\(pair)” in the address is not text in percent-encoded UTF-8.") }
            pairs.append((name, value))
        }
        return pairs
    }

    /// Nil for an escape that is none, and for bytes that are not UTF-8.
    private static func decoded(_ text: String, plusIsBlank: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(HexDigit.value),
                    let low = rest.popFirst().flatMap(HexDigit.value)
                else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsBlank: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "/" && scalar != "\\"
    }
}
