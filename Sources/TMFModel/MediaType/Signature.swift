/// Formats that say what they are with fixed bytes at a fixed place.
enum Signature {
    /// Nil if no known mark is there.
    static func mediaType(of head: [UInt8]) -> String? {
        switch head[0] {
        case 0x25:
            if head.hasBytes("%PDF-", at: 0) { return "application/pdf" }
            if head.hasBytes("%!PS", at: 0) { return "application/postscript" }
        case 0x89: if head.hasBytes([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) { return "image/png" }
        case 0xFF: if let type = jpegOrMP3(head) { return type }
        case UInt8(ascii: "P"): if isZip(head) { return ZipContainer.mediaType }
        case UInt8(ascii: "G"):
            if head.hasBytes("GIF87a", at: 0) || head.hasBytes("GIF89a", at: 0) { return "image/gif" }
        case UInt8(ascii: "I"):
            if head.hasBytes([0x49, 0x49, 0x2A, 0], at: 0) || head.hasBytes([0x49, 0x49, 0x2B, 0], at: 0) {
                return "image/tiff"
            }
            if head.hasBytes("ID3", at: 0), head.count > 3, head[3] < 0x10 { return "audio/mpeg" }
        case UInt8(ascii: "M"):
            if head.hasBytes([0x4D, 0x4D, 0, 0x2A], at: 0) || head.hasBytes([0x4D, 0x4D, 0, 0x2B], at: 0) {
                return "image/tiff"
            }
        case UInt8(ascii: "B"): if isBitmap(head) { return "image/bmp" }
        case UInt8(ascii: "R"): if let type = riff(head) { return type }
        case UInt8(ascii: "{"): if head.hasBytes("{\\rtf", at: 0) { return "application/rtf" }
        case UInt8(ascii: "H"):
            if head.hasBytes("HEADER RECORD*******LIB", at: 0) { return "application/x-sas-xport" }
        case 0xD0:
            if head.hasBytes(OLEContainer.mark, at: 0) { return OLEContainer.mediaType }
        case 0x1F: if head.hasBytes([0x1F, 0x8B, 0x08], at: 0) { return "application/gzip" }
        case 0x37:
            if head.hasBytes([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], at: 0) { return "application/x-7z-compressed" }
        case 0xFD: if head.hasBytes([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], at: 0) { return "application/x-xz" }
        case 0x28: if head.hasBytes([0x28, 0xB5, 0x2F, 0xFD], at: 0) { return "application/zstd" }
        default: break
        }
        return mediaTypeFurtherIn(head)
    }

    private static func mediaTypeFurtherIn(_ head: [UInt8]) -> String? {
        if head.hasBytes("ftyp", at: 4) { return isoMedia(head) }
        if head.hasBytes("moov", at: 4) || head.hasBytes("wide", at: 4), head[0] == 0 { return "video/quicktime" }
        if head.hasBytes("DICM", at: 128) { return "application/dicom" }
        if head.hasBytes("ustar", at: 257) { return "application/x-tar" }
        if head.hasBytes(sasMark, at: 12) { return "application/x-sas-data" }
        return nil
    }

    private static func isZip(_ head: [UInt8]) -> Bool {
        head.hasBytes([0x50, 0x4B, 3, 4], at: 0) || head.hasBytes([0x50, 0x4B, 5, 6], at: 0)
            || head.hasBytes([0x50, 0x4B, 7, 8], at: 0)
    }

    private static func jpegOrMP3(_ head: [UInt8]) -> String? {
        guard head.count > 2 else { return nil }
        if head[1] == 0xD8, head[2] == 0xFF { return "image/jpeg" }
        // MPEG audio, layer III: 11 bits of sync, a bit rate and a sampling rate that exist.
        let isFrame = [0xFB, 0xFA, 0xF3, 0xF2].contains(head[1])
        return isFrame && head[2] & 0xF0 != 0xF0 && head[2] & 0xF0 != 0 && head[2] & 0x0C != 0x0C ? "audio/mpeg" : nil
    }

    private static func isBitmap(_ head: [UInt8]) -> Bool {
        // Two letters are no proof: the reserved fields must be zero and the header must have a size that exists.
        head.hasBytes("BM", at: 0) && head.count >= 18 && head[6...9].allSatisfy { $0 == 0 }
            && [12, 40, 52, 56, 64, 108, 124].contains(head[14]) && head[15...17].allSatisfy { $0 == 0 }
    }

    private static func riff(_ head: [UInt8]) -> String? {
        guard head.hasBytes("RIFF", at: 0) else { return nil }
        if head.hasBytes("WEBP", at: 8) { return "image/webp" }
        if head.hasBytes("WAVE", at: 8) { return "audio/wav" }
        return head.hasBytes("AVI ", at: 8) ? "video/x-msvideo" : nil
    }

    private static func isoMedia(_ head: [UInt8]) -> String {
        if head.hasBytes("qt  ", at: 8) { return "video/quicktime" }
        if head.hasBytes("M4A ", at: 8) { return "audio/mp4" }
        let pictures = ["heic", "heix", "mif1", "msf1"]
        return pictures.contains { head.hasBytes($0, at: 8) } ? "image/heic" : "video/mp4"
    }

    private static let sasMark: [UInt8] = [
        0xC2, 0xEA, 0x81, 0x60, 0xB3, 0x14, 0x11, 0xCF, 0xBD, 0x92, 8, 0, 9, 0xC7, 0x31, 0x8C,
    ]
}
