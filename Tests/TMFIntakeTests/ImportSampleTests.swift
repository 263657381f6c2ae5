import Disk
import Foundation
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct ImportSampleTests {
    private let desk: ImportDesk
    private let rows: [ManifestRow]
    private let files: Int

    init() throws {
        desk = try ImportDesk(SampleFolder.study())
        rows = try SampleFolder.rows()
        files = rows.count { $0.path != nil }
    }

    private func load(_ source: FilePath = SampleFolder.documents, isDryRun: Bool = false) throws -> ImportReport {
        try desk.load(.init(manifest: SampleFolder.manifest, isDryRun: isDryRun), source: source)
    }

    /// A copy of the sample's documents that may be changed.
    private func copy() throws -> FilePath {
        let target = desk.folder("documents")
        try FileManager.default.copyItem(atPath: SampleFolder.documents.string, toPath: target.string)
        return target
    }

    @Test func `every file and signpost is filed, and a second run files nothing`() throws {
        let first = try load()
        #expect(first.problems == [])
        #expect(first.notices == [])
        #expect(first.unlisted == [])
        #expect(files == 173)
        #expect(first.read == 175)
        #expect(first.filed + first.newVersions == 175)
        #expect(first.duplicates == 1)
        #expect(first.duplicateOf.count == 1)
        #expect(try desk.documents.map(\.versions.count).reduce(0, +) == 175)
        let head = try desk.head

        let second = try load()
        #expect(second.counts == [0, 0, 175, 0])
        #expect(second.amended == 0)
        #expect(second.notices == [])
        #expect(try desk.head == head)
        #expect(try desk.store.verify().problems == [])
        #expect(try desk.store.verify().unreferenced == [])
    }

    @Test func `what is filed is what the manifest says`() throws {
        _ = try load()
        let study = try SampleFolder.study()
        var byPath: [String: (Document, Version)] = [:]
        for document in try desk.documents {
            for version in document.versions {
                byPath[version.facts.source.path ?? version.facts.url ?? ""] = (document, version)
            }
        }
        #expect(byPath.count == rows.count)
        for row in rows {
            let (document, version) = try #require(byPath[row.path ?? row.url ?? ""])
            let stated = try row.facts(in: study, model: desk.model, source: "manifest.csv")
            #expect(document.facts.address == stated.document.address)
            #expect(document.facts.isRestricted == stated.document.isRestricted)
            if version.ordinal == document.versions.count { #expect(document.facts == stated.document) }
            var facts = version.facts
            if let path = row.path {
                let bytes = try bytes(of: SampleFolder.documents.appending(path))
                #expect(facts.content?.digest == Digest(of: bytes))
                #expect(facts.content?.bytes == Int64(bytes.count))
                #expect(facts.content?.mediaType == MediaType.of(name: path, head: Array(bytes.prefix(8_192))))
            } else {
                #expect(facts.content == nil)
            }
            facts.content = nil
            #expect(facts == stated.version)
        }
    }

    @Test func `one changed file makes one version, one more file one document`() throws {
        let source = try copy()
        _ = try load(source)
        let path = try #require(rows.first { $0.path != nil }?.path)
        try overwrite(source.appending(path), with: Array("other bytes".utf8))
        let changed = try load(source)
        #expect(changed.counts == [0, 1, 174, 0])
        #expect(try load(source).counts == [0, 0, 175, 0])

        try Data("a new file".utf8).write(to: URL(fileURLWithPath: source.appending("new.txt").string))
        let text = String(decoding: try bytes(of: SampleFolder.manifest), as: UTF8.self)
        let columns = text.prefix { !$0.isNewline }.split(separator: ",").count
        let blanks = String(repeating: ",", count: columns - 2)
        let manifest = try desk.folder.write(text + "new.txt,01.01.01\(blanks)\n", to: "more.csv")
        let added = try desk.load(.init(manifest: manifest), source: source)
        #expect(added.problems == [])
        #expect(added.counts == [1, 0, 175, 0])
    }

    @Test func `a dry run counts the same and changes no byte of the store`() throws {
        func state() throws -> [String: [UInt8]] {
            var state: [String: [UInt8]] = [:]
            var walk = try FolderWalk(below: desk.store.root)
            while let entry = try walk.next() {
                // The index of the database's log counts its readers.
                if entry.text?.hasSuffix("-shm") ?? false { continue }
                let name = try #require(entry.text)
                state[name] = entry.kind == .file ? try bytes(of: desk.store.root.appending(name)) : []
            }
            return state
        }
        let before = try state()
        let dry = try load(isDryRun: true)
        let zip = try archive("zip")
        let packed = try load(zip, isDryRun: true)
        #expect(try state() == before)
        let real = try load()
        #expect(dry == real)
        #expect(packed == real)
        #expect(try load(isDryRun: true) == load())
    }

    @Test(arguments: ["zip", "tar", "gztar"])
    func `an archive is filed as the folder is`(format: String) throws {
        let report = try load(archive(format))
        #expect(report.problems == [])
        #expect(report.filed + report.newVersions == 175)
        let other = try ImportDesk(SampleFolder.study())
        _ = try other.load(.init(manifest: SampleFolder.manifest), source: SampleFolder.documents)
        let ours = try desk.documents
        let theirs = try other.documents
        #expect(ours.map(\.facts) == theirs.map(\.facts))
        #expect(ours.map { $0.versions.map(\.facts) } == theirs.map { $0.versions.map(\.facts) })
        #expect(try load().counts == [0, 0, 175, 0])
        #expect(try desk.store.verify().problems == [])
    }

    @Test func `the manifest inside the source is no record`() throws {
        let source = try copy()
        let manifest = source.appending("manifest.csv")
        try FileManager.default.copyItem(atPath: SampleFolder.manifest.string, toPath: manifest.string)
        let report = try desk.load(.init(manifest: manifest), source: source)
        #expect(report.unlisted == [])
        #expect(report.problems == [])
        #expect(report.read == 175)
    }

    /// The sample's documents, packed by Python.
    private func archive(_ format: String) throws -> FilePath {
        let base = desk.folder("packed")
        let made = try run(
            "python3", "-c", "import shutil, sys; print(shutil.make_archive(sys.argv[1], sys.argv[2], sys.argv[3]))",
            base.string, format, SampleFolder.documents.string)
        #expect(made.status == 0, "\(made.errors)")
        return FilePath(made.output.split(separator: "\n").map(String.init).last ?? "")
    }
}
