import Disk
import Foundation
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct ImportFilesTests {
    private let desk: ImportDesk

    init() throws { desk = try ImportDesk() }

    private func rows(_ paths: [String]) -> String {
        (["path,artifact"] + paths.map { "\"\($0)\",01.01.01" }).joined(separator: "\n")
    }

    @Test func `an empty file is filed as one`() throws {
        try desk.put("", "empty.pdf")
        #expect(try desk.load(rows(["empty.pdf"])).counts == [1, 0, 0, 0])
        let content = try #require(try desk.documents.first?.versions.first?.facts.content)
        #expect(content.bytes == 0)
        #expect(content.digest == Digest(of: []))
        #expect(content.mediaType == MediaType.empty)
        #expect(try desk.load(rows(["empty.pdf"])).counts == [0, 0, 1, 0])
    }

    @Test(arguments: [1, 4_095, 4_096, 262_143, 262_144, 262_145, 1 << 20, 3_000_001])
    func `bytes of any number arrive as they are`(count: Int) throws {
        var random = SeededGenerator(seed: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        try desk.folder.write(bytes, to: "in/a.bin")
        #expect(try desk.load(rows(["a.bin"])).counts == [1, 0, 0, 0])
        #expect(try desk.load(rows(["a.bin"])).counts == [0, 0, 1, 0])
        #expect(try desk.documents.first?.versions.first?.facts.content?.digest == Digest(of: bytes))
        #expect(try desk.store.verify().problems == [])
    }

    @Test func `a file that vanishes meanwhile fails alone`() throws {
        for name in ["a", "b", "c"] { try desk.put(name, "x/\(name).txt") }
        let gone = desk.folder("in/x/b.txt")
        let report = try desk.load(rows(["x/a.txt", "x/b.txt", "x/c.txt"])) { options in
            options.willRead = { if $0 == "x/b.txt" { try? FileManager.default.removeItem(atPath: gone.string) } }
        }
        #expect(report.counts == [2, 0, 0, 1])
        #expect(report.problems.map(\.row) == [3])
        #expect(try desk.documents.count == 2)
        try desk.put("b", "x/b.txt")
        #expect(try desk.load(rows(["x/a.txt", "x/b.txt", "x/c.txt"])).counts == [1, 0, 2, 0])
    }

    @Test func `a file that grows while it is read is not filed`() throws {
        try desk.put("old", "a.txt")
        let path = desk.folder("in/a.txt")
        let file = try FileReader(opening: path)
        try overwriteInPlace(path, "much longer than it was before")
        var buffer = [UInt8](repeating: 0, count: 64)
        #expect(throws: ChangedWhileRead.self) {
            try desk.store.stage(file, token: "t", name: nil, buffer: &buffer)
        }
        #expect(try names(in: desk.store.root.appending("incoming")) == [])
    }

    @Test func `what becomes a link or a pipe meanwhile is neither followed nor waited for`() throws {
        try desk.folder.write("secret", to: "secret.txt")
        for name in ["a", "b", "c"] { try desk.put(name, "\(name).txt") }
        let folder = desk.folder("in")
        let report = try desk.load(rows(["a.txt", "b.txt", "c.txt"])) { options in
            options.willRead = { path in
                let target = folder.appending(path).string
                if path == "a.txt" {
                    try? FileManager.default.removeItem(atPath: target)
                    try? FileManager.default.createSymbolicLink(
                        atPath: target, withDestinationPath: "../secret.txt")
                }
                if path == "b.txt" {
                    try? FileManager.default.removeItem(atPath: target)
                    _ = try? run("mkfifo", target)
                }
            }
        }
        #expect(report.counts == [1, 0, 0, 2])
        #expect(report.problems.map(\.row) == [2, 3])
    }

    @Test func `links and pipes in the source are told and not taken`() throws {
        try desk.folder.write("outside", to: "outside/o.txt")
        try desk.put("inside", "01.01.01 plan.txt")
        try desk.folder.link("in/file-out", to: "../outside/o.txt")
        try desk.folder.link("in/folder-out", to: "../outside")
        try desk.folder.link("in/file-in", to: "01.01.01 plan.txt")
        try desk.folder.link("in/gone", to: "nowhere")
        #expect(try run("mkfifo", desk.folder("in/pipe").string).status == 0)
        let told = ["file-in", "file-out", "folder-out", "gone", "pipe"]
        let blocked = try desk.load()
        #expect(blocked.problems.map(\.source).sorted() == told)
        #expect(blocked.counts == [0, 0, 0, 6])
        let partial = try desk.load(setting: { $0.isPartial = true })
        #expect(partial.counts == [1, 0, 0, 5])
        // A manifest says itself what is to be filed.
        let listed = try desk.load("path,artifact", "01.01.01 plan.txt,01.01.01")
        #expect(listed.counts == [0, 0, 1, 0])
        #expect(listed.problems.map(\.source).sorted() == told)
        #expect(try desk.load("path,artifact", "file-in,01.01.01").counts == [0, 0, 0, 1])
        #expect(try desk.load("path,artifact", "folder-out/o.txt,01.01.01").counts == [0, 0, 0, 1])
    }

    @Test func `a folder reached through a link is a source`() throws {
        try desk.put("a", "a.txt")
        try desk.folder.link("way", to: "in")
        #expect(try desk.load(rows(["a.txt"]), source: desk.folder("way")).counts == [1, 0, 0, 0])
        #expect(throws: InputProblem.self) { try IntakeSource(desk.folder("nothing")) }
    }

    @Test func `names of every kind are filed under their names`() throws {
        let long = String(repeating: "n", count: 251) + ".txt"
        let deep = (0..<60).map { "folder-\($0)" }.joined(separator: "/") + "/deep.txt"
        let paths = [
            "two\nlines.txt", long, deep, "\u{5E9}\u{5DC}\u{5D5}\u{5DD}.txt", "Mu\u{308}ller.txt", " blank .txt",
            "100% #1 [x] ~ $HOME 'q'.txt", "🧪.txt", ".hidden",
        ]
        for path in paths { try desk.put(path, path) }
        let report = try desk.load(rows(paths.map { $0 == " blank .txt" ? "./ blank .txt" : $0 }))
        #expect(report.problems == [])
        #expect(report.counts == [paths.count, 0, 0, 0])
        #expect(Set(try desk.documents.compactMap { $0.versions.first?.facts.source.path }) == Set(paths))
        #expect(try desk.store.verify().problems == [])
    }

    @Test func `an accent is the same accent however it is encoded`() throws {
        try desk.put("x", "Mu\u{308}ller/re\u{301}sume\u{301}.txt")
        #expect(try desk.load(rows(["M\u{FC}ller/r\u{E9}sum\u{E9}.txt"])).counts == [1, 0, 0, 0])
        #expect(try desk.load(rows(["Mu\u{308}ller/r\u{E9}sum\u{E9}.txt"])).counts == [0, 0, 1, 0])
    }

    @Test func `two names that differ by an accent's encoding alone are told`() throws {
        try desk.put("composed", "01.01.01 M\u{FC}ller.txt")
        try desk.put("decomposed", "01.01.01 Mu\u{308}ller.txt")
        let report = try desk.load()
        #expect(report.counts == [0, 0, 0, 2])
        #expect(report.problems.count == 1)
    }

    @Test func `a name that is no text is told`() throws {
        try desk.put("a", "01.01.01 plan.txt")
        let made = try run("sh", "-c", "printf x > \"$1/$(printf 'bad\\377.txt')\"", "sh", desk.folder("in").string)
        #expect(made.status == 0, "\(made.errors)")
        let report = try desk.load()
        #expect(report.counts == [0, 0, 0, 2])
        #expect(report.problems.first?.message.contains("UTF-8") ?? false)
        #expect(try desk.load(setting: { $0.isPartial = true }).counts == [1, 0, 0, 1])
    }

    @Test func `what systems leave in folders is no record`() throws {
        for name in [".DS_Store", "Thumbs.db", "~$plan.docx", "._plan.pdf", "__MACOSX/a.txt", "desktop.ini"] {
            try desk.put("junk", name)
        }
        #expect(try desk.load().read == 0)
    }

    @Test func `identical bytes elsewhere are filed and told`() throws {
        try desk.put("same", "a.txt")
        try desk.put("same", "b.txt")
        let report = try desk.load(rows(["a.txt", "b.txt"]))
        #expect(report.counts == [2, 0, 0, 0])
        #expect(report.duplicates == 1)
        #expect(report.duplicateOf.map(\.path) == ["b.txt"])
        #expect(try desk.load(rows(["a.txt", "b.txt"])).counts == [0, 0, 2, 0])
        #expect(try desk.store.verify().files == 1)
    }

    @Test func `a damaged content is healed by filing its bytes again`() throws {
        try desk.put("same", "a.txt")
        _ = try desk.load(rows(["a.txt"]))
        try overwrite(desk.store.content.path(of: Digest(of: Array("same".utf8))), with: Array("evil".utf8))
        try desk.put("same", "b.txt")
        _ = try desk.load(rows(["b.txt"]))
        #expect(try desk.store.verify().problems == [])
    }

    private func overwriteInPlace(_ path: FilePath, _ text: String) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path.string))
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }
}
