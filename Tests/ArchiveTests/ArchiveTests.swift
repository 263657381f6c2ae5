import Foundation
import SystemPackage
import Testing

@testable import Archive

/// A folder of its own for one test, removed afterwards.
final class TemporaryFolder: Sendable {
    let path: FilePath

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("archive-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = FilePath(url.path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path.string) }

    func callAsFunction(_ name: String) -> FilePath { path.appending(name) }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: self(name).string)))
    }

    func put(_ bytes: [UInt8], _ name: String) throws -> FilePath {
        try Data(bytes).write(to: URL(fileURLWithPath: self(name).string))
        return self(name)
    }

    /// Runs a program in this folder; nil if it is not installed.
    func run(_ program: String, _ arguments: String...) throws -> Int32? { try run(program, arguments) }

    func run(_ program: String, _ arguments: [String]) throws -> Int32? {
        guard
            let found = ["/usr/bin/", "/bin/"].map({ $0 + program }).first(where: FileManager.default.isExecutableFile)
        else { return nil }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: found)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path.string)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// One small archive: a folder, a stored file, a deflated one with a name that is not ASCII, an empty one.
    func sample(_ name: String, _ format: ArchiveFormat) throws -> FilePath {
        var writer = try ArchiveWriter(creating: self(name), format: format)
        try writer.folder(name: "data", time: 1_700_000_000)
        for (name, bytes, compress) in Self.files {
            try writer.beginFile(name: name, size: Int64(bytes.count), time: 1_700_000_000, compress: compress)
            try writer.write(bytes.prefix(10))
            try writer.write(bytes.dropFirst(10))
            try writer.endFile()
        }
        try writer.finish()
        return self(name)
    }

    static let files: [(String, [UInt8], Bool)] = [
        ("data/stored.bin", (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }, false),
        ("data/prüfärzte-日本.csv", Array(String(repeating: "a,b,c\n", count: 3_000).utf8), true),
        ("data/empty", [], false),
    ]
}

