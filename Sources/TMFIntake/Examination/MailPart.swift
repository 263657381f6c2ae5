/// A message, or one part of it: its heading and what follows.
///
/// Related specification: RFC 5322, 2.2, and RFC 2045, 5 and 6.
struct MailPart {
    let body: ArraySlice<UInt8>
    private let fields: [(name: String, value: String)]

    /// Fields of one heading; more are not read.
    private static let mostFields = 1_000

    init(_ bytes: ArraySlice<UInt8>) {
        var fields: [(name: String, value: String)] = []
        var rest = bytes
        while !rest.isEmpty, fields.count < Self.mostFields {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            var line = rest[rest.startIndex..<end]
            rest = rest[min(end + 1, rest.endIndex)...]
            if line.last == 0x0D { line = line.dropLast() }
            if line.isEmpty { break }
            let text = PlainText.decode(Array(line))
            if line.first == 0x20 || line.first == 0x09 {
                if !fields.isEmpty { fields[fields.count - 1].value += " " + text[...].trimmed }
            } else if let colon = text.firstIndex(of: ":") {
                fields.append((text[..<colon].lowercased(), text[text.index(after: colon)...].trimmed))
            }
        }
        self.fields = fields
        body = rest
    }

    func header(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// In small letters, without parameters.
    var mediaType: String {
        (header("content-type") ?? "text/plain").prefix { $0 != ";" && !$0.isWhitespace }.lowercased()
    }

    /// The name of an attached file; nil if the part is none.
    var fileName: String? {
        let name = parameter("filename", of: "content-disposition") ?? parameter("name", of: "content-type")
        if let name, !mediaType.hasPrefix("multipart/") { return MailWords.decode(name) }
        return header("content-disposition")?.lowercased().hasPrefix("attachment") == true ? mediaType : nil
    }

    /// A parameter of a field: `charset` of `text/plain; charset="utf-8"`. Also its newer spelling, `filename*=utf-8''a`.
    func parameter(_ name: String, of field: String) -> String? {
        guard let value = header(field) else { return nil }
        for part in value.split(separator: ";").dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let key = part[..<equals].trimmed.lowercased()
            let text = part[part.index(after: equals)...].trimmed
            if key == name { return text.hasPrefix("\"") ? String(text.dropFirst().prefix { $0 != "\"" }) : text }
            if key == name + "*" || key == name + "*0*" {
                let encoded = text.split(separator: "'", omittingEmptySubsequences: false).last.map(String.init) ?? text
                return String(decoding: MailWords.unescape(Array(encoded.utf8), mark: UInt8(ascii: "%")), as: UTF8.self)
            }
        }
        return nil
    }

    /// The parts between lines of `--boundary`.
    func pieces(_ boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var pieces: [ArraySlice<UInt8>] = []
        var start: Int?
        var at = body.startIndex
        while at < body.endIndex {
            let end = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
            if body[at..<end].starts(with: mark) {
                if let start { pieces.append(body[start..<at]) }
                start = min(end + 1, body.endIndex)
                if body[(at + mark.count)..<end].starts(with: "--".utf8) { return pieces }
            }
            at = end + 1
        }
        // A message that is cut off has a last part without an end.
        if let start, start < body.endIndex { pieces.append(body[start...]) }
        return pieces
    }

    /// What a text part says.
    var text: String {
        let bytes: [UInt8] =
            switch header("content-transfer-encoding")?.lowercased() {
            case "base64": MailWords.base64(body)
            case "quoted-printable": MailWords.unescape(Array(body), mark: UInt8(ascii: "="))
            default: Array(body)
            }
        return PlainText.decode(bytes, charset: parameter("charset", of: "content-type")?.lowercased())
    }
}
