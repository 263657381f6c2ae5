import Glibc
package import SystemPackage

/// What the file system says of one path, links not followed.
package struct EntryFacts: Hashable, Sendable {
    package let kind: EntryKind

    /// In bytes; for anything but a file, what the file system happens to say.
    package let size: Int64

    /// In nanoseconds since 1970, UTC.
    package let modified: Int64

    /// The permission bits, for example 0o444.
    package let mode: UInt32

    init(_ facts: stat) {
        kind = EntryKind(mode: facts.st_mode)
        size = Int64(facts.st_size)
        modified = Int64(facts.st_mtim.tv_sec) * 1_000_000_000 + Int64(facts.st_mtim.tv_nsec)
        mode = UInt32(facts.st_mode & 0o7777)
    }

    /// The facts of a path, or nil if nothing is there. Throws if that cannot be told.
    package static func of(_ path: FilePath) throws(DiskError) -> EntryFacts? {
        var facts = stat()
        do {
            _ = try systemCall("look at", path) { path.withPlatformString { lstat($0, &facts) } }
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw error
        }
        return EntryFacts(facts)
    }
}
