import Disk
import GRDB
public import SystemPackage
import TMFModel

extension Store {
    /// Makes the derived tables again from the journal; where the whole catalog is gone, from the journal's text.
    ///
    /// Throws `StoreError.busy` while another process writes, `JournalLineError` or `StoreError.contradiction` if the
    /// journal does not hold together; the catalog stays as it was then.
    /// - Returns: How many entries were applied.
    public static func rebuild(_ root: FilePath) throws -> Int {
        try StoreFormat.check(root)
        let lock = try WriterLock(root, waiting: 5_000)
        defer { withExtendedLifetime(lock) {} }
        let path = root.appending(CatalogFile.name)
        if try Entry.kind(path) != .file { try restoreCatalog(root) }
        let database = try CatalogFile.openForWriting(root)
        return try database.write(CatalogFile.remake)
    }

    /// A new catalog with the journal of every text in `journal/`, built aside and moved into place.
    private static func restoreCatalog(_ root: FilePath) throws {
        let mirror = JournalMirror(folder: root.appending("journal"))
        let temporary = root.appending("\(CatalogFile.name).new")
        for suffix in ["", "-wal", "-shm"] { try removeIfThere(FilePath(temporary.string + suffix)) }
        // Logs of the lost catalog would be taken for logs of the new one.
        for suffix in ["-wal", "-shm"] { try removeIfThere(FilePath(root.appending(CatalogFile.name).string + suffix)) }
        let database = try DatabaseQueue(path: temporary.string)
        try database.write { db in
            try Schema.create(db)
            for study in try mirror.studies() {
                var previous = Digest.zero
                var seq = 0
                try mirror.forEachLine(of: study) { line in
                    seq += 1
                    let entry = try JournalEntry(line: line)
                    guard entry.seq == seq, entry.study == study else {
                        throw JournalLineError(seq: seq, problem: "journal/\(study).jsonl has entry \(entry.seq) here")
                    }
                    previous = JournalChain.hash(of: line, after: previous)
                    try JournalTable.append(JournalLine(seq: seq, line: line, hash: previous), study: study, to: db)
                }
            }
        }
        try database.close()
        try FileWriter.sync(temporary)
        try Entry.rename(temporary, replacing: root.appending(CatalogFile.name))
        try Folder.sync(root)
    }

    private static func removeIfThere(_ path: FilePath) throws {
        if try Entry.exists(path) { try Entry.remove(path) }
    }
}
