import Foundation
import SystemPackage
import TMFModel
@testable import TMFPackage
import TMFStore
import TMFTestSupport
import Testing

/// A package in volumes: each a bag of its own, all together the package.
@Suite struct VolumeTests {
    private static let limit: Int64 = 9 << 20

    /// Four records of 3 MiB, of which two fit into a volume.
    private func flat() throws -> FlatStore {
        let flat = try FlatStore()
        for (place, title) in ["One", "Two", "Three", "Four"].enumerated() {
            try flat.file(title, bytes: [UInt8](repeating: UInt8(place), count: 3 << 20), name: "\(title).pdf")
        }
        return flat
    }

    private func packed(
        _ flat: FlatStore, _ name: String = "p.zip", limit: Int64 = VolumeTests.limit,
        preparedBy: String = "A. Archivist"
    ) throws -> PackageReport {
        try flat.package(
            name,
            PackageOptions(
                format: PackageOptions.Format(name: name), selection: .whole, preparedBy: preparedBy,
                volumeSize: limit)
        ).report
    }

    @Test(arguments: ["p.zip", "p.tar", "p"])
    func `each volume is a whole bag for other programs, and the links of the first lead into the others`(
        name: String
    ) throws {
        let flat = try flat()
        let report = try packed(flat, name)
        #expect(report.volumes.count == 3 && report.isConserved && report.versions == 4)
        let folder = flat.folder("side-by-side")
        try FileManager.default.createDirectory(atPath: folder.string, withIntermediateDirectories: true)
        let bagit = ProcessInfo.processInfo.environment["TMF_BAGIT"] ?? "bagit.py"
        for volume in report.volumes {
            #expect(volume.size < VolumeTests.limit)
            switch name {
            case "p.zip":
                #expect(try run("unzip", "-t", volume.path).status == 0)
                #expect(try run("unzip", "-q", volume.path, "-d", folder.string).status == 0)
            case "p.tar": #expect(try run("tar", "-xf", volume.path, "-C", folder.string).status == 0)
            default: #expect(try run("cp", "-r", volume.path, folder.appending(volume.name).string).status == 0)
            }
            let valid = try run(bagit, "--validate", folder.appending(volume.name).string)
            #expect(valid.status == 0, "\(valid.errors.suffix(400))")
        }
        let data = folder.appending(report.volumes[0].name).appending("data")
        let page = String(decoding: try bytes(of: data.appending("viewer/artifact-05.02.04.html")), as: UTF8.self)
        let links = page.matches(of: #/class="button" href="([^"]+)"/#).map { String($0.1) }
            .filter { $0.contains("/records/") }
        #expect(Set(links).count == 4 && page.contains("in volume 2") && page.contains("in volume 3"))
        for link in links {
            let target = FilePath(data.string + "/viewer/" + link).lexicallyNormalized()
            #expect(FileManager.default.fileExists(atPath: target.string), "\(link)")
        }
        let first = String(decoding: try bytes(of: data.appending("index.html")), as: UTF8.self)
        #expect(first.contains("This is volume 1 of 3") && first.contains("A. Archivist"))
        let info = String(
            decoding: try bytes(of: folder.appending(report.volumes[1].name).appending("bag-info.txt")), as: UTF8.self)
        #expect(info.contains("Bag-Count: 2 of 3\n") && info.contains("Contact-Name: A. Archivist\n"))
        #expect(info.contains("TMF-Volume: \(report.volumes[0].name)\n"))
    }

    @Test func `a volume is checked alone, and all together`() throws {
        let flat = try flat()
        let volumes = try packed(flat).volumes.map { FilePath($0.path) }
        let alone = try PackageVerifying(volumes[1]).verify()
        #expect(alone.isSound && alone.volume == "2 of 3", "\(alone.problems)")
        let all = try VolumeVerifying(volumes[2]).verify()
        #expect(all.isSound && all.volumes == 3, "\(all.problems)")
        #expect(try all.journalHead == flat.store.head(of: "ABC-101")?.hash)

        try flat.file("Five", bytes: [UInt8](repeating: 7, count: 1 << 20))
        let other = try packed(flat, "q.zip").volumes.map { FilePath($0.path) }
        try FileManager.default.removeItem(atPath: volumes[2].string)
        #expect(throws: PackageError.self) { try VolumeVerifying(volumes[0]).verify() }
        try FileManager.default.copyItem(atPath: other[2].string, toPath: volumes[2].string)
        #expect(try PackageVerifying(volumes[2]).verify().isSound)
        let mixed = try VolumeVerifying(volumes[0]).verify().problems
        #expect(mixed.contains { $0.path == "p-3-of-3.zip" && $0.problem.contains("its tag manifest is another") })
        #expect(mixed.contains { $0.problem.contains("holds 3 records, and index.csv lists 2") }, "\(mixed)")
    }

    @Test func `the store comes back from all volumes, and from no fewer`() throws {
        let flat = try flat()
        let volumes = try packed(flat).volumes.map { FilePath($0.path) }
        let outcome = try PackageRestoring(volumes[1]).restore(to: flat.folder("back.tmf"))
        #expect(try outcome.head == flat.store.head(of: "ABC-101") && outcome.files == 4)
        let back = try Store(at: flat.folder("back.tmf"), .reading)
        #expect(try back.snapshot(of: "ABC-101") == flat.store.snapshot(of: "ABC-101"))
        #expect(try back.verify().problems == [])

        try FileManager.default.removeItem(atPath: volumes[2].string)
        #expect(throws: PackageError.self) { try PackageRestoring(volumes[0]).restore(to: flat.folder("less.tmf")) }
        #expect(!FileManager.default.fileExists(atPath: flat.folder("less.tmf").string))
    }

    @Test(arguments: ["p.zip", "p"])
    func `the first volume, opened, reads the records of those beside it`(name: String) throws {
        let flat = try flat()
        let volumes = try packed(flat, name).volumes.map { FilePath($0.path) }
        let whole = try OpenPackage(volumes[0])
        #expect(whole.absentVolumes == [] && whole.size(of: DocumentNumber(4), version: 1) == 3 << 20)
        for number in 1...4 {
            let bytes = try whole.read(DocumentNumber(number), version: 1, at: 5, count: 3)
            #expect(bytes == [UInt8](repeating: UInt8(number - 1), count: 3))
        }
        #expect(throws: PackageError.self) { try OpenPackage(volumes[1]) }

        // Volume 3 is another one's, and volume 2 is away.
        let others = try packed(flat, "other\(name.dropFirst())", preparedBy: "Somebody else").volumes
        try FileManager.default.removeItem(atPath: volumes[1].string)
        try FileManager.default.removeItem(atPath: volumes[2].string)
        try FileManager.default.copyItem(atPath: others[2].path, toPath: volumes[2].string)
        let part = try OpenPackage(volumes[0])
        #expect(part.absentVolumes.count == 2, "\(part.absentVolumes)")
        #expect(part.absentVolumes[0].contains("is not there") && part.absentVolumes[1].contains("another volume"))
        #expect(part.size(of: DocumentNumber(1), version: 1) == nil)
        #expect(throws: PackageError.noRecord(document: DocumentNumber(1), version: 1)) {
            try part.read(DocumentNumber(1), version: 1, at: 0, count: 1)
        }
        #expect(try part.snapshot() == whole.snapshot())
    }

