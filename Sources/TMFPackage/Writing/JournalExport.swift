import TMFModel
import TMFStore

/// The journal as a package carries it: every line bare, and a withheld one replaced by its hash, so that the chain of
/// the rest still verifies.
struct JournalExport {
    let store: Store
    let study: String
    /// Entries that speak of one of these are withheld.
    let withheld: Set<DocumentNumber>
    /// The last entry that the package knows.
    let through: Int

    func write(to spool: Spool) throws {
        var bytes: [UInt8] = []
        try store.forEachLine(of: study) { line in
            guard line.seq <= through else { return }
            if try isWithheld(line.line) {
                JSON.object([JSON.Member("withheld", .string(line.hash.description))]).write(to: &bytes)
            } else {
                bytes.append(contentsOf: line.line.utf8)
            }
            bytes.append(0x0A)
            if bytes.count >= 1 << 18 {
                try spool.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try spool.write(bytes)
    }

    /// The entries with these numbers, without the withheld ones.
    func entries(_ numbers: ClosedRange<Int>) throws -> [JournalEntry] {
        try store.entries(of: study, numbers).filter { entry in
            entry.seq <= through && !entry.event.documents.contains(where: withheld.contains)
        }
    }

    /// The entries about one document, without those that also speak of a withheld one.
    func history(of document: DocumentNumber) throws -> [JournalEntry] {
        try store.history(of: document, in: study).filter { entry in
            entry.seq <= through && !entry.event.documents.contains(where: withheld.contains)
        }
    }

    private func isWithheld(_ line: String) throws -> Bool {
        guard !withheld.isEmpty else { return false }
        return try JournalEntry(line: line).event.documents.contains(where: withheld.contains)
    }
}
