/// How the bytes of a table in CSV stand for characters.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// In the byte order that its mark tells; little-endian without one.
    case utf16 = "utf-16"
    case utf16BigEndian = "utf-16be"
    /// What programs for Windows call "ANSI" in Western Europe and America.
    case windows1252 = "windows-1252"
    case latin1 = "iso-8859-1"

    /// By its name, in any case.
    public init?(named name: String) {
        switch name.lowercased() {
        case "utf8": self = .utf8
        case "utf16", "utf-16le", "utf16le": self = .utf16
        case "utf16be": self = .utf16BigEndian
        case "cp1252", "windows1252", "ansi": self = .windows1252
        case "latin1", "latin-1", "iso8859-1": self = .latin1
        case let other: self.init(rawValue: other)
        }
    }

    /// By the mark at the beginning of a text; nil if there is none.
    init?(markOf bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(4))
        // The mark of UTF-32 begins with that of UTF-16, and is for the reader to refuse.
        if head == [0xFF, 0xFE, 0, 0] { return nil }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else if head.starts(with: [0xFF, 0xFE]) {
            self = .utf16
        } else if head.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else {
            return nil
        }
    }

    /// For people.
    var shown: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16: "UTF-16"
        case .utf16BigEndian: "UTF-16 (big-endian)"
        case .windows1252: "Windows-1252"
        case .latin1: "ISO 8859-1"
        }
    }
}
