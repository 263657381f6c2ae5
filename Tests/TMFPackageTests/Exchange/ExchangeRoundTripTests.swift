import Foundation
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFPackage
import TMFStore
import TMFTestSupport
import Testing

/// Out of one store, into an empty one, and out again.
@Suite struct ExchangeRoundTripTests {
    private func objects(_ package: FilePath) throws -> [EMSObject] {
        var reader = try EMSReader(
            opening: package.appending("data/exchange.xml"), source: "exchange.xml", isLenient: false)
        var objects: [EMSObject] = []
        while let object = try reader.next() { objects.append(object) }
        #expect(reader.finish().problems == [])
        return objects
    }

    /// An object without what a package names by itself: lines, and the number in the name of a file.
    private func carried(_ object: EMSObject) -> EMSObject {
        var object = object
        object.line = 0
        for index in object.files.indices {
            object.files[index].line = 0
            object.files[index].name = ""
            object.files[index].path = ""
            object.files[index].audit = []
        }
        return object
    }

    private func emptyStore(_ folder: TemporaryFolder, like store: Store) throws -> Store {
        let study = try #require(try store.currentStudy(SampleStore.study))
        let other = try Store.create(at: folder("B.tmf"), clock: HandClock(SampleStore.day("2026-12-01")).now)
        _ = try StudyApplying.apply(study, to: other, by: .test)
        return other
    }

    @Test(arguments: [PackageOptions.Kind.inspection, .transfer])
    func `nothing that the standard can carry differs after a round trip`(kind: PackageOptions.Kind) throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        let options = ExchangeExportTests.options(kind, restricted: true)
        _ = try PackageWriting(store: sample.store, study: SampleStore.study, options).write(to: folder("first"))
        let other = try emptyStore(folder, like: sample.store)
        let model = try BundledReferenceModel.load("3.3.1").model
        let importing = try ExchangeImporting(store: other, study: SampleStore.study, model: model, by: .test)

        let receipt = try importing.run(IntakeSource(folder("first")), .init())

        #expect(receipt.report.problems == [], "\(receipt.report.problems.prefix(3))")
        let first = try objects(folder("first"))
        #expect(receipt.results.count == first.reduce(0) { $0 + $1.files.count })
        #expect(receipt.report.failed == 0 && receipt.report.filed > 100 && receipt.report.newVersions > 5)
        #expect(receipt.relaxations == [])

        _ = try PackageWriting(store: other, study: SampleStore.study, options).write(to: folder("second"))
        let second = try objects(folder("second"))
        #expect(first.map(\.id) == second.map(\.id))
        for (before, after) in zip(first, second) {
            #expect(carried(before) == carried(after))
            // The trail goes on: what was there is there still, and then comes what happened here.
            for (old, new) in zip(before.files, after.files) {
                #expect(Array(new.audit.prefix(old.audit.count)) == old.audit)
                #expect(new.audit.count > old.audit.count)
                #expect(new.audit.dropFirst(old.audit.count).allSatisfy { !old.audit.map(\.id).contains($0.id) })
            }
        }

