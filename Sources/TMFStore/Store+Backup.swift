import Disk
import GRDB
public import SystemPackage
import TMFModel

extension Store {
    /// Copies the whole store to a new folder while others may read and write: the catalog as of one moment, then
    /// every content it names, each checked against its digest on the way.
    ///
    /// Throws `StoreError.alreadyThere`, `.noContent` or `.damagedContent`; nothing is left at `target` then.
    /// - Returns: Contents copied, and their bytes.
    public func backUp(to target: FilePath) throws -> (files: Int, bytes: Int64) {
        guard try !Entry.exists(target) else { throw StoreError.alreadyThere(path: target.string) }
        let building = FilePath(target.string + ".part-\(ProcessFacts.number)")
        try Folder.create(building)
        do {
            let copied = try copy(to: building)
            try Entry.rename(building, to: target)
            try Folder.sync(target.parent)
            return copied
        } catch {
            try? Folder.remove(building)  // The first failure is the one to tell.
            throw error
        }
    }

    private func copy(to building: FilePath) throws -> (files: Int, bytes: Int64) {
        for name in ["content", "incoming", "journal"] { try Folder.create(building.appending(name)) }
        let copy = try DatabaseQueue(path: building.appending(CatalogFile.name).string)
        try database.backup(to: copy)
        let digests = try copy.read { db in
            try String.fetchAll(db, sql: "SELECT DISTINCT sha256 FROM version WHERE sha256 IS NOT NULL ORDER BY sha256")
        }
        let mirrorCopy = JournalMirror(folder: building.appending("journal"))
        for study in try copy.read({ try JournalTable.studies(in: $0) }) {
            var lines: [JournalLine] = []
            try copy.read { db in try JournalTable.forEachLine(of: study, in: db) { lines.append($0) } }
            try mirrorCopy.append(lines, of: study)
        }
        try copy.close()
        let contents = ContentStore(root: building)
        var bytes: Int64 = 0
        for batch in stride(from: 0, to: digests.count, by: 500) {
            var staged: [StagedContent] = []
            for text in digests[batch..<min(batch + 500, digests.count)] {
                guard let digest = Digest(text) else { throw StoreError.noContent(digest: text) }
                let reader = try content.open(digest)
                let item = try contents.stage(token: text, name: nil) { try reader.forEachChunk($0) }
                guard item.content.digest == digest else { throw StoreError.damagedContent(digest: text) }
                bytes += item.content.bytes
                staged.append(item)
            }
            try contents.keep(staged)
        }
        try copyModels(to: building)
        try StoreFormat.write(in: building)
        try Folder.syncFileSystem(of: building)
        return (digests.count, bytes)
    }
}
