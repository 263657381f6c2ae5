import Disk
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// A store of the sample study, and files to put into it.
struct FilingDesk {
    let folder: TemporaryFolder
    let store: Store
    let filing: Filing
    /// The same person without a reason for what they do.
    let silent: Filing

    static let place = DocumentFacts(
        artifact: .investigatorCV, scope: .site(.germany, "101"), person: "p-beispiel", title: "CV of Dr. Beispiel")
    static let dated = VersionFacts(label: "1.0", documentDate: Day("2024-02-01"))

    init() throws {
        folder = try TemporaryFolder()
        store = try Store.create(at: folder("ABC-101.tmf"))
        _ = try StudyApplying.apply(.sample, to: store, by: .test)
        let model = try ReferenceModel.sample()
        filing = try Filing(store: store, study: Study.sample.id, model: model, by: .test)
        silent = try Filing(store: store, study: Study.sample.id, model: model, by: .testWithoutReason)
    }

    func file(_ text: String = "a CV", _ facts: DocumentFacts = place, _ version: VersionFacts = dated) throws
        -> Document
    {
        try filing.file(folder.write(text, to: "cv.txt"), facts, version)
    }

    /// The problems of `work`, which must change nothing.
    func refusals(sourceLocation: SourceLocation = #_sourceLocation, _ work: () throws -> Void) throws -> [InputProblem]
    {
        let before = try store.snapshot(of: Study.sample.id)
        let error = #expect(throws: InputProblems.self, sourceLocation: sourceLocation) { try work() }
        #expect(try store.snapshot(of: Study.sample.id) == before, sourceLocation: sourceLocation)
        #expect(try names(in: store.root.appending("incoming")) == [], sourceLocation: sourceLocation)
        return error?.problems ?? []
    }

    /// Refused for exactly this column.
    func refused(
        _ column: String?, sourceLocation: SourceLocation = #_sourceLocation, _ work: () throws -> Void
    ) throws {
        let problems = try refusals(sourceLocation: sourceLocation, work)
        #expect(problems.map(\.column) == [column], "\(problems)", sourceLocation: sourceLocation)
    }
}

@Suite struct FilingTests {
    private let desk: FilingDesk

    init() throws { desk = try FilingDesk() }

    @Test func `a file becomes a document with its first version`() throws {
        let document = try desk.file()
        #expect(document.number.description == "D-000001")
        #expect(document.facts == FilingDesk.place)
        let version = try #require(document.versions.first)
        #expect(version.facts.content?.digest == Digest(of: Array("a CV".utf8)))
        #expect(version.facts.originalName == "cv.txt")
        #expect(version.facts.label == "1.0")
        #expect(version.filedBy == "tester")
        #expect(document.versions.count == 1)
        #expect(try desk.store.document(document.number, in: "ABC-101") == document)
        #expect(try desk.store.verify().problems == [])
    }

    @Test func `a place that does not exist is refused by its column`() throws {
        let number = try #require(ArtifactNumber("99.01.01"))
        let bad: [(String, DocumentFacts)] = [
            ("level", DocumentFacts(artifact: .investigatorCV, scope: .trial, title: "x")),
            ("level", DocumentFacts(artifact: .trialProtocol, scope: .country(.germany), title: "x")),
            ("artifact", DocumentFacts(artifact: number, scope: .trial, title: "x")),
            (
                "country",
                DocumentFacts(artifact: .ethicsApproval, scope: .country(try #require(CountryCode("ITA"))), title: "x")
            ),
            ("site", DocumentFacts(artifact: .investigatorCV, scope: .site(.germany, "999"), title: "x")),
            ("site", DocumentFacts(artifact: .investigatorCV, scope: .site(.france, "101"), title: "x")),
            ("person", DocumentFacts(artifact: .trialProtocol, scope: .trial, person: "p-nobody", title: "x")),
            ("organization", DocumentFacts(artifact: .trialProtocol, scope: .trial, organization: "o", title: "x")),
            ("title", DocumentFacts(artifact: .trialProtocol, scope: .trial, title: "")),
            ("title", DocumentFacts(artifact: .trialProtocol, scope: .trial, title: "a\0b")),
        ]
        for (column, facts) in bad {
            try desk.refused(column) { _ = try desk.file("x", facts) }
        }
        let misplaced = try desk.refusals {
            _ = try desk.file(
                "x", DocumentFacts(artifact: .investigatorCV, scope: .site(.france, "101"), person: "?", title: ""))
        }
        #expect(misplaced.map(\.column) == ["site", "person", "title"])
        #expect(misplaced.first?.message.contains("country DEU for site 101") == true)
    }

    @Test func `dates and statements that do not fit together are refused by their column`() throws {
        let day = Day("2024-02-01")
        let bad: [(String, VersionFacts)] = [
            ("expiry_date", VersionFacts(documentDate: day, expiryDate: Day("2024-01-31"))),
            ("expiry_date", VersionFacts(documentDate: day, expiryRule: .printed)),
            ("document_date", VersionFacts(expiryRule: .months(24))),
            (
                "certified_by",
                VersionFacts(
                    copy: CopyStatement(kind: .certifiedCopy, certifiedOn: day, certifiedMethod: "compared"))
            ),
            (
                "certified_on",
                VersionFacts(copy: CopyStatement(kind: .certifiedCopy, certifiedBy: "x", certifiedMethod: "compared"))
            ),
            ("source_id", VersionFacts(source: Source(system: "old"))),
            ("source_id", VersionFacts(source: Source(id: "7"))),
        ]
        for (column, version) in bad {
            try desk.refused(column) { _ = try desk.file("x", FilingDesk.place, version) }
        }
        // The last day is included.
        _ = try desk.file("x", FilingDesk.place, VersionFacts(documentDate: day, expiryDate: day))
    }

    @Test func `a link, a pipe, a folder and nothing at all are no files`() throws {
        let head = try desk.store.head(of: "ABC-101")
        try desk.folder.write("target", to: "target.txt")
        try desk.folder.link("link.txt", to: "target.txt")
        #expect(try run("mkfifo", desk.folder("pipe").string).status == 0)
        try desk.folder.write("x", to: "folder/x.txt")
        let document = try desk.file()
        let after = try #require(try desk.store.head(of: "ABC-101"))
        #expect(after.seq == (head?.seq ?? 0) + 1)
        for name in ["link.txt", "pipe", "folder", "missing.txt"] {
            #expect(throws: DiskError.self, "\(name)") {
                try desk.filing.file(desk.folder(name), FilingDesk.place, FilingDesk.dated)
            }
            #expect(throws: DiskError.self, "\(name)") {
                try desk.filing.revise(document.number, with: desk.folder(name), FilingDesk.dated)
            }
        }
        #expect(try desk.store.head(of: "ABC-101") == after)
        #expect(try names(in: desk.store.root.appending("incoming")) == [])
    }

