import TMFModel

/// Recomputes the chain of a `journal.jsonl` while its bytes go by.
struct JournalChainCheck {
    private(set) var head = Digest.zero
    private(set) var entries = 0
    /// Numbered by line, from 1.
    private(set) var problems: [(line: Int, problem: String)] = []
    private(set) var withheld = 0
    private var lines = LineSplitter()

    /// Whether its first line is an entry or withheld: other bags may have a file of that name.
    var beginsAsJournal: Bool { entries > 0 && problems.first?.line != 1 }

    mutating func take(_ bytes: ArraySlice<UInt8>) {
        lines.add(bytes)
        while let line = lines.next() { take(line: line) }
    }

    mutating func end() {
        if lines.hasUnfinishedLine { problems.append((entries + 1, "the last line is cut off")) }
    }

    private mutating func take(line bytes: ArraySlice<UInt8>) {
        entries += 1
        guard let line = String(validating: bytes, as: UTF8.self) else {
            problems.append((entries, "is not UTF-8"))
            return
        }
        if let hash = JournalChainCheck.withheldHash(of: line) {
            withheld += 1
            head = hash
            return
        }
        do {
            let entry = try JournalEntry(line: line)
            if entry.seq != entries { problems.append((entries, "has number \(entry.seq), expected \(entries)")) }
        } catch {
            problems.append((entries, "\(error)"))
        }
        head = JournalChain.hash(of: line, after: head)
    }

    /// The hash that stands for a withheld line; nil for any other line.
    static func withheldHash(of line: String) -> Digest? {
        guard line.hasPrefix("{\"withheld\":"), let json = try? JSON(parsing: line),  // No JSON is no withheld line.
            json.members?.count == 1
        else { return nil }
        return json["withheld"]?.string.flatMap { Digest($0) }
    }
}
