import Archive
import Foundation
import Glibc
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// Archives within a source, made by the programs that people make them with.
@Suite struct NestedArchivesTests {
    private let desk: ImportDesk

    init() throws { desk = try ImportDesk() }

    /// Runs a shell script in `in`.
    private func make(_ script: String) throws {
        let made = try run("sh", "-c", "cd '\(desk.folder("in"))' && \(script)")
        #expect(made.status == 0, "\(made.errors)")
    }

    /// Runs a Python script in `in`.
    private func makeWithPython(_ script: String) throws {
        try desk.folder.write(
            "import io, tarfile, warnings, zipfile\nwarnings.simplefilter('ignore')\n\(script)", to: "make.py")
        try make("python3 ../make.py")
    }

    /// A loose file, a ZIP of two, one of them a ZIP again, and a compressed TAR.
    private func makeNest() throws {
        try desk.put("loose", "01.01.01/loose.txt")
        try desk.put("one", "01.01.02/one.txt")
        try desk.put("deep", "deep.txt")
        try desk.put("four", "01.01.02/four.txt")
        try make(
            """
            zip -q 01.01.02/deep.zip deep.txt && zip -q outer.zip 01.01.02/deep.zip 01.01.02/one.txt \
            && tar czf old.tar.gz 01.01.02/four.txt && rm -r deep.txt 01.01.02
            """)
    }

    private let nest = [
        "01.01.01/loose.txt", "old.tar.gz/01.01.02/four.txt", "outer.zip/01.01.02/deep.zip",
        "outer.zip/01.01.02/one.txt",
    ]

    private var paths: [String] {
        get throws { try documents.compactMap { $0.versions.first?.facts.source.path }.sorted() }
    }
    private var documents: [Document] { get throws { try desk.documents } }

    /// Imports, and holds the receipt against the report.
    private func load(
        _ manifest: String..., source: FilePath? = nil, setting change: (inout Importing.Options) -> Void = { _ in }
    ) throws -> (report: ImportReport, receipt: [String: ReceiptRow]) {
        var options = Importing.Options()
        options.isNested = true
        if !manifest.isEmpty {
            options.manifest = try desk.folder.write(manifest.joined(separator: "\n") + "\n", to: "manifest.csv")
        }
        change(&options)
        var rows: [ReceiptRow] = []
        let around = try names(in: desk.folder.path)
        let report = try Importing(store: desk.store, study: "ABC-101", model: desk.model, by: .test)
            .run(IntakeSource(source ?? desk.folder("in")), options, receipt: { rows.append($0) })
        #expect(report.read == report.filed + report.newVersions + report.unchanged + report.failed)
        #expect(rows.count == report.read + report.notListed + report.older + report.opened)
        #expect(try names(in: desk.store.root.appending("incoming")) == [])
        #expect(try names(in: desk.folder.path) == around)
        return (report, Dictionary(rows.map { ($0.source, $0) }) { first, _ in first })
    }

    @Test(arguments: [nil, "packed.zip", "packed.tar.gz"])
    func `files in archives are filed once, by both names`(packed: String?) throws {
        try makeNest()
        let pack = packed?.hasSuffix("zip") ?? false ? "zip -qr" : "tar czf"
        if let packed { try make("\(pack) ../\(packed) .") }
        let source = desk.folder(packed ?? "in")
        let trial = try load(source: source) { $0.isDryRun = true }.report
        #expect(trial.counts == [4, 0, 0, 0])
        #expect(try documents == [])
        let (report, receipt) = try load(source: source)
        #expect(report.counts == [4, 0, 0, 0])
        #expect(try paths == nest)
        #expect(report.opened == 2)
        #expect(receipt["outer.zip"]?.outcome == .opened)
        #expect(receipt["outer.zip"]?.reason == "2 files in it, each told of by itself")
        #expect(report.notices.map(\.source) == ["outer.zip/01.01.02/deep.zip"])
        #expect(try load(source: source).report.counts == [0, 0, 4, 0])
        #expect(
            try documents.map { $0.facts.artifact.description }.sorted() == ["01.01.01"]
                + Array(repeating: "01.01.02", count: 3))
        #expect(try desk.store.verify().problems == [])

