import Foundation
import SystemPackage
import Testing

@testable import Disk

@Suite struct FilesBelowTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["a/1", "a/2", "a/b/3", "4", "e\u{301}/5", "\u{E9}/6"] {
            let path = folder(name)
            try FileManager.default.createDirectory(
                atPath: path.removingLastComponent().string, withIntermediateDirectories: true)
            try Data(name.utf8).write(to: URL(fileURLWithPath: path.string))
        }
    }

    @Test func `files are opened in any order of their folders`() throws {
        var files = try FilesBelow(folder.path)
        for name in ["4", "a/1", "a/2", "a/b/3", "4", "a/b/3", "a/1", "e\u{301}/5", "\u{E9}/6", "e\u{301}/5"] {
            let file = try files.open(name)
            #expect(try file.read(at: 0, count: 10) == Array(name.utf8))
            #expect(try !file.hasChanged())
        }
    }

    @Test func `what is no file below the folder is refused, and the next is opened all the same`() throws {
        try folder.link("link", to: "4")
        try folder.link("a/up", to: "..")
        try folder.pipe("pipe")
        var files = try FilesBelow(folder.path)
        for name in [
            "", ".", "..", "/etc/passwd", "a/../4", "a", "a/", "link", "a/up/4", "pipe", "none", "none/4", "4/x",
        ] {
            #expect(throws: DiskError.self, "\(name)") { _ = try files.open(name).size }
            #expect(try files.open("a/1").size == 3)
        }
    }
}
