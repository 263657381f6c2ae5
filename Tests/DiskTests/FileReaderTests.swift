import SystemPackage
import Testing

@testable import Disk

@Suite struct FileReaderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ bytes: [UInt8], to name: String) throws -> FilePath {
        let writer = try FileWriter(creating: folder(name))
        try writer.write(bytes)
        try writer.sync()
        try writer.close()
        return folder(name)
    }

    @Test func `a file reads back as it was written, in pieces`() throws {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let reader = try FileReader(opening: write(bytes, to: "a"))
        reader.expectSequentialReading()
        var buffer = [UInt8](repeating: 0, count: 4096)
        var read: [UInt8] = []
        while true {
            let count = try reader.read(into: &buffer)
            if count == 0 { break }
            read += buffer.prefix(count)
        }

        #expect(read == bytes)
        #expect(reader.size == 10_000)
        #expect(reader.modified > 1_600_000_000_000_000_000)
    }

    @Test(arguments: [0, 1, 4_095, 4_096, 4_097, 10_000])
    func `chunks hold every byte once, and none is longer than asked`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let path = try write(bytes, to: "a")
        var own: [UInt8] = []
        try FileReader(opening: path).forEachChunk(upTo: 4_096) { chunk in
            #expect((1...4_096).contains(chunk.count))
            own += chunk
        }
        var shared: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 100)
        try FileReader(opening: path).forEachChunk(through: &buffer) { shared += $0 }

        #expect(own == bytes)
        #expect(shared == bytes)
    }

    @Test func `any place of a file can be read, and nothing lies behind its end`() throws {
        let reader = try FileReader(opening: write([1, 2, 3, 4, 5], to: "a"))
        #expect(try reader.read(at: 1, count: 3) == [2, 3, 4])
        #expect(try reader.read(at: 4, count: Int.max) == [5])
        #expect(try reader.read(at: 5, count: 1) == [])
        #expect(try reader.read(at: Int64.max, count: 1) == [])
        #expect(throws: DiskError.self) { try reader.read(at: -1, count: 1) }
    }

    @Test func `links, folders and pipes are refused, and say so`() throws {
        _ = try write([1], to: "a")
        try folder.link("link", to: "a")
        try folder.pipe("pipe")
        try Folder.create(folder("sub"))

        for (name, reason) in [("link", "it is a link"), ("sub", "it is a folder"), ("pipe", "it is a pipe")] {
            let error = #expect(throws: DiskError.self) { _ = try FileReader(opening: folder(name)) }
            #expect(error?.description.contains(reason) == true)
            #expect(error?.path == folder(name))
        }
        let error = #expect(throws: DiskError.self) { _ = try FileReader(opening: folder("none")) }
        #expect(error?.description == "cannot open \(folder("none")): No such file or directory")
    }

    @Test func `a file below a root is never reached through a linked folder`() throws {
        try Folder.create(folder("root/real"))
        _ = try write([7], to: "root/real/a")
        try folder.link("root/linked", to: "real")

        #expect(try FileReader(at: "real/a", below: folder("root")).size == 1)
        let error = #expect(throws: DiskError.self) { _ = try FileReader(at: "linked/a", below: folder("root")) }
        #expect(error?.reason == "it is a link, and links are not followed")
        for path: FilePath in ["../root/real/a", "/etc/passwd", "", "real/../real/a"] {
            #expect(throws: DiskError.self) { _ = try FileReader(at: path, below: folder("root")) }
        }
    }

    @Test func `a file is created only where nothing is`() throws {
        _ = try write([1], to: "a")
        try folder.link("dangling", to: "nowhere")
        for name in ["a", "dangling"] {
            let error = #expect(throws: DiskError.self) { _ = try FileWriter(creating: folder(name)) }
            #expect(error?.operation == "create")
            #expect(error?.code == 17)
        }
    }

    @Test func `a name that is not text opens as well`() throws {
        let name = FilePath(bytes: [0x66, 0xFF, 0xE9])
        let path = folder.path.appending(name.components)
        let writer = try FileWriter(creating: path)
        try writer.close()

        #expect(try FileReader(opening: path).size == 0)
        #expect(name.bytes == [0x66, 0xFF, 0xE9])
    }

    @Test func `an error says what could not be done, with what, and why`() {
        let error = DiskError("write", "/store/content/ab", code: 28)
        #expect(error.description == "cannot write /store/content/ab: No space left on device")
    }
}
