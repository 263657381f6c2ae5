import Foundation
import SystemPackage
import Testing

@testable import Disk

@Suite struct FolderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ name: String, _ bytes: [UInt8] = [1]) throws {
        let writer = try FileWriter(creating: folder(name))
        try writer.write(bytes)
        try writer.close()
    }

    @Test func `a folder is made with all above it, and again without complaint`() throws {
        for _ in 0..<2 { try Folder.create(folder("a/b/c")) }
        #expect(try Entry.kind(folder("a/b/c")) == .folder)
        try Folder.sync(folder("a/b"))
        try Folder.syncFileSystem(of: folder("a"))
        #expect(try Folder.freeSpace(at: folder("a")) > 0)

        try write("a/file")
        #expect(throws: DiskError.self) { try Folder.create(folder("a/file")) }
        #expect(throws: DiskError.self) { try Folder.create(folder("a/file/below")) }
        #expect(throws: DiskError.self) { try Folder.createNew(folder("a")) }
    }

    @Test func `removing a folder leaves alone what links lead to`() throws {
        try Folder.create(folder("keep"))
        try write("keep/file")
        try Folder.create(folder("gone/sub/deep"))
        try write("gone/sub/deep/file")
        try folder.link("gone/link", to: "../keep")
        try folder.link("gone/sub/dangling", to: "nowhere")

        try Folder.remove(folder("gone"))
        try Folder.remove(folder("gone"))

        #expect(try !Entry.exists(folder("gone")))
        #expect(try Entry.kind(folder("keep/file")) == .file)
        #expect(throws: DiskError.self) { try Folder.remove(folder("keep/file")) }
    }

    @Test func `renaming replaces only when told to`() throws {
        try write("a", [1, 2])
        try write("b")
        let error = #expect(throws: DiskError.self) { try Entry.rename(folder("a"), to: folder("b")) }
        #expect(error?.code == 17)
        try Entry.rename(folder("a"), replacing: folder("b"))
        #expect(try Entry.fileSize(folder("b")) == 2)
        try Entry.rename(folder("b"), to: folder("c"))
        #expect(try Entry.kind(folder("b")) == nil)
        #expect(try Entry.kind(folder("c")) == .file)
    }

    @Test func `facts are those of the link, not of its target`() throws {
        try write("a")
        try folder.link("link", to: "a")
        try Entry.makeReadOnly(folder("a"))
        #expect(try EntryFacts.of(folder("a"))?.mode == 0o444)
        #expect(try Entry.kind(folder("link")) == .link)
        #expect(try Entry.kind(folder("a/none")) == nil)
        #expect(throws: DiskError.self) { try Entry.fileSize(folder("link")) }
        try Entry.remove(folder("link"))
        #expect(try Entry.exists(folder("a")))
        #expect(throws: DiskError.self) { try Entry.remove(folder("link")) }
    }

    @Test func `a unique folder is new, and closed to others`() throws {
        let first = try Folder.createUnique(in: folder.path, prefix: "x")
        let second = try Folder.createUnique(in: folder.path, prefix: "x")
        #expect(first != second)
        #expect(try EntryFacts.of(first)?.kind == .folder)
        #expect(throws: DiskError.self) { try Folder.createUnique(in: folder("none"), prefix: "x") }
    }

    @Test func `what a killed process left is taken away, and what somebody holds or just made is not`() throws {
        let (left, held, new, other) = (folder("x-left"), folder("x-held"), folder("x-new"), folder("y-other"))
        for path in [left, held, new, other] {
            try Folder.createNew(path)
            try write("\(path.lastComponent?.string ?? "")/file")
        }
        func age(_ path: FilePath) throws {
            let then = Date(timeIntervalSince1970: 1_000_000_000)
            try FileManager.default.setAttributes([.modificationDate: then], ofItemAtPath: path.string)
        }
        for path in [left, held, other] { try age(path) }
        let holder = try Descriptor.folder(held)
        #expect(flock(holder.number, LOCK_EX | LOCK_NB) == 0)

        let used = try withExtendedLifetime(holder) {
            try Folder.withUnique(in: folder.path, prefix: "x") { used in
                // Nobody else takes it, however old it looks.
                try age(used)
                try Folder.withUnique(in: folder.path, prefix: "x") { _ in }
                #expect(try Entry.exists(used))
                return used
            }
        }

        #expect(try !Entry.exists(left) && !Entry.exists(used))
        for path in [held, new, other] { #expect(try Entry.exists(path.appending("file")), "\(path)") }
    }
}
