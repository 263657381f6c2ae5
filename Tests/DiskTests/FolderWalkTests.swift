import SystemPackage
import Testing

@testable import Disk

@Suite struct FolderWalkTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func touch(_ path: FilePath, _ bytes: [UInt8] = []) throws {
        let writer = try FileWriter(creating: path)
        try writer.write(bytes)
        try writer.close()
    }

    private func walk(skipping: String? = nil) throws -> [FolderWalk.Entry] {
        var walk = try FolderWalk(below: folder.path)
        var entries: [FolderWalk.Entry] = []
        while let entry = try walk.next() {
            entries.append(entry)
            if entry.text == skipping { walk.skipFolder() }
        }
        #expect(try walk.next() == nil)
        return entries
    }

    @Test func `everything is visited once, in the order of the bytes, folders before what they hold`() throws {
        try Folder.create(folder("b/x"))
        try Folder.create(folder("c"))
        try touch(folder("b/x/1"), [1, 2, 3])
        try touch(folder("b/y"))
        try touch(folder("B"))
        try touch(folder("ä"))
        try touch(folder.path.appending(FilePath(bytes: [0xFF]).components))
        try folder.link("l", to: "b")
        try folder.pipe("p")

        let entries = try walk()

        #expect(entries.map { $0.text ?? "?" } == ["B", "b", "b/x", "b/x/1", "b/y", "c", "l", "p", "ä", "?"])
        #expect(entries.map(\.kind) == [.file, .folder, .folder, .file, .file, .folder, .link, .other, .file, .file])
        #expect(entries[3].size == 3)
        #expect(entries[3].modified > 1_600_000_000_000_000_000)
        #expect(entries[9].path.bytes == [0xFF])
        #expect(entries.allSatisfy { $0.problem == nil })
    }

    @Test func `a folder can be left out`() throws {
        try Folder.create(folder("a/sub"))
        try Folder.create(folder("b"))
        try touch(folder("b/file"))
        #expect(try walk(skipping: "a").map(\.text) == ["a", "b", "b/file"])
        #expect(try walk(skipping: "b/file").map(\.text) == ["a", "a/sub", "b", "b/file"])
    }

    @Test func `a tree deeper than any path may be long is walked and removed`() throws {
        var trail = try Descriptor.folder(folder.path)
        let name = String(repeating: "d", count: 100)
        for _ in 0..<60 {
            let number = FileDescriptor(rawValue: trail.number)
            try makeFolder(name, in: number)
            let component = try #require(FilePath.Component(name))
            trail = try trail.folder(named: component, path: "deep")
        }

        let entries = try walk()

        #expect(entries.count == 60)
        #expect(entries.last?.path.bytes.count == 60 * 101 - 1)
        try Folder.remove(folder.path)
        #expect(try !Entry.exists(folder.path))
    }

    @Test func `a root that is missing or no folder is refused`() throws {
        try touch(folder("file"))
        #expect(throws: DiskError.self) { _ = try FolderWalk(below: folder("none")) }
        #expect(throws: DiskError.self) { _ = try FolderWalk(below: folder("file")) }
    }

    /// `mkdirat` by way of the process's own view of an open folder.
    private func makeFolder(_ name: String, in folder: FileDescriptor) throws {
        try Folder.createNew(FilePath("/proc/self/fd/\(folder.rawValue)/\(name)"))
    }
}
