import Disk
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFPackage
import TMFReview
import TMFStore
import TMFTestSupport
import Testing

/// The store comes back from its package, whole or not at all.
@Suite struct RestoringTests {
    private func problems(_ path: FilePath, to target: FilePath) throws -> [String] {
        do {
            _ = try PackageRestoring(path).restore(to: target)
            return []
        } catch PackageError.notRestorable(_, let problems) {
            return problems
        }
    }

    private func binder(_ store: Store, _ day: Day) throws -> Binder {
        let snapshot = try store.snapshot(of: SampleStore.study, asOf: day)
        let loaded = try BundledReferenceModel.load(snapshot.study.model)
        return Binder(snapshot: snapshot, model: loaded.model, rules: loaded.rules, asOf: day)
    }

    @Test(arguments: PackageOptions.Format.allCases)
    func `a store comes back from its package in any form, and answers the same for any day`(
        format: PackageOptions.Format
    ) throws {
        let sample = try SampleStore.shared()
        let folder = try TemporaryFolder()
        let target = folder("back.tmf")

        let outcome = try PackageRestoring(try sample.package(format, includesRestricted: true).path)
            .restore(to: target)
        let restored = try Store(at: target, .reading)

        let head = try #require(try sample.store.head(of: SampleStore.study))
        #expect(outcome.head == head)
        #expect(try restored.head(of: SampleStore.study) == head)
        #expect(try restored.verify().problems.isEmpty)
        #expect(try restored.verify().unreferenced.isEmpty)
        #expect(try restored.snapshot(of: SampleStore.study) == sample.store.snapshot(of: SampleStore.study))
        #expect(outcome.documents == (try sample.store.snapshot(of: SampleStore.study).documents.count))
        for day in try ["2026-11-01", "2026-11-02", "2026-11-03", "2027-06-30"].map(SampleStore.day) {
            let before = try binder(sample.store, day)
            let after = try binder(restored, day)
            #expect(after.snapshot == before.snapshot)
            #expect(StatusReport(binder: after).json == StatusReport(binder: before).json)
            #expect(after.findings == before.findings)
        }
        #expect(try names(in: folder.path) == ["back.tmf"])
    }

    @Test func `what came back is packed to the same bytes, and can be written to`() throws {
        let sample = try SampleStore.shared()
        let folder = try TemporaryFolder()
        let (path, report) = try sample.package(.zip, includesRestricted: true)
        _ = try PackageRestoring(path).restore(to: folder("back.tmf"))

        var head: JournalHead?
        do {
            let writing = try Store(at: folder("back.tmf"), .writing())
            let again = try PackageWriting(
                store: writing, study: SampleStore.study, PackageOptions(selection: .whole)
            ).write(to: folder("again.zip"))
            try writing.record([.documentWithdrawn(DocumentNumber(9))], in: SampleStore.study, by: .test)
            head = try writing.head(of: SampleStore.study)

            #expect(again.sha256 == report.sha256)
            #expect(try writing.verify().problems.isEmpty)
        }
        #expect(try Store.rebuild(folder("back.tmf")) == head?.seq)
    }

    @Test(arguments: [PackageOptions.Format.zip, .folder])
    func `a study on a model that the store keeps is packed with it, and comes back with it`(
        format: PackageOptions.Format
    ) throws {
        let sample = try SampleStore.shared()
        let folder = try TemporaryFolder()
        _ = try PackageRestoring(try sample.package(.zip, includesRestricted: true).path)
            .restore(to: folder("local.tmf"))
        let store = try Store(at: folder("local.tmf"), .writing())
        let stock = try BundledReferenceModel.load("3.3.1").model
        let kept = KeptModel(name: "3.3.1-local", table: KeptModelTable.bytes(of: stock))
        try store.keep(kept)
        let (model, rules) = try ReferenceModelLibrary.load(kept.name, kept: kept)
        try ModelMigration(store.snapshot(of: SampleStore.study), from: stock, to: model, rules: rules)
            .apply(to: store, by: .test)

        let package = folder("local")
        _ = try PackageWriting(
            store: store, study: SampleStore.study, PackageOptions(format: format, selection: .whole)
        ).write(to: package)
        #expect(try PackageVerifying(package).verify().problems == [])
        let snapshot = try store.snapshot(of: SampleStore.study)
        #expect(snapshot.keptModel == kept)
        #expect(try OpenPackage(package).snapshot().keptModel == kept)

        _ = try PackageRestoring(package).restore(to: folder("back.tmf"))
        let restored = try Store(at: folder("back.tmf"), .reading)
        #expect(try restored.snapshot(of: SampleStore.study) == snapshot)
        #expect(try restored.keptModels() == [kept.name])
    }

    @Test(arguments: [PackageOptions.Format.zip, .tarZstd, .folder])
    func `a package that withholds something is refused, and nothing is left`(format: PackageOptions.Format) throws {
        let folder = try TemporaryFolder()
        let path = try SampleStore.shared().package(format).path

        let found = try problems(path, to: folder("back.tmf"))

        #expect(found.contains { $0.contains("withholds") && $0.contains("--include-restricted") })
        #expect(try names(in: folder.path).isEmpty)
    }