    @Test func `a signpost says where, not what`() throws {
        let version = VersionFacts(url: "https://archive.example/4711")
        let document = try desk.filing.signpost(FilingDesk.place, version)
        #expect(document.versions[0].isSignpost)
        try desk.refused("url") { _ = try desk.filing.signpost(FilingDesk.place, VersionFacts()) }
        try desk.refused("url") { _ = try desk.filing.amend(document.number, setting: [("url", "")]) }
    }

    @Test func `a revision is the next version, and never the same bytes`() throws {
        let number = try desk.file("one").number
        let two = try desk.folder.write("two", to: "v2.txt")
        let document = try desk.filing.revise(number, with: two, VersionFacts(label: "2.0"))
        #expect(document.versions.map(\.ordinal) == [1, 2])
        #expect(document.versions.map(\.facts.originalName) == ["cv.txt", "v2.txt"])
        try desk.refused(nil) { _ = try desk.filing.revise(number, with: two, VersionFacts(label: "3.0")) }
        try desk.refused("document_date") {
            _ = try desk.filing.revise(number, with: two, VersionFacts(expiryRule: .months(1)))
        }
        // Going back to earlier bytes is a version of its own.
        let one = try desk.folder.write("one", to: "v3.txt")
        #expect(try desk.filing.revise(number, with: one, VersionFacts()).versions.count == 3)
        #expect(throws: StoreError.noSuchDocument("D-000099")) {
            try desk.filing.revise(DocumentNumber(99), with: two, VersionFacts())
        }
    }

    @Test func `a failed filing does not stand in the way of the next`() throws {
        // Another hand on the same store takes the number meanwhile.
        let path = try desk.folder.write("one", to: "one.txt")
        let staged = try desk.store.stage(path)
        #expect(throws: (any Error).self) {
            try desk.filing.record(
                .versionFiled(DocumentNumber(5), ordinal: 1, VersionFacts(content: staged.content)), staged: [staged])
        }
        #expect(try names(in: desk.store.root.appending("incoming")) == [])
        _ = try desk.file()
        #expect(try desk.store.verify().problems == [])
    }

    @Test func `an unknown study is refused`() throws {
        #expect(throws: StoreError.noSuchStudy("XYZ", known: ["ABC-101"])) {
            try Filing(store: desk.store, study: "XYZ", model: .sample(), by: .test)
        }
    }

    @Test func `a store opened for reading takes no filing, and keeps nothing of it`() throws {
        let reader = try Store(at: desk.store.root, .reading)
        let filing = try Filing(store: reader, study: "ABC-101", model: .sample(), by: .test)
        let path = try desk.folder.write("one", to: "one.txt")
        #expect(throws: StoreError.readOnly(path: desk.store.root.string)) {
            try filing.file(path, FilingDesk.place, FilingDesk.dated)
        }
        #expect(try names(in: desk.store.root.appending("incoming")) == [])
    }
}