        try make(
            "rm -f outer.zip && mkdir 01.01.02 && echo new > 01.01.02/one.txt && zip -q outer.zip 01.01.02/one.txt && rm -r 01.01.02"
        )
        if let packed { try make("rm ../\(packed) && \(pack) ../\(packed) .") }
        #expect(try load(source: source).report.counts == [0, 1, 2, 0])
    }

    @Test func `without being asked for, an archive is one file`() throws {
        try makeNest()
        let report = try desk.load(
            "path,artifact", "outer.zip,01.01.02", "old.tar.gz,01.01.02", "01.01.01/loose.txt,01.01.01")
        #expect(report.counts == [3, 0, 0, 0])
        #expect(report.opened == 0)
    }

    @Test func `a manifest names what is in an archive, or the archive, or both`() throws {
        try makeNest()
        let (report, receipt) = try load(
            "path,artifact", "outer.zip/01.01.02/one.txt,02.01.02", "old.tar.gz,01.01.01")
        #expect(report.counts == [2, 0, 0, 0])
        #expect(report.opened == 1)
        #expect(receipt["outer.zip"]?.outcome == .opened)
        #expect(receipt["outer.zip/01.01.02/deep.zip"]?.outcome == .notListed)
        #expect(report.unlisted == ["01.01.01/loose.txt", "outer.zip/01.01.02/deep.zip"])
        let both = try load("path,artifact", "outer.zip/01.01.02/one.txt,02.01.02", "outer.zip,02.01.02").report
        #expect(both.counts == [1, 0, 1, 0])
        #expect(both.opened == 0)
        #expect(try load("path,artifact", "outer.zip/none.txt,02.01.02").report.problems.map(\.column) == ["path"])
    }

    @Test func `an archive with nothing in it is a file`() throws {
        try desk.put("x", "01.01.01/x.txt")
        try make("mkdir e && zip -q 01.01.01/empty.zip e/ && rmdir e && cp 01.01.01/x.txt 01.01.01/x.docx")
        let report = try load().report
        #expect(report.counts == [3, 0, 0, 0])
        #expect(report.opened == 0)
    }

    @Test(arguments: [
        "z.writestr('../01.01.01 out.txt', 'x')", "z.writestr('/01.01.01 out.txt', 'x')",
        "z.writestr('01.01.01/good.txt', 'again')",
        "i = zipfile.ZipInfo('01.01.01/link'); i.external_attr = 0xA1FF0000; z.writestr(i, '/etc/passwd')",
    ])
    func `what leaves the folder, is a link or a second of its name is refused by name`(member: String) throws {
        try desk.put("loose", "01.01.01/loose.txt")
        try makeWithPython(
            "with zipfile.ZipFile('sly.zip', 'w') as z:\n    z.writestr('01.01.01/good.txt', 'x')\n    \(member)\n")
        let (refused, receipt) = try load()
        #expect(refused.counts == [0, 0, 0, 3])
        #expect(try documents == [])
        let problem = try #require(refused.problems.first?.source)
        #expect(problem.hasPrefix("sly.zip/"))
        #expect(receipt[problem]?.outcome == .refused)
        #expect(try load { $0.isPartial = true }.report.counts == [2, 0, 0, 1])
        #expect(try paths == ["01.01.01/loose.txt", "sly.zip/01.01.01/good.txt"])
    }

    @Test func `a locked member is refused by name, and a locked archive can be filed as it is`() throws {
        try desk.put("secret", "01.01.01/secret.txt")
        try make("zip -q -P word locked.zip 01.01.01/secret.txt && rm -r 01.01.01")
        let refused = try load().report
        #expect(refused.counts == [0, 0, 0, 1])
        #expect(refused.problems.map(\.source) == ["locked.zip/01.01.01/secret.txt"])
        #expect(refused.problems.first?.message.contains("encrypted") ?? false)
        #expect(try load("path,artifact", "locked.zip,01.01.01").report.counts == [1, 0, 0, 0])
    }

    @Test(arguments: ["cut.zip", "cut.tar.gz", "flipped.zip", "none.zip"])
    func `of a damaged archive nothing is taken`(name: String) throws {
        try desk.put("loose", "01.01.01/loose.txt")
        try makeWithPython(
            """
            import os, random
            data = random.Random(7).randbytes(200_000)
            open('a', 'wb').write(data)
            with zipfile.ZipFile('cut.zip', 'w') as z:
                z.writestr('01.01.01/first.txt', 'first')
                z.writestr('01.01.01/second.txt', data)
            whole = bytearray(open('cut.zip', 'rb').read())
            whole[1_000] ^= 1
            open('flipped.zip', 'wb').write(whole)
            os.truncate('cut.zip', 100_000)
            with tarfile.open('cut.tar.gz', 'w:gz') as t: t.add('a', '01.01.01/a')
            os.truncate('cut.tar.gz', 100_000)
            open('none.zip', 'w').write('no archive')
            for name in ['a', 'cut.zip', 'cut.tar.gz', 'flipped.zip', 'none.zip']:
                if name != '\(name)': os.remove(name)
            """)
        let (refused, receipt) = try load()
        #expect(refused.counts == [0, 0, 0, 2])
        #expect(refused.problems.map(\.source) == [name])
        #expect(receipt[name]?.reason?.hasPrefix("cannot be opened, so nothing in it was taken: ") ?? false)
        #expect(try documents == [])
        #expect(try load { $0.isPartial = true }.report.counts == [1, 0, 0, 1])
        #expect(try load("path,artifact", "\(name)/01.01.01/first.txt,01.01.01").report.counts == [0, 0, 0, 1])
        #expect(try paths == ["01.01.01/loose.txt"])
    }

    @Test func `a bomb within is stopped, also one that is packed twice`() throws {
        try desk.put("loose", "01.01.01/loose.txt")
        let bomb = "with zipfile.ZipFile('bomb.zip', 'w', zipfile.ZIP_DEFLATED) as z:"
        try makeWithPython("\(bomb)\n    z.writestr('01.01.01/zeros', bytes(60_000_000))")
        let report = try load().report
        #expect(report.problems.map(\.source) == ["bomb.zip"])
        #expect(report.problems.first?.message.contains("times its size") ?? false)

        // By itself it stays below the ratio; the file that everything comes out of does not.
        try makeWithPython(
            "\(bomb)\n    for n in range(9): z.writestr(f'01.01.01/{n}', bytes(900_000) + bytes([n]) * 4_000)")
        #expect(try load { $0.isDryRun = true }.report.counts == [10, 0, 0, 0])
        try make("zip -q -9 ../twice.zip bomb.zip 01.01.01/loose.txt")
        let twice = try load(source: desk.folder("twice.zip")).report
        #expect(twice.problems.map(\.source) == ["bomb.zip"])
        #expect(twice.problems.first?.message.contains("unpacks to more than") ?? false)
        try IntakeSource(desk.folder("in")).withNested(
            .all, below: desk.folder.path, limits: ArchiveLimits(maxTotalBytes: 4_000_000)
        ) { #expect($0.unopened.map(\.source) == ["bomb.zip"]) }
    }

    @Test func `files that are older than asked for are left alone, but not those of a newer archive`() throws {
        try desk.put("one", "01.01.02/one.txt")
        try make(
            """
            touch -d 2020-01-01 01.01.02/one.txt && zip -q new.zip 01.01.02/one.txt && cp new.zip old.zip \
            && touch -d 2020-02-01 old.zip && touch -d 2024-02-01 new.zip && rm -r 01.01.02
            """)
        let since = try #require(Day("2024-01-01"))
        let report = try load { $0.since = since }.report
        #expect(report.counts == [1, 0, 0, 0])
        #expect(report.older == 1)
        #expect(try paths == ["new.zip/01.01.02/one.txt"])
    }

    @Test func `an import of archives that is killed is finished by the next`() throws {
        try makeWithPython(
            """
            rows = ['path,artifact']
            for n in range(20):
                with zipfile.ZipFile(f'{n}.zip', 'w') as z:
                    for m in range(20):
                        z.writestr(f'{m}.txt', f'{n} {m} ' * 400)
                        rows.append(f'{n}.zip/{m}.txt,02.01.02')
            open('../manifest.csv', 'w').write('\\n'.join(rows) + '\\n')
            """)
        let manifest = desk.folder("manifest.csv").string
        var random = SeededGenerator(seed: 11)
        var midway = 0
        var kill = 0
        // Killed as soon as the journal has grown by so much, however long that takes.
        while kill < 8 || midway == 0 && kill < 100 {
            kill += 1
            let root = desk.folder("killed-\(kill).tmf")
            _ = try StudyApplying.apply(.sample, to: Store.create(at: root), by: .test)
            let journal = root.appending("journal").appending("ABC-101.jsonl").string
            func size() throws -> Int { try Data(contentsOf: URL(fileURLWithPath: journal)).count }
            // Some 250 bytes a document.
            let grown = try size() + Int.random(in: 0..<80_000, using: &random)
            let probe = try Probe("import", root.string, desk.folder("in").string, manifest)
            while try probe.isRunning && size() < grown { usleep(200) }
            _ = try probe.kill()
            let filed = try Store(at: root, .reading).snapshot(of: "ABC-101").documents.count
            if (1..<400).contains(filed) { midway += 1 }
            let rest = try Probe("import", root.string, desk.folder("in").string, manifest).finish()
            #expect(rest == ["\(400 - filed) \(filed) 0"])
            #expect(try names(in: root.appending("incoming")) == [])
            #expect(try Store(at: root, .reading).verify().problems == [])
            try remove(root)
        }
        #expect(midway > 0, "no kill came between the first batch and the last")
    }
}
