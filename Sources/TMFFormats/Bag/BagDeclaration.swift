public import TMFModel

/// `bagit.txt`: that a folder is a bag, and how its tag files are encoded. RFC 8493, 2.1.1.
public struct BagDeclaration: Hashable, Sendable {
    public static let fileName = "bagit.txt"

    /// `1.0`; bags of older versions down to 0.93 read alike.
    public let version: String

    public init(version: String = "1.0") { self.version = version }

    /// The file's text.
    public var text: String { "BagIt-Version: \(version)\nTag-File-Character-Encoding: UTF-8\n" }

    /// Reads `bagit.txt`. Throws `InputProblem` if it declares no bag, or one that is not in UTF-8.
    public init(parsing text: String, source: String = BagDeclaration.fileName) throws(InputProblem) {
        let fields = try BagInfo(parsing: text, source: source)
        guard let version = fields.first("BagIt-Version"), BagDeclaration.readable.contains(version) else {
            throw InputProblem(
                source: source, row: 1,
                message: "expected 'BagIt-Version: 1.0', or a version down to 0.93: this is no bag that can be read")
        }
        guard let encoding = fields.first("Tag-File-Character-Encoding"), encoding.uppercased() == "UTF-8" else {
            throw InputProblem(source: source, row: 2, message: "expected 'Tag-File-Character-Encoding: UTF-8'")
        }
        self.version = version
    }

    private static let readable = ["1.0", "0.97", "0.96", "0.95", "0.94", "0.93"]
}
