import CDisk
import Glibc
package import SystemPackage

/// What can be done to one name in a folder: a file, a folder or a link, which is never followed.
package enum Entry {
    /// Whether anything, even a dangling link, has this name.
    package static func exists(_ path: FilePath) throws(DiskError) -> Bool {
        try EntryFacts.of(path) != nil
    }

    /// What has this name; nil if nothing has.
    package static func kind(_ path: FilePath) throws(DiskError) -> EntryKind? {
        try EntryFacts.of(path)?.kind
    }

    /// The size of a regular file in bytes. Throws if it is missing or no file.
    package static func fileSize(_ path: FilePath) throws(DiskError) -> Int64 {
        guard let facts = try EntryFacts.of(path) else { throw DiskError("look at", path, code: ENOENT) }
        if let refusal = facts.kind.refusal { throw DiskError("look at", path, code: EINVAL, reason: refusal) }
        return facts.size
    }

    /// Renames in one step; whatever file has the new name is replaced. Both must be on one file system.
    package static func rename(_ path: FilePath, replacing target: FilePath) throws(DiskError) {
        _ = try systemCall("rename \(path) to", target) {
            path.withPlatformString { from in target.withPlatformString { Glibc.rename(from, $0) } }
        }
    }

    /// Renames in one step; throws (`EEXIST`) if anything has the new name. Both must be on one file system.
    package static func rename(_ path: FilePath, to target: FilePath) throws(DiskError) {
        do {
            _ = try systemCall("rename \(path) to", target) {
                path.withPlatformString { from in
                    target.withPlatformString { renameat2(AT_FDCWD, from, AT_FDCWD, $0, disk_rename_no_replace) }
                }
            }
        } catch {
            guard error.code == EINVAL || error.code == ENOSYS else { throw error }
            try renameByLinking(path, to: target)
        }
    }

    /// Takes every right to write away (mode 0444).
    package static func makeReadOnly(_ path: FilePath) throws(DiskError) {
        _ = try systemCall("make read-only", path) { path.withPlatformString { chmod($0, 0o444) } }
    }

    /// Removes a file or a link. Throws (`EISDIR`) for a folder.
    package static func remove(_ path: FilePath) throws(DiskError) {
        _ = try systemCall("remove", path) { path.withPlatformString { unlink($0) } }
    }

    /// For file systems that cannot rename without replacing. A link refuses a taken name in one step too; folders
    /// cannot be linked, but to rename one replaces at most an empty folder, which is looked for first.
    private static func renameByLinking(_ path: FilePath, to target: FilePath) throws(DiskError) {
        if try kind(path) == .folder {
            guard try !exists(target) else { throw DiskError("rename \(path) to", target, code: EEXIST) }
            return try rename(path, replacing: target)
        }
        _ = try systemCall("rename \(path) to", target) {
            path.withPlatformString { from in target.withPlatformString { link(from, $0) } }
        }
        try remove(path)
    }
}
