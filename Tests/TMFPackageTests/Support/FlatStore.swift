import SystemPackage
import TMFModel
import TMFPackage
import TMFStore
import TMFTestSupport

/// A store of the sample study with a few documents of its own, for tests that damage it.
final class FlatStore {
    let folder: TemporaryFolder
    let clock: HandClock
    let store: Store
    private var next = 1

    init(in folder: TemporaryFolder? = nil) throws {
        self.folder = try folder ?? TemporaryFolder()
        clock = HandClock(try SampleStore.day("2026-03-01"))
        store = try Store.create(at: self.folder("store.tmf"), clock: clock.now)
        let changes = Study.sample.changes(since: nil)
        try store.record([.studyChanged(changes)], in: "ABC-101", by: .test)
    }

    /// Files one document, approved. The bytes are those of its title unless others are given.
    @discardableResult
    func file(
        _ title: String, bytes: [UInt8]? = nil, name: String? = nil, isRestricted: Bool = false, site: String = "101",
        key: String? = nil
    ) throws -> (number: DocumentNumber, digest: Digest) {
        let number = DocumentNumber(next)
        next += 1
        let content = bytes ?? Array("\(number) \(title)".utf8)
        let staged = try store.content.stage(token: "t\(number)", name: name) { try $0(content[...]) }
        let facts = DocumentFacts(
            artifact: .investigatorCV, scope: .site(.germany, site), title: title, isRestricted: isRestricted, key: key)
        let version = VersionFacts(status: .approved, originalName: name, content: staged.content)
        try store.record([.documentFiled(number, facts, version)], in: "ABC-101", by: .test, staged: [staged])
        return (number, staged.content.digest)
    }

    func record(_ event: JournalEvent) throws { try store.record([event], in: "ABC-101", by: .test) }

    func damage(_ digest: Digest, _ change: (inout [UInt8]) -> Void) throws {
        let path = store.content.path(of: digest)
        var content = try bytes(of: path)
        change(&content)
        try overwrite(path, with: content)
    }

    func package(_ name: String = "package", _ options: PackageOptions = PackageOptions()) throws -> (
        path: FilePath, report: PackageReport
    ) {
        let path = folder(name)
        return (path, try PackageWriting(store: store, study: "ABC-101", options).write(to: path))
    }
}
