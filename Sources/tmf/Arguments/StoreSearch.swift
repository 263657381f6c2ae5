import Disk
import SystemPackage
import TMFStore

/// Finds the store that is meant where none is named.
enum StoreSearch {
    static func find() throws -> FilePath {
        if let named = ProcessFacts.variable("TMF_STORE") { return FilePath(named) }
        let start = try ProcessFacts.currentFolder()
        var folder = start
        while true {
            if folder.extension == "tmf", try Store.isStore(folder) { return folder }
            let found = try stores(in: folder)
            if let only = found.first, found.count == 1 { return only }
            if !found.isEmpty {
                let names = found.compactMap { $0.lastComponent?.string }.joined(separator: ", ")
                throw Failure(.usage, "\(folder) holds several stores; say which with --store: \(names)")
            }
            let parent = folder.removingLastComponent()
            guard parent != folder, !parent.isEmpty else { break }
            folder = parent
        }
        throw Failure(
            .noInput,
            "no store: there is no *.tmf in \(start) or above it; name one with --store or TMF_STORE, "
                + "or make one with `tmf init`")
    }

    private static func stores(in folder: FilePath) throws -> [FilePath] {
        var stores: [FilePath] = []
        var walk: FolderWalk
        do {
            walk = try FolderWalk(below: folder)
        } catch {
            return []  // A folder above that may be passed through but not read.
        }
        while let entry = try walk.next() {
            if entry.kind == .folder { walk.skipFolder() }
            guard entry.path.extension == "tmf", try Store.isStore(folder.pushing(entry.path)) else { continue }
            stores.append(folder.pushing(entry.path))
        }
        return stores
    }
}
