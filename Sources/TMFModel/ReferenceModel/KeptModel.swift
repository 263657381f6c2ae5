/// A version of the reference model that a store keeps beside those of the program: one somebody read from a workbook of
/// theirs, or a stock one with an organization's own additions.
public struct KeptModel: Hashable, Sendable {
    /// By which studies name it, `3.2.1` or `3.3.1-local`.
    public let name: String
    /// Its artifacts, as a table in CSV.
    public let table: [UInt8]

    public init(name: String, table: [UInt8]) {
        self.name = name
        self.table = table
    }

    /// Whether a text may be the name of a model: what studies and files can be called by.
    public static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: ".")
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || ($0 < 0x80 && (0x61...0x7A).contains($0 | 0x20)) || $0 == 0x2D
                    || $0 == 0x2E
                    || $0 == 0x5F
            }
    }
}
