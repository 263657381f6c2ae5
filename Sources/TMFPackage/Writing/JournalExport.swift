import TMFModel
import TMFStore

/// The journal as a package carries it: every line bare, and a withheld one replaced by its hash, so that the chain of
/// the rest still verifies.
struct JournalExport {
    let store: Store
    let study: String
    let withheld: WithheldEntries
    /// The last entry that the package knows.
    let through: Int

    func write(to spool: Spool) throws {
        var bytes: [UInt8] = []
        try store.forEachLine(of: study) { line in
            guard line.seq <= through else { return }
            if withheld.contains(line.seq) {
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
        try store.entries(of: study, numbers).filter { $0.seq <= through && !withheld.contains($0.seq) }
    }

    /// The entries about one document, without those that also speak of a withheld one.
    func history(of document: DocumentNumber) throws -> [JournalEntry] {
        try store.history(of: document, in: study).filter { $0.seq <= through && !withheld.contains($0.seq) }
    }
}
