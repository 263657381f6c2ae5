import Disk
import GRDB
import SystemPackage

/// `examined.sqlite`: what looking into contents showed, with an index of their words. It follows from the contents
/// alone, so that it can be thrown away; nothing in it is journalled, copied to packages or counted in backups.
enum ExaminedFile {
    static let name = "examined.sqlite"

    /// Raised whenever a table or the meaning of a fact changes: an older file is made anew.
    private static let version = 2

    /// Nil if nothing was examined yet, or by a program with other tables.
    static func openForReading(_ root: FilePath) throws -> DatabaseQueue? {
        let path = root.appending(name)
        guard try Entry.kind(path) == .file else { return nil }
        let database = try CatalogFile.openDatabaseForReading(path)
        return try database.read(isCurrent) ? database : nil
    }

    static func openForWriting(_ root: FilePath) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(30)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // What a crash loses is examined again.
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
            // The index of words rewrites the same pages batch after batch: once in a while is enough for the file itself.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 16000")
        }
        let database = try DatabaseQueue(path: root.appending(name).string, configuration: configuration)
        try database.write { db in
            if try isCurrent(db) { return }
            for table in tables { try db.execute(sql: "DROP TABLE IF EXISTS \(table)") }
            try db.execute(sql: schema)
            try db.execute(sql: "PRAGMA user_version = \(version)")
        }
        return database
    }

    /// Throws the file away.
    static func remove(_ root: FilePath) throws {
        for suffix in ["", "-wal", "-shm"] {
            let path = FilePath(root.appending(name).string + suffix)
            if try Entry.exists(path) { try Entry.remove(path) }
        }
    }

    private static func isCurrent(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA user_version") == version
    }

    private static let tables = [
        "likeness", "signature", "word", "contentText", "content", "holding", "recordWord", "record", "indexedStudy",
    ]

    /// Words are folded before they come here: the tokenizer need only part them. The indexes of words hold no texts.
    private static let schema = """
        CREATE TABLE content (
          id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE,
          -- Null until the content is examined.
          facts TEXT, hasRemarks INTEGER NOT NULL DEFAULT 0 CHECK (hasRemarks IN (0, 1)),
          hasText INTEGER NOT NULL DEFAULT 0 CHECK (hasText IN (0, 1))) STRICT;
        CREATE INDEX contentWithRemarks ON content (id) WHERE hasRemarks = 1;
        CREATE INDEX contentWithoutText ON content (id) WHERE facts IS NOT NULL AND hasText = 0;
        CREATE TABLE contentText (
          content INTEGER PRIMARY KEY REFERENCES content (id), pages TEXT NOT NULL, recognized TEXT NOT NULL) STRICT;
        -- Of a text: a digest of its words and a sketch of its passages, null where it says too little. Of pages: what they
        -- look like, null until they were looked at. `compared` once the content was held against all others.
        CREATE TABLE signature (
          content INTEGER PRIMARY KEY REFERENCES content (id), pages INTEGER NOT NULL, words INTEGER, digest TEXT,
          sketch BLOB, picture BLOB, compared INTEGER NOT NULL DEFAULT 0 CHECK (compared IN (0, 1))) STRICT;
        CREATE TABLE likeness (
          one INTEGER NOT NULL REFERENCES content (id), two INTEGER NOT NULL REFERENCES content (id),
          kind TEXT NOT NULL, share INTEGER NOT NULL, evidence TEXT NOT NULL, PRIMARY KEY (one, two),
          CHECK (one < two)) STRICT, WITHOUT ROWID;
        CREATE INDEX likenessOfOther ON likeness (two);
        CREATE VIRTUAL TABLE word USING fts5(
          text, content = '', columnsize = 0, prefix = '3', tokenize = 'unicode61 remove_diacritics 0');
        CREATE TABLE indexedStudy (
          number INTEGER PRIMARY KEY, study TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
        -- The number of the study, and that of the document in the lower half.
        CREATE TABLE record (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
        CREATE VIRTUAL TABLE recordWord USING fts5(
          text, content = '', columnsize = 0, prefix = '3', tokenize = 'unicode61 remove_diacritics 0');
        CREATE TABLE holding (
          content INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (content, record)) STRICT, WITHOUT ROWID;
        CREATE INDEX holdingOfRecord ON holding (record);
        """
}
