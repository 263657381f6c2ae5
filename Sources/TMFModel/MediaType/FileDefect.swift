/// Why a file may not open, told from its first and last bytes alone.
public enum FileDefect: String, Hashable, Sendable, CaseIterable {
    /// It, or a part of it, is encrypted: it may need a password.
    case encrypted
    /// Its end is missing.
    case truncated
    /// Its parts do not fit together.
    case damaged

    /// How many bytes of the beginning, and of the end, are looked at: 64 KiB, and the longest comment a ZIP can end
    /// with.
    public static let reach = 65_536 + 22

    /// Whether files that begin like this are judged: PDF, ZIP and what is made of it, older and encrypted Office.
    public static func isJudged(_ head: [UInt8]) -> Bool {
        ZipEnd.isZip(head) || head.hasBytes(OLEContainer.mark, at: 0) || head.hasBytes("%PDF-", within: 0..<1_024)
    }

    /// What is wrong with a file; nil if nothing can be told.
    ///
    /// `head` and `tail` are the first and last `reach` bytes; all of a shorter file, which both are then. `bytes` is
    /// the size of the file.
    public static func of(head: [UInt8], tail: [UInt8], bytes: Int64) -> FileDefect? {
        if ZipEnd.isZip(head) { return ZipEnd.defect(head: head, tail: tail, bytes: bytes) }
        if head.hasBytes(OLEContainer.mark, at: 0) {
            // The name of the stream in which newer Office keeps an encrypted document.
            let name = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
            return head.firstPlace(of: name) != nil || tail.firstPlace(of: name) != nil ? .encrypted : nil
        }
        guard head.hasBytes("%PDF-", within: 0..<1_024) else { return nil }
        guard tail.lastPlace(of: Array("%%EOF".utf8)) != nil else { return .truncated }
        return PDFEnd(head: head, tail: tail, bytes: bytes).isEncrypted ? .encrypted : nil
    }
}

/// What the end of a PDF tells: where its table of objects begins, and the trailer that goes with it.
private struct PDFEnd {
    let head: [UInt8]
    let tail: [UInt8]
    let bytes: Int64

    /// Trailers are short; this much of them is looked at.
    private static let trailerLength = 8_192

    /// Whether a trailer refers to an encryption dictionary. The trailer stands before the word `startxref`; in newer
    /// files, and in those made to be shown while they load, at the place that it names.
    var isEncrypted: Bool {
        let mark = Array("startxref".utf8)
        guard let place = tail.lastPlace(of: mark) else { return false }
        if Self.namesEncryption(tail[max(0, place - Self.trailerLength)..<place]) { return true }
        let digits = tail[(place + mark.count)...].drop(while: Self.isSpace).prefix { (0x30...0x39).contains($0) }
        guard let offset = Int(String(decoding: digits, as: UTF8.self)), offset < bytes else { return false }
        let inTail = offset - (Int(bytes) - tail.count)
        let source = inTail >= 0 ? tail[inTail...] : offset < head.count ? head[offset...] : []
        return Self.namesEncryption(source.prefix(Self.trailerLength))
    }

    /// `/Encrypt 12 0 R`, or `/Encrypt <<`.
    private static func namesEncryption(_ bytes: ArraySlice<UInt8>) -> Bool {
        let mark = Array("/Encrypt".utf8)
        let bytes = Array(bytes)
        var start = 0
        while let place = bytes.firstPlace(of: mark, from: start) {
            start = place + mark.count
            var rest = bytes[start...].prefix(40).drop(while: isSpace)
            if rest.starts(with: "<<".utf8) { return true }
            let isReference =
                dropNumber(&rest) && dropSpaces(&rest) && dropNumber(&rest) && dropSpaces(&rest)
                && rest.first == UInt8(ascii: "R")
            if isReference { return true }
        }
        return false
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func dropNumber(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        let count = bytes.count
        bytes = bytes.drop { (0x30...0x39).contains($0) }
        return bytes.count < count
    }

    private static func dropSpaces(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        let count = bytes.count
        bytes = bytes.drop(while: isSpace)
        return bytes.count < count
    }
}

/// What the end of a ZIP tells: its directory of members.
private enum ZipEnd {
    private static let end: [UInt8] = [0x50, 0x4B, 5, 6]
    private static let member: [UInt8] = [0x50, 0x4B, 1, 2]
    private static let first: [UInt8] = [0x50, 0x4B, 3, 4]

    static func isZip(_ head: [UInt8]) -> Bool { head.hasBytes(first, at: 0) || head.hasBytes(end, at: 0) }

    static func defect(head: [UInt8], tail: [UInt8], bytes: Int64) -> FileDefect? {
        guard let place = tail.lastPlace(of: end), place + 22 <= tail.count else { return .truncated }
        let size = tail.littleEndian(4, at: place + 12)
        let offset = tail.littleEndian(4, at: place + 16)
        let tailStart = Int(bytes) - tail.count
        // Larger archives keep the numbers elsewhere.
        let isLarge = size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF
        if !isLarge, offset + size > tailStart + place { return .damaged }
        if head.hasBytes(first, at: 0), head.count > 7, head[6] & 1 != 0 { return .encrypted }
        var at = offset - tailStart
        guard !isLarge, at >= 0 else { return nil }
        while at + 46 <= place, tail.hasBytes(member, at: at) {
            if tail[at + 8] & 1 != 0 { return .encrypted }
            at +=
                46 + tail.littleEndian(2, at: at + 28) + tail.littleEndian(2, at: at + 30)
                + tail.littleEndian(2, at: at + 32)
        }
        return nil
    }
}

extension [UInt8] {
    /// Where these bytes stand first at or after an offset.
    fileprivate func firstPlace(of mark: [UInt8], from start: Int = 0) -> Int? {
        guard let first = mark.first, count >= mark.count, start <= count - mark.count else { return nil }
        return (start...count - mark.count).first { self[$0] == first && hasBytes(mark, at: $0) }
    }

    /// Where these bytes stand last.
    fileprivate func lastPlace(of mark: [UInt8]) -> Int? {
        guard let first = mark.first, count >= mark.count else { return nil }
        return (0...count - mark.count).last { self[$0] == first && hasBytes(mark, at: $0) }
    }
}
