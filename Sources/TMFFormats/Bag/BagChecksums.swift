public import TMFModel

/// The lines of a manifest of any algorithm: a checksum and a path for each file. RFC 8493, 2.1.3.
public struct BagChecksums: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// In lower-case hexadecimal digits.
        public let checksum: String
        /// From the bag's folder, with `/` between folders.
        public let path: String
    }

    public let entries: [Entry]

    /// Reads a manifest whose checksums have so many hexadecimal digits. Throws `InputProblems` with every line that is
    /// none, leads out of the bag, or names a file that another line names.
    public init(parsing text: String, digits: Int, source: String) throws(InputProblems) {
        var entries: [Entry] = []
        var problems: [InputProblem] = []
        var lineOfPath: [String: Int] = [:]
        for (index, line) in BagText.lines(of: text).enumerated() where !line.allSatisfy(\.isWhitespace) {
            func report(_ message: String) {
                problems.append(InputProblem(source: source, row: index + 1, message: message))
            }
            guard let entry = BagChecksums.entry(of: line, digits: digits) else {
                report("expected \(digits) hexadecimal digits, two blanks and a path, found '\(line.prefix(80))'")
                continue
            }
            if let objection = BagPath.objection(to: entry.path) {
                report("expected \(objection), found '\(entry.path)'")
            } else if let first = lineOfPath[entry.path] {
                report("'\(entry.path)' stands in line \(first), too")
            } else {
                lineOfPath[entry.path] = index + 1
                entries.append(entry)
            }
        }
        if !problems.isEmpty { throw InputProblems(problems) }
        self.entries = entries
    }

    private static func entry(of line: Substring, digits: Int) -> Entry? {
        guard let end = line.utf8.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { return nil }
        let checksum = String(line[..<end]).lowercased()
        guard checksum.utf8.count == digits,
            checksum.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        var path = line[end...]
        let isBinary = path.utf8.starts(with: " *".utf8)
        path = Substring(isBinary ? path.utf8.dropFirst(2) : path.utf8.drop { $0 == 0x20 || $0 == 0x09 })
        if path.utf8.starts(with: "./".utf8) { path = Substring(path.utf8.dropFirst(2)) }
        return path.isEmpty ? nil : Entry(checksum: checksum, path: BagPath.decoded(path))
    }
}
