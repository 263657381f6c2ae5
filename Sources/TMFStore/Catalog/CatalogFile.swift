import Disk
import GRDB
import SystemPackage
import TMFModel

/// `catalog.sqlite`: how it is made and opened.
enum CatalogFile {
    static let name = "catalog.sqlite"

    static func create(_ root: FilePath) throws {
        try DatabaseQueue(path: root.appending(name).string, configuration: configuration()).write(Schema.create)
    }

    static func openForReading(_ root: FilePath) throws -> DatabaseQueue {
        let path = root.appending(name)
        guard try Entry.kind(path) == .file else { throw StoreError.catalogMissing(path: path.string) }
        return try upToDate(openDatabaseForReading(path), path)
    }

    /// Opens a database of the store that this process does not write to.
    static func openDatabaseForReading(_ path: FilePath) throws -> DatabaseQueue {
        var configuration = configuration()
        configuration.readonly = true
        do {
            let database = try DatabaseQueue(path: path.string, configuration: configuration)
            // A folder that nobody may write to shows only when something is read.
            _ = try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
            return database
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            // A folder that nobody may write to, such as a disc: no writer can be there either.
            let uri = "file:\(uriPath(path))?immutable=1"
            return try DatabaseQueue(path: uri, configuration: configuration)
        }
    }

    static func openForWriting(_ root: FilePath) throws -> DatabaseQueue {
        let path = root.appending(name)
        guard try Entry.kind(path) == .file else { throw StoreError.catalogMissing(path: path.string) }
        let database = try DatabaseQueue(path: path.string, configuration: configuration())
        try database.write { db in
            try Schema.create(db)
            if try Schema.isOutdated(db) { _ = try remake(db) }
        }
        return database
    }

    /// Makes the derived tables again from the journal. Returns how many entries were applied.
    static func remake(_ db: Database) throws -> Int {
        try Schema.remake(db)
        var count = 0
        for study in try JournalTable.studies(in: db) {
            try JournalTable.forEachLine(of: study, in: db) { line in
                try CatalogApplying.apply(try JournalEntry(line: line.line), to: db)
                count += 1
            }
        }
        return count
    }

    private static func upToDate(_ database: DatabaseQueue, _ path: FilePath) throws -> DatabaseQueue {
        guard try !database.read(Schema.isOutdated) else { throw StoreError.catalogOutdated(path: path.string) }
        return database
    }

    /// The path as part of a URI: `%`, `?` and `#` have a meaning there.
    private static func uriPath(_ path: FilePath) -> String {
        let escapes: [Character: String] = ["%": "%25", "?": "%3f", "#": "%23"]
        return path.string.map { escapes[$0] ?? String($0) }.joined()
    }

    /// An empty catalog in memory, with the same tables.
    static func inMemory() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        // A replay is one transaction over many calls.
        configuration.allowsUnsafeTransactions = true
        let database = try DatabaseQueue(configuration: configuration)
        try database.write(Schema.create)
        return database
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            guard !db.configuration.readonly else { return }
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000")
        }
        return configuration
    }
}
