import TMFModel

/// Goes along one study's journal, in the table and in its text, and notes everything that is wrong with it.
struct ChainVerifying {
    let study: String
    /// As recomputed so far.
    private(set) var head: JournalHead?
    /// Whether the text has lines after the table's last entry.
    var hasMore = false
    private var problems: [StoreProblem] = []
    private var previous = Digest.zero
    private var expectedSeq = 1

    init(study: String) { self.study = study }

    /// Takes the next entry of the table, and the line of the text at the same place; nil if the text ends before.
    mutating func verify(seq: Int, line: String, hash stored: String, mirrored: ArraySlice<UInt8>?) {
        let hash = JournalChain.hash(of: line, after: previous)
        if seq != expectedSeq { report(seq, "entry \(expectedSeq) is missing before it") }
        if hash.description != stored { report(seq, "its hash does not follow from its line and the entry before") }
        do {
            let entry = try JournalEntry(line: line)
            if entry.seq != seq || entry.study != study {
                report(seq, "its line names another place: entry \(entry.seq) of \(entry.study)")
            }
            head = JournalHead(seq: seq, hash: hash, at: entry.at)
        } catch {
            report(seq, "\(error)")
        }
        if let mirrored, !mirrored.elementsEqual(line.utf8) { report(seq, "journal/\(study).jsonl has another line") }
        // Go on from what is stored, so that one altered entry is reported once.
        previous = Digest(stored) ?? hash
        expectedSeq = seq + 1
    }

    /// Everything that was found.
    mutating func finish() -> [StoreProblem] {
        if hasMore { report(expectedSeq, "journal/\(study).jsonl has lines that the catalog has not") }
        return problems
    }

    private mutating func report(_ seq: Int, _ problem: String) {
        problems.append(StoreProblem(path: "journal of \(study), entry \(seq)", problem: problem))
    }
}