    @Test func `a package of a past day brings back the store of that day`() throws {
        let desk = try FlatStore()
        try desk.file("One")
        desk.clock.set(to: try SampleStore.day("2026-03-05"))
        try desk.file("Two")
        let day = try SampleStore.day("2026-03-02")
        let made = try desk.package("past.zip", PackageOptions(asOf: day))

        let outcome = try PackageRestoring(made.path).restore(to: desk.folder("back.tmf"))
        let restored = try Store(at: desk.folder("back.tmf"), .reading)

        #expect(outcome.documents == 1)
        #expect(try restored.snapshot(of: "ABC-101") == desk.store.snapshot(of: "ABC-101", asOf: day))
    }

    @Test func `long and repeated contents come back, and each is kept once`() throws {
        let desk = try FlatStore()
        let long = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try desk.file("Long", bytes: long)
        try desk.file("Long again", bytes: long)
        try desk.file("Short", bytes: [1, 2, 3])
        try desk.file("Short again", bytes: [1, 2, 3])
        try desk.file("Nothing", bytes: [])
        for format in PackageOptions.Format.allCases {
            let made = try desk.package("p.\(format.rawValue)", PackageOptions(format: format))
            let target = desk.folder("back-\(format.rawValue).tmf")

            let outcome = try PackageRestoring(made.path).restore(to: target)

            #expect(outcome.versions == 5)
            #expect(outcome.files == 3)
            #expect(outcome.bytes == 3_000_003)
            #expect(try Store(at: target, .reading).verify().problems.isEmpty)
        }
    }

    @Test(arguments: [
        "printf x >> $(find data -name 'd-000001_*')", "rm $(find data -name 'd-000001_*')",
        "sed -i 's/One/Uno/' data/journal.jsonl", "rm data/journal.jsonl", "touch data/extra.txt", "rm bagit.txt",
    ])
    func `a damaged package is refused with the reason, and nothing is left`(script: String) throws {
        let desk = try FlatStore()
        try desk.file("One")
        try desk.file("Two")
        let made = try desk.package("package", PackageOptions(format: .folder))
        #expect(try run("sh", "-c", "cd \(made.path.string) && \(script)").status == 0)

        let found = try problems(made.path, to: desk.folder("back.tmf"))

        #expect(!found.isEmpty)
        #expect(try names(in: desk.folder.path) == ["package", "store.tmf"])
    }

    /// Whoever replaces manifests too makes a bag that verifies; a store does not come back from a false journal.
    @Test(arguments: [
        ("sed -i '$d' data/journal.jsonl; cp data/journal.jsonl /dev/null", "chain ends"),
        ("rm $(find data -name 'd-000001_*')", "D-000001, version 1: its content"),
    ])
    func `a package that was altered with its manifests is refused`(script: String, word: String) throws {
        let desk = try FlatStore()
        try desk.file("One")
        try desk.file("Two")
        let made = try desk.package("package", PackageOptions(format: .folder))
        let rebag = """
            cd \(made.path.string) && \(script)
            find data -type f | sort | xargs sha256sum > manifest-sha256.txt
            oxum=$(find data -type f -printf '%s\\n' | awk '{b+=$1;n++} END {printf "%d.%d", b, n}')
            sed -i "s/^Payload-Oxum.*/Payload-Oxum: $oxum/" bag-info.txt
            sha256sum bag-info.txt bagit.txt manifest-sha256.txt > tagmanifest-sha256.txt
            """
        #expect(try run("sh", "-c", rebag).status == 0)

        let found = try problems(made.path, to: desk.folder("back.tmf"))

        #expect(found.contains { $0.contains(word) }, "\(found)")
        #expect(try names(in: desk.folder.path) == ["package", "store.tmf"])
    }

    @Test func `a taken name is refused and left alone, and so is what is no package`() throws {
        let desk = try FlatStore()
        try desk.file("One")
        let made = try desk.package("package.zip")
        let text = try desk.folder.write("hello", to: "hello.txt")

        #expect(throws: StoreError.alreadyThere(path: desk.folder("store.tmf").string)) {
            try PackageRestoring(made.path).restore(to: desk.folder("store.tmf"))
        }
        #expect(throws: PackageError.self) { try PackageRestoring(text).restore(to: desk.folder("back.tmf")) }
        #expect(try names(in: desk.folder.path) == ["hello.txt", "package.zip", "store.tmf"])
    }

    @Test func `the journal of another bag is no journal of a store`() throws {
        let folder = try TemporaryFolder()
        try folder.write("{\"seq\": 1}\n", to: "bag/journal.jsonl")
        #expect(try run("sh", "-c", "${TMF_BAGIT:-bagit.py} --sha256 \(folder("bag").string) 2>&1").status == 0)

        #expect(!(try problems(folder("bag"), to: folder("back.tmf"))).isEmpty)
        #expect(try names(in: folder.path) == ["bag"])
    }
}
