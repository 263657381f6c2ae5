import Disk
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@Suite struct StoreBackupTests {
    private let trial: TrialFolder
    private let store: Store

    init() throws {
        trial = try TrialFolder()
        store = try trial.create()
        try TrialFolder.apply(Study(id: "XYZ"), to: store)
        for text in ["one", "two", "two"] { try TrialFolder.file(text, in: store) }
    }

    @Test func `a backup is the same store`() throws {
        let target = trial.folder("backup.tmf")
        let copied = try store.backUp(to: target)
        #expect(copied.files == 2)
        #expect(copied.bytes == 6)
        // What happens later is not in it.
        let snapshots = try ["ABC-101", "XYZ"].map { try store.snapshot(of: $0) }
        try TrialFolder.file("three", in: store)

        let backup = try Store(at: target, .writing())
        #expect(try ["ABC-101", "XYZ"].map { try backup.snapshot(of: $0) } == snapshots)
        #expect(try backup.verify().problems == [])
        #expect(
            try run("sqlite3", target.appending("catalog.sqlite").string, "PRAGMA integrity_check").output == "ok\n")
        try TrialFolder.file("four", in: backup)
        #expect(try backup.verify().problems == [])
        #expect(try store.verify().problems == [])
    }

    @Test func `a backup without its catalog can be rebuilt`() throws {
        let target = trial.folder("backup.tmf")
        _ = try store.backUp(to: target)
        try remove(target.appending("catalog.sqlite"))
        _ = try Store.rebuild(target)
        #expect(try Store(at: target, .reading).snapshot(of: "ABC-101") == store.snapshot(of: "ABC-101"))
    }

    @Test func `a damaged or lost content fails the backup, and nothing is left`() throws {
        let before = try names(in: trial.folder.path)
        try overwrite(trial.path(of: "two"), with: Array("bad".utf8))
        let damaged = StoreError.damagedContent(digest: Digest(of: Array("two".utf8)).description)
        #expect(throws: damaged) { try store.backUp(to: trial.folder("backup.tmf")) }
        #expect(try names(in: trial.folder.path) == before)

        try remove(trial.path(of: "two"))
        let lost = StoreError.noContent(digest: Digest(of: Array("two".utf8)).description)
        #expect(throws: lost) { try store.backUp(to: trial.folder("backup.tmf")) }
        #expect(try names(in: trial.folder.path) == before)
    }

    @Test func `what is there is not overwritten by a backup`() throws {
        try trial.folder.write("mine", to: "backup.tmf")
        #expect(throws: StoreError.alreadyThere(path: trial.folder("backup.tmf").string)) {
            try store.backUp(to: trial.folder("backup.tmf"))
        }
        #expect(try bytes(of: trial.folder("backup.tmf")) == Array("mine".utf8))
    }
}
