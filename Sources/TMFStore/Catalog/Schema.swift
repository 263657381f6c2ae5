import GRDB

/// The tables of `catalog.sqlite`. The journal is the record; all others follow from it and can be made again.
enum Schema {
    /// Raised whenever a derived table changes: a catalog with an older one is made again from its journal.
    private static let version = 5

    /// Makes the tables that are not there yet.
    static func create(_ db: Database) throws {
        let isNew = try !db.tableExists("journal")
        try db.execute(sql: journal)
        try db.execute(sql: derived)
        if isNew { try db.execute(sql: "PRAGMA user_version = \(version)") }
    }

    /// Whether an older program made the derived tables.
    static func isOutdated(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 < version
    }

    /// Throws every derived table away and makes it empty, as this program has it.
    static func remake(_ db: Database) throws {
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        for table in derivedTables.reversed() { try db.execute(sql: "DROP TABLE IF EXISTS \(table)") }
        try db.execute(sql: derived)
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Every table but the journal.
    static let derivedTables = [
        "applied", "studyEntity", "document", "version", "waiver", "documentLink", "mention", "qualityReturn",
        "qualitySample", "sampleMember", "qualityIssue", "issueAnswer", "gateOverride", "placeLock", "contentDefect",
        "retentionEvent", "retentionHold", "disposal", "duplicateDecision",
    ]

    private static let journal = """
        CREATE TABLE IF NOT EXISTS journal (
          study TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq >= 1), line TEXT NOT NULL,
          hash TEXT NOT NULL CHECK (length(hash) = 64), PRIMARY KEY (study, seq)) STRICT, WITHOUT ROWID;
        CREATE TRIGGER IF NOT EXISTS journal_is_append_only_update BEFORE UPDATE ON journal
          BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS journal_is_append_only_delete BEFORE DELETE ON journal
          BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
        -- REPLACE deletes without asking the trigger on DELETE.
        CREATE TRIGGER IF NOT EXISTS journal_is_append_only_insert BEFORE INSERT ON journal
          WHEN EXISTS (SELECT 1 FROM journal WHERE study = NEW.study AND seq >= NEW.seq)
          BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
        """

    private static let derived = """
        CREATE TABLE IF NOT EXISTS applied (
          study TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS studyEntity (
          study TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, position INTEGER NOT NULL,
          PRIMARY KEY (study, kind, key)) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS studyEntityByPosition ON studyEntity (study, position);
        CREATE TABLE IF NOT EXISTS document (
          study TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 1), artifact TEXT NOT NULL, subArtifact TEXT,
          level TEXT NOT NULL CHECK (level IN ('trial', 'country', 'site')), country TEXT, site TEXT, person TEXT,
          organization TEXT, title TEXT NOT NULL, language TEXT, translationOf TEXT,
          restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)), key TEXT,
          withdrawnAt TEXT, withdrawnBy TEXT, withdrawnReason TEXT,
          CHECK ((level = 'trial') = (country IS NULL)), CHECK ((level = 'site') = (site IS NOT NULL)),
          PRIMARY KEY (study, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS version (
          study TEXT NOT NULL, document INTEGER NOT NULL, ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
          label TEXT, status TEXT NOT NULL, statusAt TEXT NOT NULL, firstReview TEXT,
          documentDate TEXT, receivedDate TEXT, expiryDate TEXT, expiryRule TEXT,
          copy TEXT, certifiedBy TEXT, certifiedOn TEXT, certifiedMethod TEXT, filedElsewhere TEXT,
          sourceSystem TEXT, sourceId TEXT, path TEXT, originalName TEXT, sha256 TEXT, bytes INTEGER, mediaType TEXT,
          url TEXT, note TEXT, metadata TEXT, filedAt TEXT NOT NULL, filedBy TEXT NOT NULL,
          addendum INTEGER NOT NULL CHECK (addendum IN (0, 1)),
          PRIMARY KEY (study, document, ordinal),
          FOREIGN KEY (study, document) REFERENCES document (study, number)) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS versionByContent ON version (sha256);
        CREATE TABLE IF NOT EXISTS contentDefect (
          study TEXT NOT NULL, sha256 TEXT NOT NULL, defect TEXT NOT NULL,
          PRIMARY KEY (study, sha256)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS waiver (
          study TEXT NOT NULL, address TEXT NOT NULL, reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
          PRIMARY KEY (study, address)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS documentLink (
          study TEXT NOT NULL, document INTEGER NOT NULL, relation TEXT NOT NULL, target INTEGER NOT NULL,
          PRIMARY KEY (study, document, relation, target),
          FOREIGN KEY (study, document) REFERENCES document (study, number),
          FOREIGN KEY (study, target) REFERENCES document (study, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS mention (
          study TEXT NOT NULL, document INTEGER NOT NULL, seq INTEGER NOT NULL,
          PRIMARY KEY (study, document, seq)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS qualityReturn (
          study TEXT NOT NULL, document INTEGER NOT NULL, round INTEGER NOT NULL CHECK (round >= 1),
          version INTEGER NOT NULL, code TEXT, reason TEXT, by TEXT NOT NULL, at TEXT NOT NULL, answer TEXT,
          answeredAt TEXT, CHECK ((answer IS NULL) = (answeredAt IS NULL)),
          PRIMARY KEY (study, document, round),
          FOREIGN KEY (study, document) REFERENCES document (study, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS qualitySample (
          study TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 1), draw TEXT NOT NULL, by TEXT NOT NULL,
          at TEXT NOT NULL, reason TEXT, PRIMARY KEY (study, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS sampleMember (
          study TEXT NOT NULL, sample INTEGER NOT NULL, position INTEGER NOT NULL, document INTEGER NOT NULL,
          version INTEGER NOT NULL, outcome TEXT, by TEXT, at TEXT, PRIMARY KEY (study, sample, position),
          FOREIGN KEY (study, sample) REFERENCES qualitySample (study, number)) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS sampleMemberByDocument ON sampleMember (study, document, version);
        CREATE TABLE IF NOT EXISTS qualityIssue (
          study TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 1), statement TEXT NOT NULL, by TEXT NOT NULL,
          at TEXT NOT NULL, capa TEXT, closedBy TEXT, closedAt TEXT, resolution TEXT,
          PRIMARY KEY (study, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS issueAnswer (
          study TEXT NOT NULL, issue INTEGER NOT NULL, ordinal INTEGER NOT NULL, text TEXT NOT NULL, by TEXT NOT NULL,
          at TEXT NOT NULL, PRIMARY KEY (study, issue, ordinal),
          FOREIGN KEY (study, issue) REFERENCES qualityIssue (study, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS gateOverride (
          study TEXT NOT NULL, gate TEXT NOT NULL, blocker TEXT NOT NULL, scope TEXT NOT NULL, document INTEGER,
          reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
          PRIMARY KEY (study, gate, blocker)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS placeLock (
          study TEXT NOT NULL, scope TEXT NOT NULL, locking TEXT NOT NULL, reason TEXT, by TEXT NOT NULL,
          at TEXT NOT NULL, PRIMARY KEY (study, scope)) STRICT, WITHOUT ROWID;
        -- The country is empty where the event is everywhere.
        CREATE TABLE IF NOT EXISTS retentionEvent (
          study TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL, day TEXT NOT NULL, by TEXT NOT NULL,
          at TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (study, name, country)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS retentionHold (
          study TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 1), statement TEXT NOT NULL, by TEXT NOT NULL,
          at TEXT NOT NULL, reason TEXT NOT NULL, liftedBy TEXT, liftedAt TEXT, liftedReason TEXT,
          PRIMARY KEY (study, number)) STRICT, WITHOUT ROWID;
        -- The version is 0 where all of the document's are meant.
        CREATE TABLE IF NOT EXISTS disposal (
          study TEXT NOT NULL, document INTEGER NOT NULL, subject TEXT NOT NULL, version INTEGER NOT NULL,
          number INTEGER NOT NULL CHECK (number >= 1), statement TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
          reason TEXT, PRIMARY KEY (study, document, subject, version),
          FOREIGN KEY (study, document) REFERENCES document (study, number)) STRICT, WITHOUT ROWID;
        -- The other study is empty where both documents are of one.
        CREATE TABLE IF NOT EXISTS duplicateDecision (
          study TEXT NOT NULL, document INTEGER NOT NULL, otherStudy TEXT NOT NULL, other INTEGER NOT NULL,
          decision TEXT NOT NULL, reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
          PRIMARY KEY (study, document, otherStudy, other)) STRICT, WITHOUT ROWID;
        """
}
