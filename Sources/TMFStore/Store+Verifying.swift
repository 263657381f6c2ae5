import Disk
import GRDB
import SystemPackage
public import TMFModel

/// What checking a store, or a part of it, found.
public struct StoreVerification: Hashable, Sendable {
    /// Content files looked at, and their bytes.
    public var files = 0
    public var bytes: Int64 = 0
    public var problems: [StoreProblem] = []
    /// The head of each study's journal, as recomputed.
    public var heads: [String: JournalHead] = [:]
    /// Contents that no version names: left by a crash between keeping and recording, harmless.
    public var unreferenced: [Digest] = []
    /// Contents that were read and are what was filed.
    public var sound: [Digest] = []
    /// Contents that are missing or not what was filed, and what is wrong with each; all are among `problems`, too.
    public var damaged: [Digest: String] = [:]
    /// Contents that were not read, as asked.
    public var skipped: [Digest] = []

    public init() {}
}

extension Store {
    /// Recomputes the chain of every journal and compares it with its text; checks the database's own integrity, the
    /// catalog against the journal, the models that studies went to, and every content against its name. Everything wrong
    /// is listed. `progress` is told how many contents were read so far, from any thread, one at a time. Contents in
    /// `known` are not read.
    public func verify(
        skipping known: Set<Digest> = [], progress: @Sendable (Int) -> Void = { _ in }
    ) throws -> StoreVerification {
        var result = StoreVerification()
        try database.read { db in
            for row in try Row.fetchAll(db, sql: "PRAGMA integrity_check") where (row[0] as String) != "ok" {
                result.problems.append(StoreProblem(path: CatalogFile.name, problem: row[0]))
            }
        }
        for study in try studies() { try verifyJournal(of: study, into: &result) }
        for study in try studies() where result.problems.isEmpty { try verifyCatalog(of: study, into: &result) }
        // What a damaged catalog says of models says nothing.
        if result.problems.isEmpty { result.problems += try verifyModels() }
        try verifyContents(skipping: known, into: &result, progress: progress)
        return result
    }

    /// Checks the models that the store keeps against what studies said of them when they went to them.
    public func verifyModels() throws -> [StoreProblem] {
        try studies().compactMap { try currentStudy($0).flatMap(modelProblem) }
    }

    /// Recomputes the chain of one study's journal, in the table and in its text.
    public func verifyJournal(of study: String) throws -> StoreVerification {
        var result = StoreVerification()
        try verifyJournal(of: study, into: &result)
        return result
    }

    private func verifyJournal(of study: String, into result: inout StoreVerification) throws {
        var chain = ChainVerifying(study: study)
        try database.read { db in
            // Hashes are compared as text: a damaged one is a problem to list, not an error.
            let rows = try Row.fetchCursor(
                db, sql: "SELECT seq, line, hash FROM journal WHERE study = ? ORDER BY seq", arguments: [study])
            // Table and text are read side by side: neither is ever whole in memory.
            try mirror.forEachLineBytes(of: study) { mirrored in
                if let row = try rows.next() {
                    chain.verify(seq: row[0], line: row[1], hash: row[2], mirrored: mirrored)
                } else {
                    chain.hasMore = true
                }
            }
            while let row = try rows.next() {
                chain.verify(seq: row[0], line: row[1], hash: row[2], mirrored: nil)
            }
        }
        result.problems += chain.finish()
        if let head = chain.head { result.heads[study] = head }
    }

    private func verifyCatalog(of study: String, into result: inout StoreVerification) throws {
        let replay = try JournalReplay(study: study)
        // One look at both: a writer may go on meanwhile.
        try database.read { db in
            do {
                try JournalTable.forEachLine(of: study, in: db) { try replay.apply($0.line) }
            } catch {
                result.problems.append(StoreProblem(path: "journal of \(study)", problem: "\(error)"))
                return
            }
            for table in Schema.derivedTables
            where try replay.rows(of: table) != Store.rows(of: table, study: study, in: db) {
                result.problems.append(
                    StoreProblem(
                        path: "\(CatalogFile.name), table \(table)",
                        problem: "differs from what the journal of \(study) says; `tmf doctor --rebuild` mends it"))
            }
        }
    }

    static func rows(of table: String, study: String, in db: Database) throws -> [Row] {
        let columns = table == "studyEntity" ? "study, kind, key, value" : "*"
        let order = table == "applied" ? "study" : "1, 2, 3"
        return try Row.fetchAll(
            db, sql: "SELECT \(columns) FROM \(table) WHERE study = ? ORDER BY \(order)", arguments: [study])
    }
}
