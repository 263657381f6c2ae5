import GRDB
public import TMFModel

/// A catalog in memory, made by applying a journal's lines one after the other.
///
/// Serves a past date of a store, and a package, which brings its journal but no catalog.
public final class JournalReplay {
    private let study: String
    private let database: DatabaseQueue

    public init(study: String) throws {
        self.study = study
        database = try CatalogFile.inMemory()
    }

    /// Applies the next line. Throws `JournalLineError` if it is no entry, `StoreError` if it does not fit.
    public func apply(_ line: String) throws {
        let entry = try JournalEntry(line: line)
        try database.inDatabase { db in
            // One transaction for all: a replay that fails is thrown away whole.
            if !db.isInsideTransaction { try db.beginTransaction() }
            try CatalogApplying.apply(entry, to: db)
        }
    }

    /// What the lines so far add up to; nil if they make no study.
    public func snapshot(head: JournalHead?) throws -> StudySnapshot? {
        try database.inDatabase { db in
            if db.isInsideTransaction { try db.commit() }
            return try CatalogReading.snapshot(of: study, in: db, head: head)
        }
    }

    /// The same, with the documents one at a time: everything else is handed to `frame` first. Nothing is handed over
    /// if the lines make no study; returns whether they do.
    public func read(
        head: JournalHead?, frame: (StudySnapshot) throws -> Void, document: (Document) throws -> Void
    ) throws -> Bool {
        try database.inDatabase { db in
            if db.isInsideTransaction { try db.commit() }
            return try CatalogReading.read(study, in: db, head: head, frame: frame, document: document)
        }
    }

    /// The rows of every derived table, for comparing one catalog with another.
    func rows(of table: String) throws -> [Row] {
        try database.inDatabase { db in
            if db.isInsideTransaction { try db.commit() }
            return try Store.rows(of: table, study: study, in: db)
        }
    }
}
