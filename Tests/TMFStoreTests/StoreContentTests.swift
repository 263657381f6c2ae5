import Disk
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@Suite struct StoreContentTests {
    private let trial: TrialFolder

    init() throws { trial = try TrialFolder() }

    @Test func `contents are files that anyone can check by their names`() throws {
        let store = try trial.create()
        try TrialFolder.file("one", in: store)
        try TrialFolder.file("", in: store)
        let list = try ["one", ""].map { text in
            let path = trial.path(of: text)
            #expect(try bytes(of: path) == Array(text.utf8))
            return "\(try #require(path.lastComponent).string)  \(path.string)\n"
        }
        let checked = try run("sha256sum", "-c", "-", input: list.joined())
        #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
        #expect(try EntryFacts.of(trial.path(of: "one"))?.mode == 0o444)
    }

    @Test func `identical content is kept once, also across studies`() throws {
        let store = try trial.create()
        try TrialFolder.apply(Study(id: "XYZ"), to: store)
        try TrialFolder.file("same", in: store)
        try TrialFolder.file("same", in: store)
        try TrialFolder.file("same", in: store, study: "XYZ")
        let found = try run("find", trial.root.appending("content").string, "-type", "f")
        #expect(found.output == trial.path(of: "same").string + "\n")
        #expect(try names(in: trial.root.appending("incoming")) == [])
        let result = try store.verify()
        #expect(result.files == 1)
        #expect(result.bytes == 4)
        #expect(result.heads.keys.sorted() == ["ABC-101", "XYZ"])
    }

    @Test func `what is wrong with a file is known from its ends, and survives a rebuild`() throws {
        let start = "%PDF-1.7\n" + String(repeating: "x", count: 300_000)
        let whole = start + "trailer\n<<>>\nstartxref\n0\n%%EOF\n"
        func defects(_ store: Store) throws -> [FileDefect?] {
            let documents = try store.snapshot(of: TrialFolder.study).documents
            #expect(try documents.map { try store.document($0.number, in: TrialFolder.study) } == documents)
            return documents.map { $0.versions.last?.facts.content?.defect }
        }
        do {
            let store = try trial.create()
            for text in [whole, start, whole.replacing("<<>>", with: "<</Encrypt 5 0 R>>"), "plain"] {
                try TrialFolder.file(text, in: store)
            }
            #expect(try defects(store) == [nil, .truncated, .encrypted, nil])
        }
        _ = try Store.rebuild(trial.root)
        #expect(try defects(trial.open(.reading)) == [nil, .truncated, .encrypted, nil])
        let past = try trial.open(.reading).snapshot(of: TrialFolder.study, asOf: trial.clock.now().day)
        #expect(past.documents.map { $0.versions[0].facts.content?.defect } == [nil, .truncated, .encrypted, nil])
    }

    @Test func `studies in one store have their own numbers, journals and snapshots`() throws {
        let store = try trial.create()
        try TrialFolder.apply(Study(id: "XYZ", title: "Other"), to: store)
        let first = try TrialFolder.file("one", in: store)
        let other = try TrialFolder.file("two", title: "Other", in: store, study: "XYZ")
        #expect(first == other)
        #expect(try store.studies() == ["ABC-101", "XYZ"])
        #expect(try store.document(other, in: "XYZ")?.facts.title == "Other")
        #expect(try store.document(first, in: "ABC-101")?.facts.title == "Protocol")
        #expect(try store.snapshot(of: "XYZ").documents.count == 1)
        #expect(try store.head(of: "XYZ")?.seq == 2)
        #expect(try names(in: trial.root.appending("journal")) == ["ABC-101.jsonl", "XYZ.jsonl"])
        #expect(try store.verify().problems == [])
    }

    @Test func `an altered or lost content is named`() throws {
        let store = try trial.create()
        for text in ["one", "two", "three", "four"] { try TrialFolder.file(text, in: store) }
        try overwrite(trial.path(of: "one"), with: Array("One".utf8))
        try overwrite(trial.path(of: "two"), with: Array("twofold".utf8))
        try remove(trial.path(of: "three"))
        try trial.folder.write("x", to: "ABC-101.tmf/content/stranger.txt")

        let result = try store.verify()

        let expected = ["one", "two", "three"].map { text -> String in
            let name = Digest(of: Array(text.utf8)).description
            return "content/\(name.prefix(2))/\(name)"
        }
        #expect(Set(result.problems.map(\.path)) == Set(expected + ["content/stranger.txt"]))
        #expect(result.files == 3)
        #expect(throws: StoreError.noContent(digest: Digest(of: Array("three".utf8)).description)) {
            _ = try store.content.open(Digest(of: Array("three".utf8)))
        }
    }

    @Test func `a damaged content is healed when the same bytes are filed again`() throws {
        let store = try trial.create()
        try TrialFolder.file("one", in: store)
        try overwrite(trial.path(of: "one"), with: Array("bad".utf8))
        try TrialFolder.file("one", in: store)
        #expect(try store.verify().problems == [])
    }

    @Test func `content that no version names is told and does no harm`() throws {
        let store = try trial.create()
        let staged = try TrialFolder.stage("orphan", in: store)
        #expect(throws: (any Error).self) {
            try store.record(
                [.documentWithdrawn(DocumentNumber(5))], in: "ABC-101", by: .test, staged: [staged])
        }
        let result = try store.verify()
        #expect(result.problems == [])
        #expect(result.unreferenced == [staged.content.digest])
    }

    @Test func `content of any size is read back, whole and in parts`() throws {
        let store = try trial.create()
        let big = (0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        let staged = try store.content.stage(token: "big", name: "big.bin") { take in
            for start in stride(from: 0, to: big.count, by: 700_001) {
                try take(big[start..<min(start + 700_001, big.count)])
            }
        }
        #expect(staged.content.digest == Digest(of: big))
        let facts = DocumentFacts(artifact: .trialProtocol, scope: .trial, title: "Big")
        try store.record(
            [.documentFiled(DocumentNumber(1), facts, VersionFacts(content: staged.content))], in: "ABC-101",
            by: .test, staged: [staged])

        let reader = try store.content.open(staged.content.digest)
        var read: [UInt8] = []
        try reader.forEachChunk { read += $0 }
        #expect(read == big)
        #expect(try reader.read(at: 2_499_990, count: 100) == Array(big.suffix(10)))
        #expect(try reader.read(at: 3_000_000, count: 100) == [])
    }

    @Test func `a source that fails leaves nothing in incoming`() throws {
        struct Broken: Error {}
        let store = try trial.create()
        #expect(throws: Broken.self) {
            try store.content.stage(token: "x", name: nil) { take in
                try take([1, 2, 3])
                throw Broken()
            }
        }
        #expect(try names(in: trial.root.appending("incoming")) == [])
    }
}
