public import TMFModel

/// A manifest of a bag, of the payload or of the tag files: one line for each file with its SHA-256. RFC 8493, 2.1.3.
public struct BagManifest: Hashable, Sendable {
    public static let fileName = "manifest-sha256.txt"
    public static let tagFileName = "tagmanifest-sha256.txt"

    public struct Entry: Hashable, Sendable {
        public let digest: Digest
        /// From the bag's folder, with `/` between folders.
        public let path: String

        public init(digest: Digest, path: String) {
            self.digest = digest
            self.path = path
        }

        /// The entry's line, with its end. Throws `FactError` if the path cannot stand in a bag that every tool
        /// reads: it has a `%` or a control character, or leads out of the bag.
        public func line() throws(FactError) -> String {
            if let objection = BagPath.objection(to: path) { throw FactError(field: "path", expected: objection) }
            guard path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "%") }) else {
                throw FactError(field: "path", expected: "a path without '%' and control characters, not '\(path)'")
            }
            return "\(digest)  \(path)\n"
        }
    }

    public var entries: [Entry]

    public init(_ entries: [Entry] = []) { self.entries = entries }

    /// The file's text in the order of the entries. Throws as `Entry.line()` does.
    public func text() throws(FactError) -> String {
        var text = ""
        for entry in entries { text += try entry.line() }
        return text
    }

    /// Reads a manifest. Throws `InputProblems` with every line that is none, leads out of the bag, or names a file
    /// that another line names.
    public init(parsing text: String, source: String = BagManifest.fileName) throws(InputProblems) {
        let checksums = try BagChecksums(parsing: text, digits: 64, source: source)
        self.init(
            checksums.entries.compactMap { entry in
                Digest(entry.checksum).map { Entry(digest: $0, path: entry.path) }
            })
    }
}
