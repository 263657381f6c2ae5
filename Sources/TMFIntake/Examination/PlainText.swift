import Disk
import SystemPackage
import TMFModel

/// Text of files that are text: UTF-8, UTF-16 with its mark, else Windows-1252.
enum PlainText {
    /// Of one file, in bytes.
    static let mostBytes = 32 << 20

    static func read(_ path: FilePath, _ examination: inout FileExamination) throws -> String {
        let file = try FileReader(opening: path)
        if file.size > Int64(mostBytes) { examination.stopped("reading", "\(mostBytes) bytes of text") }
        return decode(try file.read(at: 0, count: mostBytes))
    }

    static func decode(_ bytes: [UInt8], charset: String? = nil) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes) }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        let isUTF8 = charset == nil || charset == "utf-8" || charset == "us-ascii"
        if isUTF8, let text = String(validating: body, as: UTF8.self) { return text }
        if charset == "utf-8" { return String(decoding: body, as: UTF8.self) }
        return String(String.UnicodeScalarView(body.map { windows[Int($0)] }))
    }

    private static func utf16(_ bytes: [UInt8]) -> String {
        let low = bytes[0] == 0xFF ? 0 : 1
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
            UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static let windows: [Unicode.Scalar] = {
        let upper = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
        return (0..<256).map { 0x80..<0xA0 ~= $0 ? upper[$0 - 0x80] : Unicode.Scalar(UInt8($0)) }
    }()
}
