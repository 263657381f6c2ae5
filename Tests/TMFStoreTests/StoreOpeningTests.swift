import Disk
import SystemPackage
import TMFModel
import TMFTestSupport
import Testing

@testable import TMFStore

@Suite struct StoreOpeningTests {
    private let trial: TrialFolder

    init() throws { trial = try TrialFolder() }

    @Test func `a new store opens again with what was recorded`() throws {
        let head: JournalHead?
        do {
            let store = try trial.create()
            try TrialFolder.file("one", in: store)
            head = try store.head(of: "ABC-101")
        }
        #expect(
            try names(in: trial.root) == [
                "catalog.sqlite", "content", "incoming", "journal", "store.json", "writer.lock",
            ])
        #expect(try Store.isStore(trial.root))

        for access in [Store.Access.reading, .writing()] {
            let store = try trial.open(access)
            #expect(try store.studies() == ["ABC-101"])
            #expect(try store.head(of: "ABC-101") == head)
            let snapshot = try store.snapshot(of: "ABC-101")
            #expect(snapshot.study == .sample)
            #expect(snapshot.documents.map(\.number.description) == ["D-000001"])
            #expect(try store.verify().problems == [])
        }
    }

    @Test func `what is there is never overwritten`() throws {
        try trial.folder.write("mine", to: "ABC-101.tmf")
        #expect(throws: StoreError.alreadyThere(path: trial.root.string)) { try Store.create(at: trial.root) }
        #expect(try names(in: trial.folder.path) == ["ABC-101.tmf"])
    }

    @Test func `what is no store is refused`() throws {
        #expect(throws: StoreError.notAStore(path: trial.root.string)) { try Store(at: trial.root, .reading) }
        try trial.folder.write("", to: "ABC-101.tmf/other.txt")
        #expect(throws: StoreError.notAStore(path: trial.root.string)) { try Store(at: trial.root, .writing()) }
        #expect(throws: StoreError.notAStore(path: trial.root.string)) { try Store.rebuild(trial.root) }
        #expect(try names(in: trial.root) == ["other.txt"])
    }

    @Test func `a newer format is refused and left alone`() throws {
        _ = try trial.create()
        let path = trial.root.appending("store.json")
        try overwrite(path, with: Array(#"{"format":"tmf-store","version":2,"more":[]}"#.utf8))
        for access in [Store.Access.reading, .writing()] {
            #expect(throws: StoreError.newerFormat(path: path.string, version: 2)) { try trial.open(access) }
        }
        #expect(throws: StoreError.newerFormat(path: path.string, version: 2)) { try Store.rebuild(trial.root) }
    }

    @Test(arguments: [
        "", "{}", "nonsense", #"{"format":"other","version":1}"#, #"{"format":"tmf-store"}"#,
        #"{"format":"tmf-store","version":"1"}"#, #"{"format":"tmf-store","version":0}"#,
        #"{"format":"tmf-store","version":-1}"#, #"{"format":"tmf-store","version":1"#,
    ])
    func `a description that cannot be read is refused`(text: String) throws {
        _ = try trial.create()
        try overwrite(trial.root.appending("store.json"), with: Array(text.utf8))
        let error = #expect(throws: StoreError.self) { try trial.open() }
        guard case .unreadableFormat = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a lost catalog is rebuilt from the journal's text`() throws {
        let before: StudySnapshot
        do {
            let store = try trial.create()
            try TrialFolder.file("one", in: store)
            try TrialFolder.file("two", in: store)
            before = try store.snapshot(of: "ABC-101")
        }
        try remove(trial.root.appending("catalog.sqlite"))
        for access in [Store.Access.reading, .writing()] {
            let path = trial.root.appending("catalog.sqlite").string
            #expect(throws: StoreError.catalogMissing(path: path)) { try trial.open(access) }
        }

        #expect(try Store.rebuild(trial.root) == 3)

        let store = try trial.open()
        #expect(try store.snapshot(of: "ABC-101") == before)
        #expect(try store.verify().problems == [])
        try TrialFolder.file("three", in: store)
        #expect(try store.verify().problems == [])
    }

    @Test func `a journal's text that does not hold together rebuilds nothing`() throws {
        do { try TrialFolder.file("one", in: try trial.create()) }
        let text = trial.root.appending("journal/ABC-101.jsonl")
        let lines = try bytes(of: text).split(separator: 0x0A)
        try overwrite(text, with: Array(lines[1]) + [0x0A])
        try remove(trial.root.appending("catalog.sqlite"))
        #expect(throws: JournalLineError.self) { try Store.rebuild(trial.root) }
        #expect(try !Entry.exists(trial.root.appending("catalog.sqlite")))
    }

    @Test func `a second writer is told who the first is`() throws {
        let store = try trial.create()
        let busy = StoreError.busy(path: trial.root.string, holder: ProcessFacts.number)
        #expect(throws: busy) { try trial.open(.writing(waiting: 10)) }
        #expect(try store.studies() == ["ABC-101"])
    }

    @Test func `a writer in another process is named by its number`() throws {
        do { _ = try trial.create() }
        // Someone else's program that takes the same kind of lock, and lives until its input ends.
        let script = """
            import fcntl, os, subprocess, sys
            lock = open(sys.argv[1], "r+")
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.truncate(0); lock.write(f"{os.getpid()}\\n"); lock.flush()
            print(os.getpid(), flush=True)
            sys.stdin.read()
            """
        let holder = try LongRunningProgram("python3", "-c", script, trial.root.appending("writer.lock").string)
        let number = try #require(Int32(holder.readLine()))
        #expect(throws: StoreError.busy(path: trial.root.string, holder: number)) {
            try trial.open(.writing(waiting: 10))
        }
        holder.finish()
        _ = try trial.open(.writing(waiting: 10))
    }

    @Test func `a reader reads on while a writer writes`() throws {
        let writer = try trial.create()
        let reader = try trial.open(.reading)
        for count in 1...20 {
            try TrialFolder.file("text \(count)", in: writer)
            #expect(try reader.snapshot(of: "ABC-101").documents.count == count)
        }
        #expect(try reader.verify().problems == [])
    }

    @Test func `what a reader may not do is refused`() throws {
        do { _ = try trial.create() }
        let store = try trial.open(.reading)
        #expect(throws: StoreError.readOnly(path: trial.root.string)) {
            try store.record([.documentWithdrawn(DocumentNumber(1))], in: "ABC-101", by: .test)
        }
    }

    @Test func `what a crash left in incoming is gone when the store opens`() throws {
        do { try TrialFolder.file("one", in: try trial.create()) }
        try trial.folder.write("half", to: "ABC-101.tmf/incoming/filing")
        try trial.folder.write("half", to: "ABC-101.tmf/incoming/1-7")
        _ = try trial.open(.reading)
        #expect(try names(in: trial.root.appending("incoming")).count == 2)
        _ = try trial.open()
        #expect(try names(in: trial.root.appending("incoming")) == [])
    }

    @Test func `the study that is meant is the named or the only one`() throws {
        let store = try Store.create(at: trial.root)
        #expect(throws: StoreError.whichStudy(known: [])) { try store.study(named: nil) }
        try TrialFolder.apply(.sample, to: store)
        #expect(try store.study(named: nil) == "ABC-101")
        #expect(throws: StoreError.noSuchStudy("X", known: ["ABC-101"])) { try store.study(named: "X") }
        #expect(throws: StoreError.noSuchStudy("X", known: ["ABC-101"])) { try store.snapshot(of: "X") }
        try TrialFolder.apply(Study(id: "XYZ"), to: store)
        #expect(throws: StoreError.whichStudy(known: ["ABC-101", "XYZ"])) { try store.study(named: nil) }
    }

    @Test(.enabled(if: SmallFileSystem.isPermitted, "needs the right to mount"))
    func `a store on a disk that nobody may write to can be read`() throws {
        let disk = try SmallFileSystem(bytes: 8 << 20)
        let root = disk.path.appending("a 100% store?#.tmf")
        do {
            let store = try Store.create(at: root)
            try TrialFolder.apply(.sample, to: store)
            try TrialFolder.file("one", in: store)
        }
        try disk.makeReadOnly()
        let store = try Store(at: root, .reading)
        #expect(try store.snapshot(of: "ABC-101").documents.count == 1)
        #expect(try store.verify().problems == [])
        #expect(throws: (any Error).self) { try Store(at: root, .writing()) }
    }
}
