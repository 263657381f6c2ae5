import GRDB
import TMFModel

/// The journal's table: appended to, read, never changed.
enum JournalTable {
    static func append(_ line: JournalLine, study: String, to db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO journal (study, seq, line, hash) VALUES (?,?,?,?)")
            .execute(arguments: [study, line.seq, line.line, line.hash.description])
    }

    /// The newest entry; nil for a study without a journal.
    static func head(of study: String, in db: Database) throws -> JournalHead? {
        let sql = "SELECT seq, hash, line FROM journal WHERE study = ? ORDER BY seq DESC LIMIT 1"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [study]) else { return nil }
        return try head(seq: row[0], hash: row[1], line: row[2])
    }

    /// The newest entry not later than `instant`.
    static func head(of study: String, until instant: Instant, in db: Database) throws -> JournalHead? {
        // Times never run backwards within a study, as the writer sees to it, and numbers have no gaps: the last entry
        // that is early enough is found by halves.
        let statement = try db.makeStatement(sql: "SELECT seq, hash, line FROM journal WHERE study = ? AND seq = ?")
        var low = 0
        var high = try Int.fetchOne(db, sql: "SELECT max(seq) FROM journal WHERE study = ?", arguments: [study]) ?? 0
        var found: JournalHead?
        while low < high {
            let middle = (low + high + 1) / 2
            guard let row = try Row.fetchOne(statement, arguments: [study, middle]) else {
                throw JournalLineError(seq: middle, problem: "it is not there")
            }
            let head = try head(seq: row[0], hash: row[1], line: row[2])
            if head.at <= instant {
                found = head
                low = middle
            } else {
                high = middle - 1
            }
        }
        return found
    }

    static func forEachLine(
        of study: String, after seq: Int = 0, through last: Int? = nil, in db: Database,
        _ body: (JournalLine) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT seq, line, hash FROM journal WHERE study = ? AND seq > ? AND seq <= ? ORDER BY seq",
            arguments: [study, seq, last ?? Int.max])
        while let row = try rows.next() {
            guard let hash = Digest(row[2] as String) else {
                throw JournalLineError(seq: row[0], problem: "its hash is not 64 hexadecimal digits")
            }
            try body(JournalLine(seq: row[0], line: row[1], hash: hash))
        }
    }

    static func studies(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT DISTINCT study FROM journal ORDER BY study")
    }

    private static func head(seq: Int, hash: String, line: String) throws -> JournalHead {
        guard let hash = Digest(hash) else {
            throw JournalLineError(seq: seq, problem: "its hash is not 64 hexadecimal digits")
        }
        return JournalHead(seq: seq, hash: hash, at: try JournalEntry(line: line).at)
    }
}
