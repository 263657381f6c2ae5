import Foundation
import SystemPackage
import TMFFormats
import TMFModel
@testable import TMFPackage
import TMFReview
import TMFStore
import TMFTestSupport
import Testing

/// What a package withholds is nowhere in it.
@Suite struct WithholdingTests {
    /// Every file below a folder, by its path.
    private func files(below root: FilePath) throws -> [String: [UInt8]] {
        let list = try run("find", root.string, "-type", "f").output.split(separator: "\n").map(String.init)
        return try Dictionary(
            uniqueKeysWithValues: list.map {
                (String($0.dropFirst(root.string.utf8.count + 1)), try bytes(of: FilePath($0)))
            })
    }

    private func restricted(in store: Store) throws -> Document {
        try #require(try store.snapshot(of: SampleStore.study).documents.first { $0.facts.isRestricted })
    }

    /// Everything by which somebody could know it again.
    private func secrets(of document: Document) throws -> [String] {
        let version = try #require(document.versions.first)
        let content = try #require(version.facts.content)
        return [
            document.facts.title, "kit A-series", "randomisation-list", content.digest.description,
            try #require(version.facts.originalName), try #require(version.facts.source.path), "RESTRICTED unblinded",
        ]
    }

    @Test(arguments: [PackageOptions.Format.zip, .tarZstd])
    func `nothing of a restricted record is in an open package`(format: PackageOptions.Format) throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        let document = try restricted(in: sample.store)
        let bag = try sample.bag(format, in: folder)
        let files = try files(below: bag)
        #expect(files.count > 150)

        for secret in try secrets(of: document) {
            let needle = Data(secret.utf8)
            let lower = Data(secret.lowercased().utf8)
            for (path, content) in files {
                #expect(Data(content).range(of: needle) == nil, "\(secret) in \(path)")
                #expect(Data(content).range(of: lower) == nil, "\(secret) in \(path)")
                #expect(!path.contains(document.number.description.lowercased()))
            }
        }
        let content = try sample.store.content.open(try #require(document.versions[0].facts.content).digest)
        let whole = try content.read(at: 0, count: Int(content.size))
        #expect(!files.values.contains(whole))
        let withheld = String(decoding: try #require(files["data/withheld.csv"]), as: UTF8.self)
        #expect(withheld.contains("\(document.number),\(document.facts.artifact),trial"))
        let yaml = String(decoding: try #require(files["bag-info.txt"]), as: UTF8.self)
        #expect(yaml.contains("TMF-Restricted-Records: withheld"))
    }

    @Test func `a list of withheld records from before it named anybody is read`() throws {
        let old =
            "document,artifact,level,country,site,versions,counts,reason\nD-000007,05.02.04,site,DEU,101,1,yes,r\n"
        let new =
            "document,artifact,level,country,site,versions,counts,reason,person,organization\n"
            + "D-000007,05.02.04,site,DEU,101,1,yes,r,p-1,\n"

        #expect(try WithheldTable.read(Array(old.utf8)).map(\.person) == [nil])
        #expect(try WithheldTable.read(Array(new.utf8)).map(\.person) == ["p-1"])
        #expect(try WithheldTable.read(Array(new.utf8)).map(\.organization) == [nil])
        #expect(throws: InputProblem.self) { try WithheldTable.read(Array("a\nD-000007,05.02.04\n".utf8)) }
    }

    @Test func `a withheld record still fills its slot`() throws {
        let sample = try SampleStore.shared()
        let document = try restricted(in: sample.store)
        let path = try sample.package(.folder).path

        let open = try OpenPackage(path).binder()
        let slots = open.slots.filter {
            $0.address.artifact == document.facts.artifact && $0.address.scope == document.facts.scope
        }

        #expect(!slots.isEmpty)
        #expect(slots.contains { $0.state == .withheld })
        let lists = String(decoding: try bytes(of: path.appending("data/completeness.csv")), as: UTF8.self)
        #expect(lists.contains(",withheld,"))
    }

    @Test func `with restricted records included everything is there`() throws {
        let sample = try SampleStore.shared()
        let document = try restricted(in: sample.store)
        let (path, report) = try sample.package(.folder, includesRestricted: true)
        let files = try files(below: path)

        let versions = try sample.store.snapshot(of: SampleStore.study).documents.reduce(0) { $0 + $1.versions.count }
        #expect(report.versions == versions && report.excluded.isEmpty && report.isConserved)
        #expect(files.keys.contains { $0.contains(document.number.description.lowercased()) })
        let index = String(decoding: try #require(files["data/index.csv"]), as: UTF8.self)
        #expect(index.contains(document.facts.title))
        let verification = try PackageVerifying(path).verify()
        #expect(verification.problems == [] && verification.withheldEntries == 0)
        #expect(try OpenPackage(path).snapshot() == sample.store.snapshot(of: SampleStore.study))
    }

    @Test func `packaged, excluded and failed versions are those of the store`() throws {
        let sample = try SampleStore.shared()
        let (_, report) = try sample.package(.zip)
        let versions = try sample.store.snapshot(of: SampleStore.study).documents.reduce(0) { $0 + $1.versions.count }

        #expect(report.versionsInStore == versions && report.isConserved)
        #expect(report.excluded.map(\.document) == [try restricted(in: sample.store).number])
        #expect(report.versions == versions - 1 && report.failed.isEmpty)
    }

    @Test func `a record found to unblind later is withheld from packages of earlier days, too`() throws {
        let desk = try FlatStore()
        try desk.file("Open")
        let secret = try desk.file("Kit list of everyone")
        desk.clock.set(to: try SampleStore.day("2026-04-01"))
        try desk.record(
            .documentAmended(
                secret.number, version: nil, [FactChange(field: "restricted", from: .bool(false), to: .bool(true))]))

        for asOf in [nil, try SampleStore.day("2026-03-15")] {
            let name = "package-\(asOf?.description ?? "now")"
            let (path, report) = try desk.package(name, PackageOptions(format: .folder, asOf: asOf))

            #expect(report.excluded.map(\.document) == [secret.number])
            for (file, content) in try files(below: path) {
                #expect(!String(decoding: content, as: UTF8.self).contains("Kit list"), "\(file)")
            }
            #expect(try PackageVerifying(path).verify().problems == [])
        }
    }
}