    @Test func `the same head and options give the same bytes`() throws {
        let flat = try flat()
        let digests = try packed(flat).volumes.map(\.sha256)
        #expect(try packed(flat, "q.zip").volumes.map(\.sha256) == digests)
    }

    @Test func `what no volume can hold is refused, and nothing is left`() throws {
        let flat = try flat()
        let before = try names(in: flat.folder("."))
        #expect(throws: PackageError.self) { try packed(flat, limit: 1 << 20) }
        // A folder is not compressed: the pages alone are longer.
        let small = try FlatStore()
        try small.file("small")
        #expect(throws: PackageError.self) { try packed(small, "p", limit: 1 << 20) }
        #expect(try names(in: small.folder(".")) == ["store.tmf"])
        #expect(try names(in: flat.folder(".")) == before)
    }

    @Test(arguments: [
        ("a.zip", "a-2-of-3.zip"), ("a-b.tar.zst", "a-b-2-of-3.tar.zst"), ("folder", "folder-2-of-3"),
        ("A.ZIP", "A-2-of-3.ZIP"),
    ])
    func `volumes are called after their package`(name: String, volume: String) throws {
        let made = VolumeName(of: name, number: 2, count: 3)
        #expect(made.text == volume)
        #expect(try #require(VolumeName(volume)) == made)
    }

    @Test(arguments: ["a.zip", "a-4-of-3.zip", "a-0-of-3", "of-3", "a-x-of-3", "2-of-3"])
    func `other names are none of a volume`(name: String) { #expect(VolumeName(name) == nil) }
}
