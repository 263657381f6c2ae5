import SystemPackage
import TMFModel
@testable import TMFPackage
import TMFStore
import TMFTestSupport
import Testing

/// Contents are checked again as years go by, and brought back from a second copy.
@Suite struct FixityTests {
    private func check(_ desk: FlatStore, since: String, on day: String) throws -> FixityReport {
        try desk.store.verify(
            notCheckedSince: SampleStore.day(since), by: .test, at: Instant(startOf: SampleStore.day(day))
        ).report
    }

    @Test func `only what was not checked since is read, and what changed is told`() throws {
        let desk = try FlatStore()
        let first = try desk.file("First")
        let head = try desk.store.head(of: "ABC-101")

        let january = try check(desk, since: "2026-01-01", on: "2026-01-10")
        #expect(january.checked == 1 && january.skipped == 0 && january.damaged == [])
        let second = try desk.file("Second")
        let february = try check(desk, since: "2026-01-01", on: "2026-02-10")
        #expect(february.checked == 1 && february.skipped == 1)
        try desk.damage(first.digest) { $0[0] ^= 1 }
        #expect(try check(desk, since: "2026-01-10", on: "2026-02-11").damaged == [])
        let march = try check(desk, since: "2026-02-01", on: "2026-03-10")
        #expect(march.new == [first.digest] && march.still == [] && march.skipped == 1)
        // What was found damaged is read again, however short ago that was.
        let april = try check(desk, since: "2026-01-01", on: "2026-04-10")
        #expect(april.new == [] && april.still == [first.digest])
        try desk.damage(first.digest) { $0[0] ^= 1 }
        #expect(try check(desk, since: "2026-01-01", on: "2026-05-10").mended == [first.digest])

        #expect(try desk.store.fixity.read()[second.digest] == SampleStore.day("2026-02-10"))
        #expect(try desk.store.verify().problems == [])
        #expect(try desk.store.head(of: "ABC-101") != head)  // By the second filing alone.
        let before = try desk.store.head(of: "ABC-101")
        _ = try check(desk, since: "2027-01-01", on: "2026-06-10")
        #expect(try desk.store.head(of: "ABC-101") == before)
    }

    @Test func `two checks at the same moment are both kept, and a torn memory is made anew`() throws {
        let desk = try FlatStore()
        try desk.file("First")
        _ = try check(desk, since: "2026-01-01", on: "2026-01-10")
        _ = try check(desk, since: "2026-01-01", on: "2026-01-10")
        let folder = desk.folder("store.tmf/fixity")
        #expect(try names(in: folder).count == 3)
        try overwrite(folder.appending("checked.txt"), with: Array("nonsense\n\u{0} 2026-01-01\n".utf8))
        #expect(try check(desk, since: "2026-01-01", on: "2026-01-11").checked == 1)
    }

    @Test(arguments: ["backup", "package.zip", "package.tar", "package"])
    func `missing and damaged contents come back from a copy`(name: String) throws {
        let desk = try FlatStore()
        let damaged = try desk.file("Damaged")
        let missing = try desk.file("Missing", bytes: [UInt8](repeating: 7, count: 3_000_000))
        let copy = desk.folder(name)
        if name == "backup" {
            _ = try desk.store.backUp(to: copy)
        } else {
            _ = try desk.package(name, PackageOptions(format: PackageOptions.Format(name: name)))
        }
        let lost = try desk.file("Filed after the copy")
        try desk.damage(damaged.digest) { $0.append(0) }
        try remove(desk.store.content.path(of: missing.digest))
        try desk.damage(lost.digest) { $0[0] ^= 1 }
        let head = try desk.store.head(of: "ABC-101")

        let outcome = try ContentRepairing(desk.store).repair(from: copy)

        #expect(Set(outcome.repaired) == [damaged.digest, missing.digest])
        #expect(outcome.left.map(\.digest) == [lost.digest] && outcome.left[0].reason.contains("does not hold it"))
        #expect(Set(try desk.store.verify().damaged.keys) == [lost.digest])
        #expect(try desk.store.head(of: "ABC-101") == head)
        #expect(try names(in: desk.folder("store.tmf/incoming")) == [])
    }

    @Test func `a copy that is damaged itself mends nothing`() throws {
        let desk = try FlatStore()
        let record = try desk.file("Damaged")
        _ = try desk.store.backUp(to: desk.folder("backup"))
        let copy = try Store(at: desk.folder("backup"), .reading)
        try overwrite(copy.content.path(of: record.digest), with: [1, 2, 3])
        try desk.damage(record.digest) { $0[0] ^= 1 }

        let outcome = try ContentRepairing(desk.store).repair(from: desk.folder("backup"))

        #expect(outcome.repaired == [] && outcome.left.map(\.reason) == ["it is damaged there, too"])
        #expect(throws: (any Error).self) { try ContentRepairing(desk.store).repair(from: desk.folder("nowhere")) }
        let reader = try Store(at: desk.folder("store.tmf"), .reading)
        #expect(throws: StoreError.self) { try ContentRepairing(reader).repair(from: desk.folder("backup")) }
    }
}
