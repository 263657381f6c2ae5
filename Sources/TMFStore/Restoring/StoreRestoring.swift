import Disk
import GRDB
import Synchronization
public import SystemPackage
public import TMFModel

/// A store that comes back from elsewhere: contents in any order, from several threads, then the journal. It is built
/// beside its place and moved there when it is whole.
///
/// Memory does not grow with the number or size of contents, nor with the length of the journal.
public final class StoreRestoring: Sendable {
    private let root: FilePath
    private let building: FilePath
    let content: ContentStore
    private let tokens = Atomic(0)

    /// What came back.
    public struct Outcome: Hashable, Sendable {
        public let study: String
        public let head: JournalHead
        public let documents: Int
        public let versions: Int
        /// Distinct contents, and their bytes.
        public let files: Int
        public let bytes: Int64
    }

    /// Begins beside `root`. Throws `StoreError.alreadyThere` if that path is taken.
    public init(at root: FilePath) throws {
        guard try !Entry.exists(root) else { throw StoreError.alreadyThere(path: root.string) }
        self.root = root
        building = root.parent.appending(
            ".\(root.lastComponent?.string ?? "store").restoring-\(ProcessFacts.number)")
        content = ContentStore(root: building)
        try Folder.createNew(building)
        do {
            for name in ["content", "incoming", "journal"] { try Folder.createNew(building.appending(name)) }
            for first in 0..<256 {
                let name = String(first, radix: 16)
                try Folder.createNew(content.content.appending(name.count == 1 ? "0\(name)" : name))
            }
            try CatalogFile.create(building)
        } catch {
            try? abandon()  // The first failure is the one to tell.
            throw error
        }
    }

    /// Keeps a version of the reference model that came along.
    public func keep(_ model: KeptModel) throws { try Store.write(model, below: building) }

    /// A place for the bytes of one content. They come from one thread, in order.
    public func receiveContent() -> ReceivedBytes { receive(mode: 0o444) }

    /// A place for the journal: every line bare, as its mirror has them.
    public func receiveJournal() -> ReceivedBytes { receive(mode: 0o644) }

    private func receive(mode: UInt32) -> ReceivedBytes {
        let token = tokens.wrappingAdd(1, ordering: .relaxed).newValue
        return ReceivedBytes(temporary: content.temporary("r\(token)"), mode: mode)
    }

    /// Gives bytes that were received the name of their digest. Bytes that are there already are dropped.
    public func keep(_ received: ReceivedBytes) throws -> Digest {
        let digest = received.digest
        do {
            try received.move(to: content.path(of: digest))
        } catch let error as DiskError where error.isTaken {
            try received.discard()  // The bytes are the same by their name.
        }
        return digest
    }

    /// Keeps the journal. There is one: throws `DiskError` if another came before.
    public func keepJournal(_ received: ReceivedBytes) throws { try received.move(to: text) }

    private var text: FilePath { content.temporary("journal") }

    /// Applies the journal, one line after the other, by the function that files and rebuilds. Every content that an
    /// entry names must have been kept before; contents that none names are removed.
    ///
    /// Throws `RestoringError` with everything that keeps the store from coming back.
    public func finish() throws -> Outcome {
        guard try Entry.exists(text) else { throw RestoringError(problems: ["there is no journal"]) }
        let database = try CatalogFile.openForWriting(building)
        // Nobody has it yet: all of it is synced at once when it is whole.
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        let (study, head) = try database.write { db in
            // Contents and entries come from one journal, so what contradicts shows as it is applied.
            try RestoredJournal(text: text).apply(to: db)
        }
        let (documents, versions) = try database.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT count(*) FROM document") ?? 0,
                try Int.fetchOne(db, sql: "SELECT count(*) FROM version") ?? 0
            )
        }
        let (files, bytes) = try checkContents(database)
        try database.close()
        try Entry.rename(text, to: building.appending("journal").appending("\(study).jsonl"))
        try content.discardIncoming()
        try StoreFormat.write(in: building)
        try Folder.syncFileSystem(of: building)
        try Entry.rename(building, to: root)
        try Folder.sync(root.parent)
        return Outcome(
            study: study, head: head, documents: documents, versions: versions, files: files, bytes: bytes)
    }

    /// Removes everything that was built.
    public func abandon() throws { try Folder.remove(building) }

    /// Every version's content is there in its length; its bytes were hashed on their way here.
    private func checkContents(_ database: DatabaseQueue) throws -> (files: Int, bytes: Int64) {
        var problems: [String] = []
        var files = 0
        var total: Int64 = 0
        let sql = """
            SELECT sha256, bytes, document, ordinal FROM version WHERE sha256 IS NOT NULL
            ORDER BY sha256, document, ordinal
            """
        try database.read { db in
            var last: (digest: String, size: Int64?) = ("", nil)
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() {
                let text: String = row[0]
                if text != last.digest {
                    let path = Digest(text).map(content.path(of:))
                    last = (text, try path.flatMap { try EntryFacts.of($0)?.size })
                    if let size = last.size {
                        files += 1
                        total += size
                    }
                }
                let name = "\(DocumentNumber(row[2] as Int)), version \(row[3] as Int)"
                if last.size == nil {
                    problems.append("\(name): its content, SHA-256 \(text), is missing")
                } else if let size = last.size, size != row[1] as Int64 {
                    problems.append("\(name): its content has \(size) bytes; the journal says \(row[1] as Int64)")
                }
            }
        }
        guard problems.isEmpty else { throw RestoringError(problems: problems) }
        try removeUnnamed(database)
        return (files, total)
    }

    private func removeUnnamed(_ database: DatabaseQueue) throws {
        try database.read { db in
            let known = try db.cachedStatement(sql: "SELECT 1 FROM version WHERE sha256 = ? LIMIT 1")
            try content.forEachFile { digest, path, _ in
                if let digest, try Int.fetchOne(known, arguments: [digest.description]) != nil { return }
                try Entry.remove(content.content.pushing(path))
            }
        }
    }
}

/// Why a store does not come back.
public struct RestoringError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never empty.
    public let problems: [String]

    public init(problems: [String]) { self.problems = problems }

    public var description: String { problems.joined(separator: "\n") }
}
