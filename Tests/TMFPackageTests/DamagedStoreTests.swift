import SystemPackage
import TMFModel
import TMFPackage
import TMFStore
import TMFTestSupport
import Testing

/// Packages of stores whose contents are not what was filed.
@Suite struct DamagedStoreTests {
    /// Longer than what is read whole before it is written.
    private static let long = (4 << 20) + 12_345

    private func longBytes(_ seed: UInt8) -> [UInt8] { [UInt8](repeating: seed, count: DamagedStoreTests.long) }

    @Test(arguments: PackageOptions.Format.allCases)
    func `long contents are streamed, and come out as they went in`(format: PackageOptions.Format) throws {
        let desk = try FlatStore()
        let content = longBytes(1)
        try desk.file("Long", bytes: content)
        try desk.file("Empty", bytes: [])
        try desk.file("Short")

        let (path, report) = try desk.package("package", PackageOptions(format: format))

        #expect(report.isConserved && report.versions == 3)
        #expect(try PackageVerifying(path).verify().problems == [])
        guard format == .zip || format == .folder else { return }
        let open = try OpenPackage(path)
        #expect(open.size(of: DocumentNumber(1), version: 1) == Int64(content.count))
        #expect(try open.read(DocumentNumber(1), version: 1, at: 0, count: content.count + 1) == content)
        #expect(
            try open.read(DocumentNumber(1), version: 1, at: 4_000_000, count: 7)
                == Array(content[4_000_000..<4_000_007]))
        #expect(try open.read(DocumentNumber(2), version: 1, at: 0, count: 10).isEmpty)
    }

    @Test func `all damaged contents are listed, short and long, and nothing is left behind`() throws {
        let desk = try FlatStore()
        try desk.file("Sound")
        let altered = try desk.file("Altered").digest
        let gone = try desk.file("Gone").digest
        let cut = try desk.file("Cut").digest
        let longAltered = try desk.file("Long altered", bytes: longBytes(2)).digest
        let longGone = try desk.file("Long gone", bytes: longBytes(3)).digest
        let longCut = try desk.file("Long cut", bytes: longBytes(4)).digest
        let last = try desk.file("Long altered at its end", bytes: longBytes(5)).digest
        try desk.damage(altered) { $0[3] ^= 1 }
        try desk.damage(cut) { $0.removeLast() }
        try desk.damage(longAltered) { $0[3] ^= 1 }
        try desk.damage(longCut) { $0.removeLast() }
        try desk.damage(last) { $0[$0.count - 1] ^= 128 }
        for digest in [gone, longGone] { try remove(desk.store.content.path(of: digest)) }
        let before = try names(in: desk.folder.path)

        for format in PackageOptions.Format.allCases {
            let error = #expect(throws: PackageError.self) {
                try desk.package("package", PackageOptions(format: format))
            }
            guard case .failed(let failures) = error else {
                Issue.record("\(format): \(error.debugDescription)")
                continue
            }
            #expect(failures.map(\.document) == (2...8).map { DocumentNumber($0) })
            #expect(try names(in: desk.folder.path) == before)
        }
    }

    @Test(arguments: [PackageOptions.Format.zip, .tarZstd, .folder])
    func `a package with failures says so everywhere`(format: PackageOptions.Format) throws {
        let desk = try FlatStore()
        try desk.file("Sound")
        let short = try desk.file("Short")
        let long = try desk.file("Long", bytes: longBytes(6))
        let other = try desk.file("Other long", bytes: longBytes(7))
        try desk.damage(short.digest) { $0[0] ^= 1 }
        try desk.damage(long.digest) { $0[0] ^= 1 }
        try desk.damage(other.digest) { $0[4_000_000] ^= 1 }

        let (path, report) = try desk.package("p", PackageOptions(format: format, allowsFailures: true))

        #expect(report.failed.map(\.document) == [short.number, long.number, other.number])
        #expect(report.isConserved && report.versions == 1 && report.versionsInStore == 4)
        #expect(report.json["failed"]?.array?.count == 3)
        #expect(try PackageVerifying(path).verify().problems == [])
        #expect(try names(in: desk.folder.path) == ["p", "store.tmf"])
        guard format == .folder else { return }
        let index = String(decoding: try bytes(of: path.appending("data/index.csv")), as: UTF8.self)
        let rows = index.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let column = try #require(rows.first?.firstIndex(of: "path"))
        #expect(rows.count == 5)
        #expect(rows.dropFirst().map { $0[column].isEmpty } == [false, true, true, true])
        let page = String(decoding: try bytes(of: path.appending("data/report.html")), as: UTF8.self)
        for failure in report.failed {
            #expect(page.contains(failure.document.description))
        }
        #expect(page.contains("could not be packaged"))
        let open = try OpenPackage(path)
        #expect(throws: PackageError.noRecord(document: short.number, version: 1)) {
            try open.read(short.number, version: 1, at: 0, count: 1)
        }
    }

    @Test func `what stands at the target is never touched`() throws {
        let desk = try FlatStore()
        try desk.file("One")
        let path = try desk.folder.write("mine", to: "package")

        for format in PackageOptions.Format.allCases {
            #expect(throws: PackageError.alreadyThere(path: path.string)) {
                try desk.package("package", PackageOptions(format: format))
            }
        }
        #expect(try bytes(of: path) == Array("mine".utf8))
        #expect(try names(in: desk.folder.path) == ["package", "store.tmf"])
    }
}
