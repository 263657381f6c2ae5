import Glibc
package import SystemPackage

extension Folder {
    /// Creates a folder below `parent` whose name begins with `prefix` and is taken by nobody, for this account alone.
    ///
    /// Nobody can have laid a folder or a link of that name there beforehand: the system chooses it and creates it.
    package static func createUnique(in parent: FilePath, prefix: String) throws(DiskError) -> FilePath {
        let wanted = parent.appending("\(prefix)-XXXXXX")
        var name = wanted.zeroTerminated
        guard mkdtemp(&name) != nil else { throw DiskError("create folder", wanted, code: errno) }
        return FilePath(platformString: name)
    }

    /// Hands over such a folder, and takes it away with all in it when `body` is done, or has failed.
    ///
    /// A process that is killed leaves its folder. Those of the same parent and prefix that nobody holds any more are taken
    /// away first, so that what was unpacked into them does not fill the disk.
    package static func withUnique<Outcome>(
        in parent: FilePath, prefix: String, _ body: (FilePath) throws -> Outcome
    ) throws -> Outcome {
        // What cannot be taken away is not in the way.
        try? removeAbandoned(in: parent, prefix: prefix)
        let folder = try createUnique(in: parent, prefix: prefix)
        let held = try Descriptor.folder(folder)
        _ = flock(held.number, LOCK_EX | LOCK_NB)
        return try withExtendedLifetime(held) {
            do {
                let outcome = try body(folder)
                try remove(folder)
                return outcome
            } catch {
                try? remove(folder)  // The first failure is the one to tell.
                throw error
            }
        }
    }

    /// Between its making and its holding a folder looks abandoned: for so long it is let be.
    private static let settling: Int64 = 60_000_000_000

    private static func removeAbandoned(in parent: FilePath, prefix: String) throws(DiskError) {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let latest = Int64(now.tv_sec) * 1_000_000_000 - settling
        var walk = try FolderWalk(below: parent)
        var left: [FilePath] = []
        while let entry = try walk.next() {
            guard entry.kind == .folder else { continue }
            walk.skipFolder()
            guard entry.path.lastComponent?.string.hasPrefix(prefix + "-") ?? false else { continue }
            left.append(parent.appending(entry.path.components))
        }
        for path in left {
            guard let facts = try EntryFacts.of(path), facts.modified < latest else { continue }
            let folder = try Descriptor.folder(path)
            let owner = try folder.facts(path: path).st_uid
            guard owner == geteuid(), flock(folder.number, LOCK_EX | LOCK_NB) == 0 else { continue }
            try remove(path)
        }
    }
}
