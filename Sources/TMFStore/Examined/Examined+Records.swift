import GRDB
public import TMFModel

/// One document by what is said of it, to be found by its words.
public struct IndexedRecord: Sendable {
    let number: DocumentNumber
    let text: String
    let contents: [Digest]

    /// `text` is folded; `contents` are those of all versions.
    public init(_ number: DocumentNumber, text: String, contents: [Digest]) {
        self.number = number
        self.text = text
        self.contents = contents
    }
}

extension Examined {
    /// The entry of the journal up to which the records of a study are known here; nil if none are.
    public func indexedHead(of study: String) throws -> (seq: Int, hash: String)? {
        let sql = "SELECT seq, hash FROM indexedStudy WHERE study = ?"
        return try database.read { db in
            try Row.fetchOne(db, sql: sql, arguments: [study]).map { ($0[0], $0[1]) }
        }
    }

    /// Records what is said of documents as of an entry of the journal: of some, or of all that there are.
    public func index(_ records: [IndexedRecord], of study: String, through head: JournalHead, areAll: Bool) throws {
        try database.write { db in
            let number = try Self.studyNumber(study, in: db)
            if areAll { try Self.forgetRecords(of: number, in: db) }
            for record in records {
                let id = Self.recordNumber(record.number, number)
                if !areAll { try Self.forget(record: id, in: db) }
                try db.cachedStatement(sql: "INSERT INTO record (id, text) VALUES (?,?)")
                    .execute(arguments: [id, record.text])
                try db.cachedStatement(sql: "INSERT INTO recordWord (rowid, text) VALUES (?,?)")
                    .execute(arguments: [id, record.text])
                for digest in Set(record.contents) {
                    try db.cachedStatement(sql: "INSERT INTO holding (content, record) VALUES (?,?)")
                        .execute(arguments: [try Self.contentNumber(digest, in: db), id])
                }
            }
            try db.execute(
                sql: "UPDATE indexedStudy SET seq = ?, hash = ? WHERE number = ?",
                arguments: [head.seq, head.hash.description, number])
        }
    }

    /// The documents of a study of which words say what is asked: `"05 02" *` is two words, the last of which may go on;
    /// `"informed consent"` are two whole ones. In what is said of them, and in the texts of their contents.
    public func documents(
        answering words: String, in study: String
    ) throws -> (records: [DocumentNumber], texts: [DocumentNumber]) {
        try database.read { db in
            let known = "SELECT number FROM indexedStudy WHERE study = ?"
            guard let number = try Int64.fetchOne(db, sql: known, arguments: [study]) else { return ([], []) }
            let bounds = (number << 32, (number + 1) << 32 - 1)
            func fetch(_ sql: String) throws -> [DocumentNumber] {
                try Int64.fetchAll(db, sql: sql, arguments: [words, bounds.0, bounds.1]).map {
                    DocumentNumber(Int($0 & 0xFFFF_FFFF))
                }
            }
            return (
                try fetch("SELECT rowid FROM recordWord WHERE recordWord MATCH ? AND rowid BETWEEN ? AND ?"),
                try fetch(
                    """
                    SELECT DISTINCT record FROM word CROSS JOIN holding ON content = word.rowid
                    WHERE word MATCH ? AND record BETWEEN ? AND ?
                    """)
            )
        }
    }

    /// The contents whose texts say what is asked, as above.
    public func contents(answering words: String) throws -> [Digest] {
        let sql = "SELECT sha256 FROM word CROSS JOIN content ON content.id = word.rowid WHERE word MATCH ?"
        return try database.read { try String.fetchAll($0, sql: sql, arguments: [words]).compactMap { Digest($0) } }
    }

    private static func studyNumber(_ study: String, in db: Database) throws -> Int64 {
        let sql = "SELECT number FROM indexedStudy WHERE study = ?"
        if let number = try Int64.fetchOne(db, sql: sql, arguments: [study]) { return number }
        try db.execute(sql: "INSERT INTO indexedStudy (study, seq, hash) VALUES (?, 0, '')", arguments: [study])
        return db.lastInsertedRowID
    }

    private static func recordNumber(_ document: DocumentNumber, _ study: Int64) -> Int64 {
        study << 32 | Int64(document.value)
    }

    private static func forgetRecords(of number: Int64, in db: Database) throws {
        let sql = "SELECT id FROM record WHERE id BETWEEN ? AND ?"
        for id in try Int64.fetchAll(db, sql: sql, arguments: [number << 32, (number + 1) << 32 - 1]) {
            try forget(record: id, in: db)
        }
    }

    private static func forget(record id: Int64, in db: Database) throws {
        let known = try db.cachedStatement(sql: "SELECT text FROM record WHERE id = ?")
        guard let text = try String.fetchOne(known, arguments: [id]) else { return }
        try db.cachedStatement(sql: "INSERT INTO recordWord (recordWord, rowid, text) VALUES ('delete', ?, ?)")
            .execute(arguments: [id, text])
        try db.cachedStatement(sql: "DELETE FROM record WHERE id = ?").execute(arguments: [id])
        try db.cachedStatement(sql: "DELETE FROM holding WHERE record = ?").execute(arguments: [id])
    }
}
