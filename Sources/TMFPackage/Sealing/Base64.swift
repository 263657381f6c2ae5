import FoundationEssentials

/// Bytes as text of 64 characters. Related specification: RFC 4648, 4.
enum Base64 {
    static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
