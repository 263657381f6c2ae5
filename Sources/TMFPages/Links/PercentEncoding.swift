/// Texts as parts of an address (RFC 3986).
public enum PercentEncoding {
    /// Fit for one segment of a path, and for a name or a value of a query.
    public static func segment(_ text: String) -> String { encode(text, keeping: "") }

    /// Fit for a path whose segments `/` separates.
    public static func path(_ text: String) -> String { encode(text, keeping: "/") }

    private static func encode(_ text: String, keeping kept: String) -> String {
        let isPlain: (UInt8) -> Bool = { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
            default: kept.utf8.contains(byte)
            }
        }
        if text.utf8.allSatisfy(isPlain) { return text }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
