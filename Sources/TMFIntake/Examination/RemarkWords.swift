import TMFModel

extension FileExamination {
    /// A program, or reading here, was stopped at a limit.
    mutating func stopped(_ what: String, _ limit: String) {
        note(.examinationStopped, "was not looked at to its end: \(what) was stopped at \(limit)")
    }

    /// Below this a scan is hard to read, in dots per inch.
    private static let leastResolution = 150

    mutating func noteResolution(_ resolution: Int) {
        guard resolution > 0 else { return }
        self.resolution = resolution
        if resolution < Self.leastResolution {
            note(.lowResolution, "is scanned at \(resolution) dots per inch; \(Self.leastResolution) are readable")
        }
    }
}

extension Array<String> {
    /// As many as are kept, none longer than names are.
    var kept: [String] { prefix(FileExamination.mostMembers).map { String($0.prefix(300)) } }

    /// The first few, and how many more.
    var listed: String {
        prefix(5).map { String($0.prefix(100)) }.joined(separator: ", ") + (count > 5 ? " and \(count - 5) more" : "")
    }
}

extension Substring {
    /// Without blanks at both ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
