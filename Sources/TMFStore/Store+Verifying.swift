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
    /// catalog against the journal, and every content against its name. Everything wrong is listed. `progress` is told
    /// how many contents were read so far. Contents in `known` are not read.
    public func verify(
        skipping known: Set<Digest> = [], progress: (Int) -> Void = { _ in }
    ) throws -> StoreVerification {
        var result = StoreVerification()
        try database.read { db in
            for row in try Row.fetchAll(db, sql: "PRAGMA integrity_check") where (row[0] as String) != "ok" {
                result.problems.append(StoreProblem(path: CatalogFile.name, problem: row[0]))
            }
        }
        for study in try studies() { try verifyJournal(of: study, into: &result) }
        for study in try studies() where result.problems.isEmpty { try verifyCatalog(of: study, into: &result) }
        try verifyContents(skipping: known, into: &result, progress: progress)
        return result
    }

    /// Checks the contents alone, each against its name.
    public func verifyContents(progress: (Int) -> Void = { _ in }) throws -> StoreVerification {
        var result = StoreVerification()
        try verifyContents(skipping: [], into: &result, progress: progress)
        return result
    }

    /// Recomputes the chain of one study's journal, in the table and in its text.
    public func verifyJournal(of study: String) throws -> StoreVerification {
        var result = StoreVerification()
        try verifyJournal(of: study, into: &result)
        return result
    }

    private func verifyJournal(of study: String, into result: inout StoreVerification) throws {
        var previous = Digest.zero
        var expectedSeq = 1
        var head: JournalHead?
        let place = "journal of \(study)"
        var text = try mirrorLines(of: study)
        func report(_ seq: Int, _ problem: String) {
            result.problems.append(StoreProblem(path: "\(place), entry \(seq)", problem: problem))
        }
        try database.read { db in
            // Hashes are compared as text: a damaged one is a problem to list, not an error.
            let rows = try Row.fetchCursor(
                db, sql: "SELECT seq, line, hash FROM journal WHERE study = ? ORDER BY seq", arguments: [study])
            while let row = try rows.next() {
                let seq: Int = row[0]
                let line: String = row[1]
                let stored: String = row[2]
                let hash = JournalChain.hash(of: line, after: previous)
                if seq != expectedSeq { report(seq, "entry \(expectedSeq) is missing before it") }
                if hash.description != stored {
                    report(seq, "its hash does not follow from its line and the entry before")
                }
                do {
                    let entry = try JournalEntry(line: line)
                    if entry.seq != seq || entry.study != study {
                        report(seq, "its line names another place: entry \(entry.seq) of \(entry.study)")
                    }
                    head = JournalHead(seq: seq, hash: hash, at: entry.at)
                } catch {
                    report(seq, "\(error)")
                }
                if let mirrored = text.next(), !mirrored.elementsEqual(line.utf8) {
                    report(seq, "journal/\(study).jsonl has another line")
                }
                // Go on from what is stored, so that one altered entry is reported once.
                previous = Digest(stored) ?? hash
                expectedSeq = seq + 1
            }
        }
        if text.next() != nil { report(expectedSeq, "journal/\(study).jsonl has lines that the catalog has not") }
        if let head { result.heads[study] = head }
    }

    private func mirrorLines(of study: String) throws -> IndexingIterator<[[UInt8]]> {
        var lines: [[UInt8]] = []
        try mirror.forEachLineBytes(of: study) { lines.append(Array($0)) }
        return lines.makeIterator()
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

    private func verifyContents(
        skipping checked: Set<Digest>, into result: inout StoreVerification, progress: (Int) -> Void
    ) throws {
        let sql = "SELECT sha256, max(bytes) FROM version WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY sha256"
        var expected: [(Digest, Int64)] = []
        try database.read { db in
            for row in try Row.fetchAll(db, sql: sql) {
                guard let digest = Digest(row[0] as String) else { continue }
                expected.append((digest, row[1]))
            }
        }
        var known = Set<Digest>()
        for (digest, bytes) in expected {
            known.insert(digest)
            if checked.contains(digest) {
                result.skipped.append(digest)
                continue
            }
            if let problem = problem(with: digest, bytes, &result) {
                let name = "content/\(digest.description.prefix(2))/\(digest)"
                result.problems.append(StoreProblem(path: name, problem: problem))
                result.damaged[digest] = problem
            } else {
                result.sound.append(digest)
            }
            progress(result.files)
        }
        try content.forEachFile { digest, path, _ in
            guard let digest else {
                result.problems.append(StoreProblem(path: "content/\(path)", problem: StoreProblem.notNamed))
                return
            }
            if !known.contains(digest) { result.unreferenced.append(digest) }
        }
    }

    /// What is wrong with a content; nil if it is what was filed.
    private func problem(with digest: Digest, _ bytes: Int64, _ result: inout StoreVerification) -> String? {
        do {
            let found = try content.recompute(digest)
            result.files += 1
            result.bytes += found.bytes
            return found.digest == digest && found.bytes == bytes
                ? nil : "altered: \(found.bytes) bytes with SHA-256 \(found.digest)"
        } catch {
            return "\(error)"
        }
    }
}
