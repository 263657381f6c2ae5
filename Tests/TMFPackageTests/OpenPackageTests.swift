import SystemPackage
import TMFModel
import TMFPackage
import TMFReview
import TMFStore
import TMFTestSupport
import Testing

/// A package read as a store is.
@Suite struct OpenPackageTests {
    @Test(arguments: [PackageOptions.Format.zip, .folder])
    func `an open package knows what the store shows`(format: PackageOptions.Format) throws {
        let sample = try SampleStore.shared()
        let package = try OpenPackage(sample.package(format).path)
        let whole = try sample.store.snapshot(of: SampleStore.study)
        let head = try #require(whole.head)
        let (open, withheld) = try whole.open(on: head.at.day)

        #expect(package.study == SampleStore.study && package.asOf == head.at.day)
        #expect(package.head == head)
        #expect(package.withheld == withheld)
        #expect(try package.snapshot() == open)
        #expect(!open.waivers.isEmpty && open.links.count == 1)
        #expect(open.documents.contains { $0.withdrawal != nil } && open.documents.contains { $0.versions.count > 1 })
        #expect(open.documents.contains { $0.versions.contains { $0.isSignpost } })

        for document in open.documents {
            let history = try sample.store.history(of: document.number, in: SampleStore.study)
                .filter { $0.event.documents.allSatisfy { open.document($0) != nil } }
            #expect(try package.history(of: document.number) == history)
        }
        let entries = try sample.store.entries(of: SampleStore.study, 1...20)
        #expect(try package.entries(1...20) == entries)
    }

    @Test(arguments: [PackageOptions.Format.zip, .folder])
    func `every version's bytes are those of the store`(format: PackageOptions.Format) throws {
        let sample = try SampleStore.shared()
        let package = try OpenPackage(sample.package(format).path)
        var read = 0
        for document in try sample.store.snapshot(of: SampleStore.study).documents {
            for version in document.versions {
                let size = package.size(of: document.number, version: version.ordinal)
                guard let content = version.facts.content, !document.facts.isRestricted else {
                    #expect(size == nil)
                    #expect(throws: PackageError.self) {
                        try package.read(document.number, version: version.ordinal, at: 0, count: 1)
                    }
                    continue
                }
                #expect(size == content.bytes)
                let found = try package.read(
                    document.number, version: version.ordinal, at: 0, count: Int(content.bytes))
                #expect(Digest(of: found) == content.digest)
                let part = try package.read(document.number, version: version.ordinal, at: 3, count: 5)
                #expect(part == Array(found.dropFirst(3).prefix(5)))
                read += 1
            }
        }
        #expect(read > 100)
    }

    @Test func `a package packed anew by another program is read all the same`() throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        let bag = try sample.bag(.zip, in: folder)
        let outcome = try run(
            "sh", "-c", "cd \"$1\" && zip -9qr ../anew.zip . ", "sh", bag.string)
        #expect(outcome.status == 0)
        let package = try OpenPackage(folder("unpacked/anew.zip"))
        let open = try sample.store.snapshot(of: SampleStore.study).open(on: package.asOf).kept

        #expect(try package.snapshot() == open)
        for document in open.documents.prefix(20) {
            guard let content = document.versions[0].facts.content else { continue }
            let found = try package.read(document.number, version: 1, at: 0, count: Int(content.bytes))
            #expect(Digest(of: found) == content.digest)
            #expect(try package.read(document.number, version: 1, at: 100, count: 50) == Array(found[100..<150]))
        }
    }

    @Test func `an open package knows past days`() throws {
        let sample = try SampleStore.shared()
        let package = try OpenPackage(sample.package(.zip).path)
        let day = try SampleStore.day("2026-11-02")
        let store = try sample.store.snapshot(of: SampleStore.study, asOf: day).open(on: day).kept

        let past = try package.snapshot(asOf: day)

        #expect(past.documents == store.documents && past.study == store.study && past.waivers == store.waivers)
        #expect(past.waivers.isEmpty && !past.documents.contains { $0.withdrawal != nil })
        #expect(try package.binder(asOf: day).asOf == day)
        #expect(throws: (any Error).self) { try package.snapshot(asOf: try SampleStore.day("2020-01-01")) }
    }

    @Test func `on a past day, withheld records are there that surely were`() throws {
        let desk = try FlatStore()
        try desk.file("First")
        for (day, isRestricted) in [("2026-04-01", true), ("2026-05-01", false), ("2026-06-01", true)] {
            desk.clock.set(to: try SampleStore.day(day))
            try desk.file("Filed on \(day)", isRestricted: isRestricted)
        }
        let package = try OpenPackage(desk.package("p.zip").path)
        func withheld(_ day: String?) throws -> [Int32] {
            try package.binder(asOf: try day.map(SampleStore.day)).withheld.map(\.document.value)
        }

        #expect(try withheld("2026-03-15") == [])
        // It was there, but the package does not tell.
        #expect(try withheld("2026-04-15") == [])
        #expect(try withheld("2026-05-15") == [2])
        #expect(try withheld("2026-06-15") == [2, 4] && withheld(nil) == [2, 4])
    }

    @Test func `a package of a past day is the one made on that day`() throws {
        let desk = try FlatStore()
        try desk.file("First")
        let then = try desk.package("then.zip").report
        desk.clock.set(to: try SampleStore.day("2026-05-01"))
        try desk.file("Second")

        let day = try SampleStore.day("2026-03-01")
        let now = try desk.package("now.zip", PackageOptions(asOf: day)).report

        #expect(now.sha256 == then.sha256)
        #expect(try desk.package("later.zip").report.sha256 != then.sha256)
    }

    @Test(arguments: [PackageOptions.Format.tar, .tarZstd])
    func `a TAR is to be unpacked first`(format: PackageOptions.Format) throws {
        let path = try SampleStore.shared().package(format).path
        let error = #expect(throws: PackageError.self) { try OpenPackage(path) }
        #expect(error?.description.contains("unpack it") ?? false)
    }
}
