public import TMFModel

/// `fetch.txt`: files that belong to a bag and did not come with it. RFC 8493, 2.2.3.
public struct BagFetch: Hashable, Sendable {
    public static let fileName = "fetch.txt"

    public struct Entry: Hashable, Sendable {
        public let url: String
        /// In bytes; nil where the bag does not say.
        public let length: Int64?
        /// From the bag's folder.
        public let path: String
    }

    public let entries: [Entry]

    /// Reads the file. Throws `InputProblems` with every line that is none, or leads out of the bag.
    public init(parsing text: String, source: String = BagFetch.fileName) throws(InputProblems) {
        var entries: [Entry] = []
        var problems: [InputProblem] = []
        for (index, line) in BagText.lines(of: text).enumerated() where !line.allSatisfy(\.isWhitespace) {
            let parts = line.split(maxSplits: 2, whereSeparator: { $0 == " " || $0 == "\t" })
            let length = parts.count == 3 ? Int64(parts[1]) : nil
            guard parts.count == 3, length != nil || parts[1] == "-", (length ?? 0) >= 0 else {
                problems.append(
                    InputProblem(
                        source: source, row: index + 1,
                        message: "expected an address, a length or '-', and a path, found '\(line.prefix(80))'"))
                continue
            }
            let path = BagPath.decoded(parts[2].drop { $0 == " " || $0 == "\t" })
            if let objection = BagPath.objection(to: path) {
                problems.append(
                    InputProblem(source: source, row: index + 1, message: "expected \(objection), found '\(path)'"))
            } else {
                entries.append(Entry(url: String(parts[0]), length: length, path: path))
            }
        }
        if !problems.isEmpty { throw InputProblems(problems) }
        self.entries = entries
    }
}