@Suite struct ArchiveTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func readAll(_ path: FilePath, limits: ArchiveLimits = ArchiveLimits()) throws -> [String: [UInt8]] {
        var reader = try ArchiveReader(opening: path, limits: limits)
        var result: [String: [UInt8]] = [:]
        var buffer = [UInt8](repeating: 0, count: 777)
        while let member = try reader.next() {
            var bytes: [UInt8] = []
            while case let count = try reader.read(into: &buffer), count > 0 { bytes += buffer.prefix(count) }
            result[member.shownName] = bytes
        }
        return result
    }

    @Test(arguments: ArchiveFormat.allCases)
    func `what is written reads back, and the same calls give the same bytes`(format: ArchiveFormat) throws {
        let read = try readAll(folder.sample("a", format))
        _ = try folder.sample("b", format)

        #expect(read.count == 4)
        for (name, bytes, _) in TemporaryFolder.files { #expect(read[name] == bytes) }
        #expect(try folder.bytes("a") == folder.bytes("b"))
        #expect(throws: ArchiveError.self) { try folder.sample("a", format) }
    }

    @Test func `other programs accept what is written`() throws {
        _ = try folder.sample("a.zip", .zip)
        for format in [ArchiveFormat.tar, .tarZstd] { _ = try folder.sample("a.\(format.rawValue)", format) }
        for arguments in [["unzip", "-t", "a.zip"], ["7zz", "t", "a.zip"], ["bsdtar", "-tf", "a.zip"]] {
            let status = try folder.run(arguments[0], arguments[1], arguments[2])
            #expect(status == nil || status == 0, "\(arguments)")
        }
        for name in ["a.tar", "a.tar.zst"] {
            let status = try folder.run("bsdtar", "-tf", name)
            #expect(status == nil || status == 0, "\(name)")
        }
        let check =
            "import zipfile; z = zipfile.ZipFile('a.zip'); assert z.testzip() is None; "
            + "assert 'data/prüfärzte-日本.csv' in z.namelist()"
        let status = try folder.run("python3", "-X", "utf8", "-c", check)
        #expect(status == nil || status == 0)
    }

    @Test func `more than 65,535 members need no care`() throws {
        var writer = try ArchiveWriter(creating: folder("many.zip"), format: .zip)
        for number in 0..<66_000 {
            try writer.beginFile(name: "f\(number)", size: 0, time: 0)
            try writer.endFile()
        }
        try writer.finish()

        let directory = try ZipDirectory(opening: folder("many.zip"))
        #expect(directory.members.count == 66_000)
        #expect(directory.member(named: "f65999") != nil)
        try isSound("many.zip", members: 66_000)
    }

    /// Its bytes are all zero, so that it is small when packed; the size of the first needs 64 bits all the same. What
    /// lies beyond 4 GiB in the archive itself is `make bench`'s to show: its row `package beyond 4 GiB` has `unzip` test
    /// a package of 5 GB.
    @Test func `a file beyond 4 GiB needs no care`() throws {
        let size = Int64(1) << 32 + 12_345
        let zeros = [UInt8](repeating: 0, count: 8 << 20)
        var writer = try ArchiveWriter(creating: folder("long.zip"), format: .zip)
        try writer.beginFile(name: "long", size: size, time: 0, compress: true)
        var left = size
        while left > 0 {
            let count = Int(min(left, Int64(zeros.count)))
            try writer.write(zeros[..<count])
            left -= Int64(count)
        }
        try writer.endFile()
        try writer.beginFile(name: "last", size: 3, time: 0)
        try writer.write([1, 2, 3])
        try writer.endFile()
        try writer.finish()

        let directory = try ZipDirectory(opening: folder("long.zip"))
        #expect(directory.members.map(\.size) == [size, 3])
        try isSound("long.zip", members: 2)
    }

    /// For programs of others, as far as they are installed.
    private func isSound(_ name: String, members: Int) throws {
        let count = "import sys, zipfile; sys.exit(len(zipfile.ZipFile('\(name)').namelist()) != \(members))"
        for command in [
            ["unzip", "-tqq", name], ["7zz", "t", "-bso0", name], ["bsdtar", "-tf", name], ["python3", "-c", count],
        ] {
            let status = try folder.run(command[0], Array(command.dropFirst()))
            #expect(status == nil || status == 0, "\(command)")
        }
    }

    @Test func `a writer holds its caller to what was announced`() throws {
        var writer = try ArchiveWriter(creating: folder("a.zip"), format: .zip)
        #expect(throws: ArchiveError.self) { try writer.write([1]) }
        try writer.beginFile(name: "a", size: 2, time: 0)
        #expect(throws: ArchiveError.self) { try writer.write([1, 2, 3]) }
        #expect(throws: ArchiveError.self) { try writer.endFile() }
        #expect(throws: ArchiveError.self) { try writer.beginFile(name: "b", size: 0, time: 0) }
        do {
            try writer.finish()
            Issue.record("finished in the middle of a file")
        } catch {
            #expect(error.code == .misuse)
            #expect(error.member == "a")
        }
        #expect(throws: ArchiveError.self) { _ = try ZipDirectory(opening: folder("a.zip")) }
    }

    @Test func `a directory finds, reads and checks one member`() throws {
        let directory = try ZipDirectory(opening: folder.sample("a.zip", .zip))
        #expect(directory.members.map(\.isFolder) == [true, false, false, false])
        #expect(directory.duplicates.isEmpty)
        for (name, bytes, compress) in TemporaryFolder.files {
            let member = try #require(directory.member(named: name))
            #expect(member.method == (compress ? .deflated : .stored))
            #expect(member.size == Int64(bytes.count))
            var reader = try directory.reader(of: member)
            var buffer = [UInt8](repeating: 0, count: 333)
            var read: [UInt8] = []
            while case let count = try reader.read(into: &buffer), count > 0 { read += buffer.prefix(count) }
            #expect(read == bytes)
            if !compress {
                #expect(try directory.read(member, at: 100, count: 50) == Array(bytes.dropFirst(100).prefix(50)))
                #expect(try directory.read(member, at: 4_990, count: 50) == Array(bytes.dropFirst(4_990)))
            }
        }
        #expect(directory.member(named: "none") == nil)
    }

    @Test func `a ZIP cut off anywhere is refused, with its name`() throws {
        _ = try folder.sample("a.zip", .zip)
        let whole = try folder.bytes("a.zip")
        for count in stride(from: 0, to: whole.count, by: 97) {
            let path = try folder.put(Array(whole.prefix(count)), "cut.zip")
            let error = #expect(throws: ArchiveError.self) { _ = try ZipDirectory(opening: path) }
            #expect(error?.path == path)
        }
    }

    @Test func `a flipped bit is found, or changes nothing that is read`() throws {
        _ = try folder.sample("a.zip", .zip)
        let whole = try folder.bytes("a.zip")
        let expected = Dictionary(uniqueKeysWithValues: TemporaryFolder.files.map { ($0.0, $0.1) })
        var found = 0
        for place in stride(from: 0, to: whole.count, by: 13) {
            var bytes = whole
            bytes[place] ^= 1 << UInt8(place % 8)
            let path = try folder.put(bytes, "flipped.zip")
            do {
                let directory = try ZipDirectory(opening: path)
                for (name, content) in expected {
                    guard let member = directory.member(named: name) else { continue }
                    var reader = try directory.reader(of: member)
                    var buffer = [UInt8](repeating: 0, count: 20_000)
                    let count = try reader.read(into: &buffer)
                    #expect(Array(buffer.prefix(count)) == content, "place \(place)")
                }
            } catch { found += 1 }
            do { _ = try readAll(path) } catch is ArchiveError {}
        }
        #expect(found > 100)
    }

    @Test(arguments: ArchiveFormat.allCases)
    func `an archive cut off is an error of reading, never less content`(format: ArchiveFormat) throws {
        _ = try folder.sample("whole", format)
        let whole = try folder.bytes("whole")
        let path = try folder.put(Array(whole.prefix(whole.count / 3)), "cut")
        #expect(throws: ArchiveError.self) { try readAll(path) }
        let none = try folder.put(Array("no archive at all, only words".utf8), "words")
        let error = #expect(throws: ArchiveError.self) { try readAll(none) }
        #expect(error?.code == .unknownFormat)
    }

    @Test func `a password and a bomb are said to be what they are`() throws {
        let zeros = [UInt8](repeating: 0, count: 8 << 20)
        _ = try folder.put(zeros, "zeros")
        var writer = try ArchiveWriter(creating: folder("bomb.zip"), format: .zip)
        try writer.beginFile(name: "zeros", size: Int64(zeros.count), time: 0, compress: true)
        try writer.write(zeros[...])
        try writer.endFile()
        try writer.finish()

        let bomb = #expect(throws: ArchiveError.self) { try readAll(folder("bomb.zip"), limits: .init(maxRatio: 100)) }
        #expect(bomb?.code == .limit)
        let many = #expect(throws: ArchiveError.self) {
            try readAll(folder.sample("a.tar", .tar), limits: .init(maxMembers: 2))
        }
        #expect(many?.code == .limit)
        if try folder.run("7zz", "a", "-psecret", "locked.zip", "zeros") == 0 {
            let locked = #expect(throws: ArchiveError.self) { try readAll(folder("locked.zip")) }
            #expect(locked?.code == .encrypted)
            #expect(locked?.member == "zeros")
            let directory = try ZipDirectory(opening: folder("locked.zip"))
            #expect(directory.members.map(\.isEncrypted) == [true])
        }
    }

    @Test(arguments: [
        ("", MemberName.Refusal.empty), ("./", .empty), ("/etc/passwd", .absolute), ("C:/a", .driveLetter),
        ("c:a", .driveLetter), ("a\\b", .backslash), ("a/../b", .parent), ("..", .parent), ("a\0b", .nul),
    ])
    func `a name that leads elsewhere is refused`(name: String, refusal: MemberName.Refusal) {
        #expect(throws: refusal) { _ = try MemberName(Array(name.utf8)) }
    }

    @Test func `a safe name is cleaned`() throws {
        #expect(try MemberName(Array("./a//b/./c.pdf/".utf8)).text == "a/b/c.pdf")
        #expect(try MemberName(Array("a..b/...".utf8)).components.count == 2)
        #expect(try MemberName([0xFF]).text == nil)
        #expect(try MemberName(Array("ä/b".utf8)).path == "ä/b")
    }
}
