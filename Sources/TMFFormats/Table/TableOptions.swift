/// What a user says about a table that it cannot say itself.
public struct TableOptions: Hashable, Sendable {
    /// The character between the fields of a row in CSV.
    public enum Separator: String, Hashable, Sendable, CaseIterable {
        case comma, semicolon, tab

        var byte: UInt8 {
            switch self {
            case .comma: UInt8(ascii: ",")
            case .semicolon: UInt8(ascii: ";")
            case .tab: 0x09
            }
        }

        var plural: String { self == .tab ? "tabs" : "\(rawValue)s" }
    }

    /// The sheet of a workbook, by its name; nil for the first that is not hidden.
    public var sheet: String?
    /// Of a table in CSV; nil for UTF-8, or what its byte order mark tells.
    public var encoding: TextEncoding?
    /// Of a table in CSV; nil for the one by which its header makes sense.
    public var separator: Separator?

    public init(sheet: String? = nil, encoding: TextEncoding? = nil, separator: Separator? = nil) {
        self.sheet = sheet
        self.encoding = encoding
        self.separator = separator
    }
}
