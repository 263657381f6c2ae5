import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFPackage
import TMFStore
import TMFTestSupport
import Testing

/// What two stores, packages or manifests do not have in common.
@Suite struct ComparingTests {
    private func compare(_ a: FilePath, _ b: FilePath, ignoring: Set<String> = []) throws -> Comparison {
        try Comparing(ComparedSource(a), ComparedSource(b), ignoring: ignoring).compare()
    }

    @Test(arguments: PackageOptions.Format.allCases)
    func `a store and its package are the same, and so is what comes back of it`(
        format: PackageOptions.Format
    ) throws {
        let sample = try SampleStore.shared()
        let folder = try TemporaryFolder()
        let path = try sample.package(format, includesRestricted: true).path
        _ = try PackageRestoring(path).restore(to: folder("back.tmf"))

        for (a, b) in [(sample.store.root, path), (path, sample.store.root), (sample.store.root, folder("back.tmf"))] {
            let found = try compare(a, b)
            #expect(found.isSame, "\(found.different.prefix(3))")
            #expect(found.compared > 100)
            #expect(found.headA == found.headB && found.headA != nil)
        }
    }

    @Test func `what only one has and each field that differs is listed`() throws {
        let desk = try FlatStore()
        for name in ["One", "Two", "Three"] { try desk.file(name) }
        _ = try desk.store.backUp(to: desk.folder("before.tmf"))
        try desk.file("Four")
        try desk.record(
            .documentAmended(
                DocumentNumber(2), version: nil, [FactChange(field: "title", from: "Two", to: "Zwei")]))
        try desk.record(
            .documentAmended(
                DocumentNumber(3), version: 1, [FactChange(field: "note", from: .null, to: "read again")]))
        try desk.record(.documentWithdrawn(DocumentNumber(1)))
        try desk.record(
            .documentsLinked(
                DocumentLink(document: DocumentNumber(2), relation: .supports, target: DocumentNumber(3))))

        let found = try compare(desk.folder("before.tmf"), desk.store.root)
        let reverse = try compare(desk.store.root, desk.folder("before.tmf"))

        #expect(found.onlyInA.isEmpty)
        #expect(found.onlyInB.map(\.document) == ["D-000004"])
        #expect(reverse.onlyInA.map(\.document) == ["D-000004"])
        #expect(found.compared == 3)
        #expect(!found.isSame)
        let fields = found.different.map { "\($0.document ?? "") \($0.version ?? 0) \($0.field)" }
        #expect(
            fields == [
                "D-000002 0 link supports D-000003", "D-000001 0 withdrawn", "D-000002 0 title", "D-000003 1 note",
            ])
        #expect(found.different.first { $0.field == "title" }?.a == "Two")
        #expect(found.different.first { $0.field == "title" }?.b == "Zwei")
        #expect(found.json["same"] == false)
        let ignoring = try compare(desk.folder("before.tmf"), desk.store.root, ignoring: ["title", "withdrawn"])
        #expect(!ignoring.different.contains { ["title", "withdrawn"].contains($0.field) })
    }

    @Test func `a record that a package withholds is listed as that, and the two are not the same`() throws {
        let desk = try FlatStore()
        try desk.file("Open")
        try desk.file("Secret", isRestricted: true)
        let made = try desk.package("open.zip")

        let found = try compare(desk.store.root, made.path)

        #expect(found.onlyInA.isEmpty && found.onlyInB.isEmpty && found.different.isEmpty)
        #expect(found.withheld.map(\.document) == ["D-000002"])
        #expect(!found.isSame)
    }

    @Test func `more documents than are read ahead are compared one by one`() throws {
        let desk = try FlatStore()
        let number = 2_500
        var events: [JournalEvent] = []
        for next in 1...number {
            let facts = DocumentFacts(artifact: .investigatorCV, scope: .site(.germany, "101"), title: "No. \(next)")
            events.append(.documentFiled(DocumentNumber(next), facts, VersionFacts(url: "https://example.org/\(next)")))
        }
        try desk.store.record(events, in: "ABC-101", by: .test)
        _ = try desk.store.backUp(to: desk.folder("before.tmf"))
        let facts = DocumentFacts(artifact: .investigatorCV, scope: .site(.germany, "101"), title: "Last")
        try desk.record(
            .documentFiled(DocumentNumber(number + 1), facts, VersionFacts(url: "https://example.org/last")))

        let found = try compare(desk.store.root, desk.folder("before.tmf"))
        let same = try compare(desk.folder("before.tmf"), desk.folder("before.tmf"))

        #expect(found.compared == number)
        #expect(found.onlyInA.map(\.document) == ["D-002501"])
        #expect(same.isSame && same.compared == number)
    }

    @Test func `the manifest that filled a store says the same as the store, and differences are found`() throws {
        let sample = try SampleStore.shared()
        let samples = FilePath(#filePath).removingLastComponent().appending("../../samples/ABC-101")
        let manifest = samples.appending("manifest.csv")
        let folder = try TemporaryFolder()
        let text = String(decoding: try bytes(of: manifest), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        let changed = try folder.write(
            lines.dropLast().joined(separator: "\n") + "\n", to: "changed.csv")

        let found = try compare(sample.store.root, manifest)
        let less = try compare(changed, manifest)
        let twice = try compare(manifest, manifest)

        #expect(found.onlyInA.isEmpty && found.onlyInB.isEmpty, "\(found.onlyInA) \(found.onlyInB)")
        #expect(found.different.isEmpty, "\(found.different.prefix(5))")
        #expect(twice.isSame && twice.compared > 100)
        #expect(!less.isSame && less.onlyInA.isEmpty)
    }

    @Test func `a transfer is compared with the store it came from, and with what it became`() throws {
        let desk = try FlatStore()
        for name in ["One", "Two", "Three"] { try desk.file(name, name: "\(name).txt") }
        try desk.file("Secret", isRestricted: true)
        let options = PackageOptions(
            format: .folder, kind: .transfer, selection: .whole,
            exchange: ExchangeOptions(agreement: "EA-1", source: "us"))
        _ = try desk.package("out", options)
        // Only what the standard carries: the list and its files.
        let copying = """
            cd "$1/out/data" && mkdir ../../ems && cp -r 05 exchange.xml ../../ems
            cd ../../ems && zip -qr ../ems.zip . && tar -cf ../ems.tar .
            """
        #expect(try run("sh", "-c", copying, "sh", desk.folder.path.string).status == 0)
        let other = try Store.create(at: desk.folder("other.tmf"))
        let study = try #require(try desk.store.currentStudy("ABC-101"))
        _ = try StudyApplying.apply(study, to: other, by: .test)
        _ = try ExchangeImporting(
            store: other, study: "ABC-101", model: BundledReferenceModel.load("3.3.1").model, by: .test
        ).run(IntakeSource(desk.folder("ems")), .init())

        for form in ["ems", "ems.zip", "ems.tar", "ems/exchange.xml"] {
            for store in [desk.store.root, desk.folder("other.tmf")] {
                let found = try compare(store, desk.folder(form))
                #expect(found.compared == 4 && found.onlyInB.isEmpty, "\(form): \(found.onlyInB)")
                #expect(found.different.isEmpty, "\(form): \(found.different.prefix(3))")
                // The list itself was kept as a record.
                #expect(found.onlyInA.count == (store == desk.store.root ? 0 : 1))
            }
        }
        #expect(try compare(desk.folder("ems.zip"), desk.folder("ems.tar")).isSame)

        try desk.record(
            .documentAmended(
                DocumentNumber(2), version: nil, [FactChange(field: "title", from: "Two", to: "Zwei")]))
        try desk.file("Four")
        let later = try compare(desk.folder("ems.zip"), desk.store.root)
        #expect(later.different.map(\.field) == ["title"] && later.different.first?.document == "D-000002")
        #expect(later.onlyInB.map(\.document) == ["D-000005"] && later.onlyInA.isEmpty)
    }

    @Test func `what is not there, or nothing of these, is an error`() throws {
        let folder = try TemporaryFolder()
        let text = try folder.write("hello", to: "hello.txt")
        let bad = try folder.write("path,artifact\nx.pdf,99\n", to: "bad.csv")

        #expect(throws: PackageError.self) { try compare(text, text) }
        #expect(throws: InputProblems.self) { try compare(bad, bad) }
    }
}
