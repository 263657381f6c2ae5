import Disk
import GRDB
import Synchronization
public import SystemPackage
public import TMFModel

/// One or more Trial Master Files on disk: a journal, a catalog derived from it, and the contents.
///
/// A store opened for writing holds the writer's lock until it goes away; readers never wait.
public final class Store: Sendable {
    public enum Access: Sendable {
        case reading
        /// Waits so many milliseconds for another writer, then throws `StoreError.busy`.
        case writing(waiting: Int = 5_000)
    }

    public let root: FilePath
    public let content: ContentStore
    let database: DatabaseQueue
    let mirror: JournalMirror
    private let lock: WriterLock?
    /// Whether it was opened for writing.
    var isWritable: Bool { lock != nil }
    private let clock: @Sendable () -> Instant
    /// Set when lines of the table could not be added to the journal's text: they are before the next ones.
    private let isMirrorBehind = Atomic(false)

    /// Opens a store. Throws `StoreError` if there is none, it has a newer format, or another process writes.
    ///
    /// Opening for writing empties `incoming/` and brings the journal's text up to its table.
    public init(at root: FilePath, _ access: Access, clock: @escaping @Sendable () -> Instant = Clock.now) throws {
        try StoreFormat.check(root)
        self.root = root
        self.clock = clock
        content = ContentStore(root: root)
        mirror = JournalMirror(folder: root.appending("journal"))
        switch access {
        case .reading:
            lock = nil
            database = try CatalogFile.openForReading(root)
        case .writing(let milliseconds):
            lock = try WriterLock(root, waiting: milliseconds)
            database = try CatalogFile.openForWriting(root)
            try content.discardIncoming()
            try bringMirrorUp()
        }
    }

    /// Makes an empty store and opens it for writing. Throws `StoreError.alreadyThere` if the path is taken.
    public static func create(at root: FilePath, clock: @escaping @Sendable () -> Instant = Clock.now) throws -> Store {
        guard try !Entry.exists(root) else { throw StoreError.alreadyThere(path: root.string) }
        // Built beside its place and moved there whole: a store that is half made is never found.
        let building = root.parent.appending(".\(root.lastComponent?.string ?? "store").new-\(ProcessFacts.number)")
        try Folder.create(building)
        do {
            for name in ["content", "incoming", "journal"] { try Folder.create(building.appending(name)) }
            try CatalogFile.create(building)
            try StoreFormat.write(in: building)
            try Folder.sync(building)
            try Entry.rename(building, to: root)
            try Folder.sync(root.parent)
        } catch {
            try? Folder.remove(building)  // The first failure is the one to tell.
            throw error
        }
        return try Store(at: root, .writing(), clock: clock)
    }

    /// Whether the path is a store of any version.
    public static func isStore(_ path: FilePath) throws -> Bool {
        try Entry.kind(path.appending(StoreFormat.fileName)) == .file
    }

    /// The number that the next document of a study gets.
    public func nextDocumentNumber(in study: String) throws -> DocumentNumber {
        let sql = "SELECT coalesce(max(number), 0) + 1 FROM document WHERE study = ?"
        return DocumentNumber(try database.read { try Int.fetchOne($0, sql: sql, arguments: [study]) } ?? 1)
    }

    /// Writes entries for events, all or none, and returns when they are durable. `staged` are the contents that the
    /// events name and that are not yet in the store; they are kept first.
    ///
    /// Throws `StoreError.readOnly`; `.locked` if an event touches a locked place; `StoreError.contradiction` or `.noSuchDocument` if an event does not fit what is
    /// there; an error of the disk. Nothing was recorded then.
    public func record(
        _ events: [JournalEvent], in study: String, by attribution: Attribution, staged: [StagedContent] = []
    ) throws {
        guard lock != nil else { throw StoreError.readOnly(path: root.string) }
        guard JournalMirror.canHold(study) else {
            throw StoreError.contradiction("'\(study)' cannot name a study: 1 to 200 bytes without '/'")
        }
        guard !events.isEmpty else { return }
        if isMirrorBehind.load(ordering: .acquiring) {
            try bringMirrorUp()
            isMirrorBehind.store(false, ordering: .releasing)
        }
        try content.keep(staged)
        let lines = try database.write { db -> [JournalLine] in
            let head = try JournalTable.head(of: study, in: db)
            var hash = head?.hash ?? .zero
            var seq = head?.seq ?? 0
            let at = max(clock(), head?.at ?? Instant(milliseconds: 0))
            var lines: [JournalLine] = []
            lines.reserveCapacity(events.count)
            var locks = try LockGuard(of: study, in: db)
            for event in events {
                try locks.check(event, by: attribution, in: db)
                seq += 1
                let entry = JournalEntry(seq: seq, study: study, at: at, by: attribution, event: event)
                let line = entry.line
                hash = JournalChain.hash(of: line, after: hash)
                let stored = JournalLine(seq: seq, line: line, hash: hash)
                try JournalTable.append(stored, study: study, to: db)
                try CatalogApplying.apply(entry, to: db)
                try locks.note(event, in: db)
                lines.append(stored)
            }
            return lines
        }
        do {
            try mirror.append(lines, of: study)
        } catch {
            // The entries are durable in the table, so this is no failure to record them. What the text lacks is
            // added before the next entry, or when the store next opens, and that does fail if it cannot be done.
            isMirrorBehind.store(true, ordering: .releasing)
        }
    }

    private func bringMirrorUp() throws {
        for study in try studies() {
            let count = try mirror.repairedLineCount(of: study)
            var missing: [JournalLine] = []
            try forEachLine(of: study, after: count) { missing.append($0) }
            if !missing.isEmpty { try mirror.append(missing, of: study) }
        }
    }
}

extension FilePath {
    /// The folder that holds the path's last component.
    var parent: FilePath {
        let folder = removingLastComponent()
        return folder.isEmpty ? "." : folder
    }
}
