import Disk
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

/// The journal as an outsider sees it: with `sqlite3`, `python3`, and an editor.
@Suite struct StoreJournalTests {
    private let trial: TrialFolder

    init() throws { trial = try TrialFolder() }

    private func file(_ texts: String...) throws {
        let store = try trial.create()
        for text in texts { try TrialFolder.file(text, in: store) }
    }

    private func problems() throws -> [StoreProblem] { try trial.open(.reading).verify().problems }

    @Test func `the chain can be rechecked by anyone`() throws {
        try file("one", "zwei – ü", "three")
        let script = """
            import hashlib, sys
            previous = "0" * 64
            for line in open(sys.argv[1], "rb"):
                previous = hashlib.sha256(previous.encode() + line.rstrip(b"\\n")).hexdigest()
                print(previous)
            """
        let text = trial.root.appending("journal/ABC-101.jsonl").string
        let rechecked = try run("python3", "-c", script, text)
        let stored = try trial.sqlite("SELECT hash FROM journal WHERE study = 'ABC-101' ORDER BY seq")
        #expect(rechecked.status == 0, "\(rechecked.errors)")
        #expect(rechecked.output == stored.output)
        #expect(rechecked.output.split(separator: "\n").count == 4)
        #expect(
            try trial.open(.reading).head(of: "ABC-101")?.hash.description
                == rechecked.output.split(separator: "\n").last.map(String.init))
        #expect(try trial.sqlite("PRAGMA integrity_check").output == "ok\n")
        #expect(try trial.sqlite("PRAGMA foreign_key_check").output == "")
    }

    @Test(arguments: [
        "UPDATE journal SET line = replace(line, 'tester', 'nobody')", "DELETE FROM journal WHERE seq = 2",
        "DELETE FROM journal", "UPDATE journal SET hash = hash WHERE seq = 1",
        "INSERT OR REPLACE INTO journal VALUES ('ABC-101', 2, '{}', lower(hex(zeroblob(32))))",
        "REPLACE INTO journal SELECT study, seq, '{}', hash FROM journal",
    ])
    func `the database refuses to change the journal`(sql: String) throws {
        try file("one", "two")
        let before = try trial.sqlite("SELECT * FROM journal").output
        let outcome = try trial.sqlite(sql)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("append-only"), "\(outcome.errors)")
        #expect(try trial.sqlite("SELECT * FROM journal").output == before)
        #expect(try problems() == [])
    }

    @Test(arguments: [
        "UPDATE journal SET line = replace(line, '\"title\":\"Protocol\"', '\"title\":\"Protokoll\"') WHERE seq = 2",
        "UPDATE journal SET line = '{}' WHERE seq = 2", "UPDATE journal SET line = '' WHERE seq = 2",
        "UPDATE journal SET hash = lower(hex(zeroblob(32))) WHERE seq = 2",
        "UPDATE journal SET hash = substr(hash, 1, 63) || 'x' WHERE seq = 2",
        "UPDATE journal SET line = CAST(X'7BFF7D' AS TEXT) WHERE seq = 2",
    ])
    func `an altered line is named`(sql: String) throws {
        try file("one", "two")
        #expect(try trial.sqlite(TrialFolder.dropTriggers + sql).status == 0)
        let problems = try problems()
        #expect(problems.contains { $0.path == "journal of ABC-101, entry 2" }, "\(problems)")
        #expect(problems.allSatisfy { $0.path.hasPrefix("journal of ABC-101, entry ") }, "\(problems)")
        #expect(!problems.contains { $0.path == "journal of ABC-101, entry 1" }, "\(problems)")
    }

    @Test func `a missing line is named by the next`() throws {
        try file("one", "two")
        #expect(try trial.sqlite(TrialFolder.dropTriggers + "DELETE FROM journal WHERE seq = 2").status == 0)
        #expect(
            try problems().contains(
                StoreProblem(path: "journal of ABC-101, entry 3", problem: "entry 2 is missing before it")))
    }

    @Test func `a line cut off at the end is missed by the text`() throws {
        try file("one", "two")
        #expect(try trial.sqlite(TrialFolder.dropTriggers + "DELETE FROM journal WHERE seq = 3").status == 0)
        #expect(try problems().contains { $0.path == "journal of ABC-101, entry 3" })
    }

    @Test func `an altered line of the text is named`() throws {
        // A letter and its decomposed form are equal as texts, and not as bytes.
        try file("one", "two")
        let path = trial.root.appending("journal/ABC-101.jsonl")
        let whole = String(decoding: try bytes(of: path), as: UTF8.self)
        let altered: [[UInt8]] = [
            Array(whole.replacing("\"title\":\"Protocol\"", with: "\"title\":\"Protokoll\"", maxReplacements: 1).utf8),
            Array(whole.replacing("Hôpital", with: "Ho\u{302}pital").utf8),
            whole.utf8.map { $0 == UInt8(ascii: "P") ? 0xFF : $0 },
        ]
        for (bytes, entry) in zip(altered, [2, 1, 1]) {
            try overwrite(path, with: bytes)
            let problems = try problems()
            #expect(problems.first?.path == "journal of ABC-101, entry \(entry)", "\(problems)")
            #expect(problems.first?.problem == "journal/ABC-101.jsonl has another line", "\(problems)")
        }
        try overwrite(path, with: Array((whole + "{}\n").utf8))
        #expect(
            try problems() == [
                StoreProblem(
                    path: "journal of ABC-101, entry 4",
                    problem: "journal/ABC-101.jsonl has lines that the catalog has not")
            ])
    }

    @Test func `a torn last line of the text is mended when the store opens`() throws {
        try file("one", "two")
        let path = trial.root.appending("journal/ABC-101.jsonl")
        let whole = try bytes(of: path)
        let lastLine = try #require(whole.dropLast().lastIndex(of: 0x0A)) + 1
        for length in [whole.count - 1, lastLine + 10, lastLine, 5, 0] {
            try overwrite(path, with: Array(whole.prefix(length)))
            _ = try trial.open()
            #expect(try bytes(of: path) == whole)
        }
        try remove(path)
        _ = try trial.open()
        #expect(try bytes(of: path) == whole)
        #expect(try problems() == [])
    }

    @Test func `a catalog that says something else than the journal is named, and mended`() throws {
        try file("one", "two")
        let changes = [
            ("UPDATE document SET title = 'Other' WHERE number = 1", "document"),
            ("UPDATE version SET status = 'approved'", "version"), ("DELETE FROM mention WHERE seq = 2", "mention"),
            ("DELETE FROM studyEntity WHERE kind = 'trait'", "studyEntity"), ("UPDATE applied SET seq = 1", "applied"),
        ]
        for (sql, table) in changes {
            #expect(try trial.sqlite(sql).status == 0)
            #expect(try problems().map(\.path) == ["catalog.sqlite, table \(table)"])
            _ = try Store.rebuild(trial.root)
            #expect(try problems() == [])
        }
    }

    @Test func `times never run backwards`() throws {
        let store = try trial.create()
        let first = try #require(try store.head(of: "ABC-101")?.at)
        trial.clock.set(to: Day(daysSince1970: 10))
        try TrialFolder.file("one", in: store)
        #expect(try store.head(of: "ABC-101")?.at == first)
    }

    @Test func `an event that does not fit is refused, and nothing of its batch is recorded`() throws {
        let store = try trial.create()
        let number = try TrialFolder.file("one", in: store)
        let head = try store.head(of: "ABC-101")
        let missing = DocumentNumber(99)
        let facts = DocumentFacts(artifact: .trialProtocol, scope: .trial, title: "x")
        let bad: [JournalEvent] = [
            .documentFiled(number, facts, VersionFacts()), .versionFiled(number, ordinal: 3, VersionFacts()),
            .versionFiled(number, ordinal: 1, VersionFacts()), .versionFiled(missing, ordinal: 1, VersionFacts()),
            .documentAmended(missing, version: nil, []), .documentWithdrawn(missing),
            .documentAmended(number, version: 2, [FactChange(field: "note", from: .null, to: "x")]),
            .documentAmended(number, version: 1, [FactChange(field: "document_date", from: .null, to: "x")]),
            .qualityReviewed(QualityReview(document: number, version: 2, outcome: .accepted, from: .filed)),
            .documentsLinked(DocumentLink(document: number, relation: .amends, target: missing)),
            .documentsLinked(DocumentLink(document: missing, relation: .amends, target: number)),
        ]
        for event in bad {
            let error = #expect(throws: (any Error).self) {
                try store.record([.documentWithdrawn(number), event], in: "ABC-101", by: .test)
            }
            #expect(error is StoreError || error is FactError, "\(String(describing: error)) for \(event)")
            #expect(try store.head(of: "ABC-101") == head)
        }
        #expect(try store.document(number, in: "ABC-101")?.withdrawal == nil)
        #expect(try store.verify().problems == [])
        try TrialFolder.file("two", in: store)
        #expect(try store.verify().problems == [])
    }

    @Test(arguments: ["", "a/b", "../x", String(repeating: "x", count: 201), "a\0b"])
    func `a study that no file can be named after is refused`(study: String) throws {
        let store = try trial.create()
        #expect(throws: StoreError.self) { try store.record([.studyChanged([])], in: study, by: .test) }
        #expect(try store.studies() == ["ABC-101"])
    }

    @Test func `the history of a document is every entry that speaks of it`() throws {
        let store = try trial.create()
        let one = try TrialFolder.file("one", in: store)
        let two = try TrialFolder.file("two", in: store)
        let link = DocumentLink(document: two, relation: .supersedes, target: one)
        try store.record([.documentsLinked(link), .documentWithdrawn(one)], in: "ABC-101", by: .test)
        #expect(try store.history(of: one, in: "ABC-101").map(\.seq) == [2, 4, 5])
        #expect(try store.history(of: two, in: "ABC-101").map(\.seq) == [3, 4])
        #expect(try store.history(of: DocumentNumber(9), in: "ABC-101") == [])
    }
}
