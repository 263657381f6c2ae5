import Disk
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport

/// A store of the sample study in a folder of its own, with a clock that stands.
struct TrialFolder {
    let folder: TemporaryFolder
    let clock = HandClock(Day(daysSince1970: 20_000))
    var root: FilePath { folder("ABC-101.tmf") }
    static let study = Study.sample.id

    init() throws { folder = try TemporaryFolder() }

    /// Makes the store, with the sample study applied.
    func create() throws -> Store {
        let clock = clock
        let store = try Store.create(at: root) { clock.now() }
        try TrialFolder.apply(.sample, to: store)
        return store
    }

    func open(_ access: Store.Access = .writing()) throws -> Store {
        let clock = clock
        return try Store(at: root, access) { clock.now() }
    }

    static func apply(_ study: Study, to store: Store) throws {
        let changes = study.changes(since: try store.currentStudy(study.id))
        try store.record([.studyChanged(changes)], in: study.id, by: .test)
    }

    /// Files a protocol of these bytes.
    @discardableResult
    static func file(
        _ text: String, title: String = "Protocol", in store: Store, study: String = study
    ) throws -> DocumentNumber {
        let number = try store.nextDocumentNumber(in: study)
        let staged = try stage(text, in: store)
        let facts = DocumentFacts(artifact: .trialProtocol, scope: .trial, title: title)
        let version = VersionFacts(originalName: "\(title).txt", content: staged.content)
        try store.record([.documentFiled(number, facts, version)], in: study, by: .test, staged: [staged])
        return number
    }

    static func stage(_ text: String, token: String = "one", in store: Store) throws -> StagedContent {
        try store.content.stage(token: token, name: "text.txt") { take in try take(Array(text.utf8)[...]) }
    }

    /// The file of a content.
    func path(of text: String) -> FilePath {
        let name = Digest(of: Array(text.utf8)).description
        return root.appending("content").appending(String(name.prefix(2))).appending(name)
    }

    /// Runs SQL by the `sqlite3` program: someone else's, so that nothing here can help it.
    func sqlite(_ sql: String) throws -> ProgramOutcome {
        try run("sqlite3", "-bail", root.appending("catalog.sqlite").string, sql)
    }

    static let dropTriggers =
        "DROP TRIGGER journal_is_append_only_update; DROP TRIGGER journal_is_append_only_delete;"
}
