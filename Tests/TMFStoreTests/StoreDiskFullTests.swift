import Disk
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@Suite(.enabled(if: SmallFileSystem.isPermitted, "needs the right to mount"))
struct StoreDiskFullTests {
    /// At each size of the disk another write is the first that fails: of the content, the catalog, or the text.
    @Test(arguments: Array(stride(from: 1_400_000, through: 1_900_000, by: 100_000)))
    func `a full disk loses nothing that was acknowledged`(size: Int) throws {
        let disk = try SmallFileSystem(bytes: size)
        let root = disk.path.appending("store.tmf")
        var texts: [String] = []
        var failure: (any Error)?
        do {
            let store = try Store.create(at: root)
            try TrialFolder.apply(.sample, to: store)
            for count in 0..<400 {
                let text = String(repeating: "\(count) ", count: 1_000)
                do {
                    try TrialFolder.file(text, title: String(repeating: "T", count: 3_000), in: store)
                    texts.append(text)
                } catch {
                    failure = error
                    break
                }
            }
            #expect(failure != nil, "the disk was not filled")
            #expect(try store.snapshot(of: "ABC-101").documents.count == texts.count)
        }

        // Read as it is, then with the space that deleting something else would give.
        let larger = try run("mount", "-o", "remount,size=64m", disk.path.string)
        #expect(larger.status == 0, "\(larger.errors)")
        let store = try Store(at: root, .writing())
        let snapshot = try store.snapshot(of: "ABC-101")
        #expect(
            snapshot.documents.map { $0.versions[0].facts.content?.digest } == texts.map { Digest(of: Array($0.utf8)) })
        #expect(try store.verify().problems == [])
        #expect(try names(in: root.appending("incoming")) == [])
        try TrialFolder.file("after", in: store)
        #expect(try store.verify().problems == [])
    }

    @Test func `a writer that goes on after a full disk keeps its journal's text whole`() throws {
        let disk = try SmallFileSystem(bytes: 4 << 20)
        let root = disk.path.appending("store.tmf")
        let store = try Store.create(at: root)
        try TrialFolder.apply(.sample, to: store)
        var refused = 0
        for count in 0..<60 {
            if count % 10 == 5 {
                let free = Int(try Folder.freeSpace(at: disk.path))
                // Leaves a little, so that some writes fit and others do not.
                let filler = [UInt8](repeating: 1, count: max(0, free - 4_096 * (count / 10)))
                let file = try FileWriter(creating: disk.path.appending("filler"))
                try file.write(filler)
                try file.close()
            }
            if count % 10 == 9 { try remove(disk.path.appending("filler")) }
            do {
                try TrialFolder.file("text \(count)", title: String(repeating: "T", count: 3_000), in: store)
            } catch {
                refused += 1
                // What the failed filing left behind would have the next one's name.
                for name in try names(in: root.appending("incoming")) {
                    try remove(root.appending("incoming").appending(name))
                }
            }
        }
        #expect(refused > 0)
        #expect(try store.snapshot(of: "ABC-101").documents.count == 60 - refused)
        #expect(try store.verify().problems == [])
    }
}
