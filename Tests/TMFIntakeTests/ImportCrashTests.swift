import Foundation
import Glibc
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite(.serialized) struct ImportCrashTests {
    private let desk = Result { try TemporaryFolder() }
    private let files = 400
    private let kills = 100

    /// A store of the sample study with nothing filed, closed again.
    private func makeStore(in folder: TemporaryFolder) throws -> FilePath {
        let root = folder("store.tmf")
        let store = try Store.create(at: root)
        _ = try StudyApplying.apply(.sample, to: store, by: .test)
        return root
    }

    /// The documents of a store that somebody was killed over, after everything that must hold was looked at.
    private func checked(_ root: FilePath, wholly: Bool) throws -> [Document] {
        let store = try Store(at: root, .writing(waiting: 0))
        #expect(try names(in: root.appending("incoming")) == [])
        #expect(try store.verifyJournal(of: "ABC-101").problems == [])
        if wholly { #expect(try store.verify().problems == []) }
        let documents = try store.snapshot(of: "ABC-101").documents
        for version in documents.flatMap(\.versions) {
            let content = try #require(version.facts.content)
            #expect(try store.content.open(content.digest).size == content.bytes)
        }
        return documents
    }

    @Test func `an import that is killed at any instant is finished by the next`() throws {
        let folder = try desk.get()
        let template = try makeStore(in: folder)
        var rows = "path,artifact\n"
        for file in 0..<files {
            try folder.write(String(repeating: "\(file) ", count: 400), to: "in/\(file % 7)/\(file).txt")
            rows += "\(file % 7)/\(file).txt,02.01.02\n"
        }
        let manifest = try folder.write(rows, to: "manifest.csv").string
        let source = folder("in").string
        let root = folder("killed.tmf")
        func reset() throws {
            if FileManager.default.fileExists(atPath: root.string) { try remove(root) }
            try FileManager.default.copyItem(atPath: template.string, toPath: root.string)
        }

        try reset()
        let clock = ContinuousClock()
        let first = try Probe("import", root.string, source, manifest)
        let begun = clock.now
        #expect(try first.finish() == ["\(files) 0 0"])
        let duration = (begun.duration(to: clock.now) / .microseconds(1)).rounded()

        var random = SeededGenerator(seed: 200)
        var early = 0.0
        var late = duration
        var midway = 0
        for kill in 0..<kills {
            try reset()
            let probe = try Probe("import", root.string, source, manifest)
            // Half of the kills come at any time; the others between the last that came too early to find a document
            // and the first that came too late to miss one, however fast the machine is at the moment.
            let delay =
                kill.isMultiple(of: 2)
                ? duration * ((Double(kill) + Double.random(in: 0..<1, using: &random)) / Double(kills))
                : Double.random(in: min(early, late)...max(early, late), using: &random)
            usleep(UInt32(delay))
            _ = try probe.kill()
            let documents = try checked(root, wholly: kill % 10 == 0)
            switch documents.count {
            case 0: early = max(early, delay)
            case files: late = min(late, delay)
            default: midway += 1
            }
            guard kill % 10 == 5 else { continue }
            let rest = try Probe("import", root.string, source, manifest).finish()
            #expect(rest == ["\(files - documents.count) \(documents.count) 0"])
            let all = try checked(root, wholly: true)
            #expect(all.count == files)
            #expect(Set(all.compactMap { $0.versions.first?.facts.source.path }).count == files)
        }
        #expect(midway > 0, "no kill came between the first batch and the last")
    }

    @Test func `no document is lost whose filing was acknowledged before the kill`() throws {
        let folder = try desk.get()
        let root = try makeStore(in: folder)
        for file in 0..<100 { try folder.write("text \(file)", to: "in/\(file).txt") }
        var random = SeededGenerator(seed: 7)
        var known = 0
        for kill in 0..<kills {
            let probe = try Probe("file", root.string, folder("in").string)
            usleep(UInt32.random(in: 0..<60_000, using: &random))
            let acknowledged = try probe.kill()
            let documents = try checked(root, wholly: kill % 10 == 0)
            // The last one can be filed although there was no time left to say so.
            #expect(documents.count - known - acknowledged.count <= 1)
            #expect(documents.suffix(from: known).map(\.number.description).starts(with: acknowledged))
            known = documents.count
        }
        #expect(known > 0)
    }

    @Test func `a second writer is told who the first one is`() throws {
        let folder = try desk.get()
        let root = try makeStore(in: folder)
        let probe = try Probe("hold", root.string)
        #expect(throws: StoreError.busy(path: root.string, holder: probe.number)) {
            try Store(at: root, .writing(waiting: 0))
        }
        #expect(try Store(at: root, .reading).snapshot(of: "ABC-101").documents == [])
        _ = try probe.finish()
        _ = try Store(at: root, .writing(waiting: 0))
    }
}

@Suite(.enabled(if: SmallFileSystem.isPermitted, "needs the right to mount"))
struct ImportDiskFullTests {
    @Test(arguments: [true, false])
    func `an import that fills the disk is finished when there is room`(isReopened: Bool) throws {
        let disk = try SmallFileSystem(bytes: 3 << 20)
        let root = disk.path.appending("store.tmf")
        var desk: ImportDesk? = try ImportDesk(at: root)
        for file in 0..<200 { try desk?.put(String(repeating: "\(file) ", count: 10_000), "\(file).txt") }
        let rows = (["path,artifact"] + (0..<200).map { "\($0).txt,01.01.01" }).joined(separator: "\n")
        let folder = try #require(desk?.folder)
        let manifest = try folder.write(rows, to: "manifest.csv")
        var options = Importing.Options(manifest: manifest)
        options.batchCount = 20
        #expect(throws: (any Error).self) { try desk?.load(options) }
        #expect(try names(in: root.appending("incoming")) == [])
        let filed = try #require(desk?.documents.count)
        #expect(filed > 0)
        #expect(filed < 200)
        #expect(try desk?.store.verify().problems == [])

        #expect(try run("mount", "-o", "remount,size=64m", disk.path.string).status == 0)
        if isReopened {
            let model = try #require(desk?.model)
            desk = nil
            let store = try Store(at: root, .writing(waiting: 0))
            let report = try Importing(store: store, study: "ABC-101", model: model, by: .test)
                .run(IntakeSource(folder("in")), options)
            #expect(report.counts == [200 - filed, 0, filed, 0])
            #expect(try store.verify().problems == [])
        } else {
            #expect(try desk?.load(options).counts == [200 - filed, 0, filed, 0])
            #expect(try desk?.store.verify().problems == [])
        }
    }
}