        // The same transfer again changes nothing.
        let head = try other.head(of: SampleStore.study)
        let again = try importing.run(IntakeSource(folder("first")), .init())
        #expect(again.report.problems == [])
        #expect(again.report.unchanged == receipt.results.count && again.report.filed == 0)
        #expect(try other.head(of: SampleStore.study) == head)
        #expect(try other.verify().problems == [])
    }

    @Test func `facts of documents survive the round trip`() throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        let options = ExchangeExportTests.options(.transfer, restricted: true)
        var packed = options
        packed.format = .zip
        _ = try PackageWriting(store: sample.store, study: SampleStore.study, packed).write(to: folder("a.zip"))
        let other = try emptyStore(folder, like: sample.store)
        let model = try BundledReferenceModel.load("3.3.1").model
        let receipt = try ExchangeImporting(store: other, study: SampleStore.study, model: model, by: .test)
            .run(IntakeSource(folder("a.zip")), .init())
        #expect(receipt.report.problems == [])
        #expect(try names(in: other.root.appending("incoming")) == [])

        let here = try sample.store.snapshot(of: SampleStore.study)
        let there = try other.snapshot(of: SampleStore.study)
        let numbers = Dictionary(
            receipt.results.compactMap { result in
                result.document.flatMap { document in
                    DocumentNumber(String(result.object.split(separator: ".")[1])).map { ($0, document) }
                }
            }
        ) { first, _ in first }
        var compared = 0
        for document in here.documents where document.versions.allSatisfy({ $0.facts.content != nil }) {
            let copy = try #require(numbers[document.number].flatMap { there.document($0) })
            var facts = copy.facts
            if document.facts.translationOf != nil {
                #expect(facts.translationOf != nil)
                facts.translationOf = document.facts.translationOf
            }
            #expect(facts == document.facts)
            #expect(copy.withdrawal?.reason == document.withdrawal?.reason)
            #expect(copy.current?.ordinal == document.current?.ordinal)
            for (old, new) in zip(document.versions, copy.versions) {
                #expect(old.facts.label == new.facts.label && old.facts.status == new.facts.status)
                #expect(old.facts.documentDate == new.facts.documentDate && old.expires == new.expires)
                #expect(old.facts.copy == new.facts.copy && old.facts.content == new.facts.content)
                #expect(old.facts.receivedDate == new.facts.receivedDate && old.filedDay == new.filedDay)
                #expect(old.facts.originalName == new.facts.originalName && old.facts.note == new.facts.note)
                compared += 1
            }
        }
        #expect(compared > 150)
        #expect(there.links.count == here.links.count)
        let manifest = try #require(there.documents.last)
        #expect(manifest.facts.isRestricted && manifest.facts.title.contains("eTMF-EMS transfer"))
        #expect(receipt.transfers.first?.document == manifest.number)
    }

    @Test func `a transfer that comes back to its own store is known again, and files nothing`() throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        let options = ExchangeExportTests.options(.transfer, restricted: true)
        let model = try BundledReferenceModel.load("3.3.1").model
        _ = try sample.store.backUp(to: folder("A.tmf"))
        let store = try Store(at: folder("A.tmf"), .writing())
        let own = try ExchangeImporting(store: store, study: SampleStore.study, model: model, by: .test)
        let other = try emptyStore(folder, like: sample.store)
        let theirs = try ExchangeImporting(store: other, study: SampleStore.study, model: model, by: .test)
        _ = try PackageWriting(store: store, study: SampleStore.study, options).write(to: folder("out"))
        let head = try store.head(of: SampleStore.study)

        let receipt = try own.run(IntakeSource(folder("out")), .init())

        #expect(receipt.report.problems == [], "\(receipt.report.problems.prefix(3))")
        #expect(receipt.report.unchanged > 100 && receipt.report.unchanged == receipt.report.read)
        #expect(receipt.report.notices.contains { $0.message.contains("this store made the transfer") })
        #expect(receipt.results.allSatisfy { $0.document != nil })
        #expect(try store.head(of: SampleStore.study) == head)

        // Passed on by another store under its own name, its records are still ours; what they add is new.
        _ = try theirs.run(IntakeSource(folder("out")), .init())
        let theirOptions = PackageOptions(
            format: .folder, kind: .transfer, selection: .whole,
            exchange: ExchangeOptions(agreement: "EA-2", source: "CRO-2"))
        _ = try PackageWriting(store: other, study: SampleStore.study, theirOptions).write(to: folder("back"))
        let back = try own.run(IntakeSource(folder("back")), .init())
        #expect(back.report.problems == [], "\(back.report.problems.prefix(3))")
        #expect(back.report.filed == 0 && back.report.newVersions == 0 && back.report.unchanged > 100)
    }

    @Test func `a transfer of this store with other bytes is refused`() throws {
        let desk = try FlatStore()
        try desk.file("One")
        let model = try BundledReferenceModel.load("3.3.1").model
        let options = PackageOptions(
            format: .folder, kind: .transfer, exchange: ExchangeOptions(agreement: "EA-1", source: "us"))
        _ = try desk.package("out", options)
        let forge = """
            cd "$1/data"; f=$(find . -name 'd-000001_*'); printf forged > "$f"
            d=$(openssl dgst -sha256 -binary "$f" | base64); sed -i "s|sha256-[^<]*|sha256-$d|" exchange.xml
            """
        #expect(try run("sh", "-c", forge, "sh", desk.folder("out").string).status == 0)
        let head = try desk.store.head(of: "ABC-101")

        let receipt = try ExchangeImporting(store: desk.store, study: "ABC-101", model: model, by: .test)
            .run(IntakeSource(desk.folder("out")), .init())

        #expect(receipt.report.problems.contains { $0.message.contains("this store made the transfer") })
        #expect(try desk.store.head(of: "ABC-101") == head)
    }
}
