import CDisk
import Glibc
package import SystemPackage

/// What can be done to a folder as a whole.
package enum Folder {
    /// Creates the folder and the missing ones above it. A folder that is there is left as it is.
    ///
    /// `mode` is subject to the process's umask. Throws if something else has the name.
    package static func create(_ path: FilePath, mode: UInt32 = 0o755) throws(DiskError) {
        var missing: [FilePath] = []
        var current = path
        while try !isFolder(current) {
            missing.append(current)
            let parent = current.removingLastComponent()
            if parent == current || parent.isEmpty { break }
            current = parent
        }
        for folder in missing.reversed() {
            try createOne(folder, mode: mode)
        }
    }

    /// Creates one folder; throws (`EEXIST`) if anything is there already.
    package static func createNew(_ path: FilePath, mode: UInt32 = 0o755) throws(DiskError) {
        _ = try systemCall("create folder", path) { path.withPlatformString { mkdir($0, mode_t(mode)) } }
    }

    /// Waits until the names in the folder, as they are now, are on the disk.
    package static func sync(_ path: FilePath) throws(DiskError) {
        let folder = try Descriptor.folder(path)
        _ = try systemCall("sync folder", path) { fsync(folder.number) }
    }

    /// Waits until everything written to the file system that holds `path`, a folder, is on the disk.
    package static func syncFileSystem(of path: FilePath) throws(DiskError) {
        let folder = try Descriptor.folder(path)
        _ = try systemCall("sync the file system of", path) { syncfs(folder.number) }
    }

    /// The space left for this user on the file system that holds `path`, in bytes.
    package static func freeSpace(at path: FilePath) throws(DiskError) -> Int64 {
        var facts = statvfs()
        _ = try systemCall("look at", path) { path.withPlatformString { statvfs($0, &facts) } }
        return Int64(
            clamping: UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize)).partialValue)
    }

    private static func createOne(_ path: FilePath, mode: UInt32) throws(DiskError) {
        do {
            try createNew(path, mode: mode)
        } catch {
            // Another process may have created it since we looked.
            if error.code == EEXIST, try isFolder(path) { return }
            throw error
        }
    }

    /// Whether the path leads to a folder, through links if need be.
    private static func isFolder(_ path: FilePath) throws(DiskError) -> Bool {
        var facts = stat()
        do {
            _ = try systemCall("look at", path) { path.withPlatformString { stat($0, &facts) } }
        } catch {
            if error.code == ENOENT { return false }
            throw error
        }
        return EntryKind(mode: facts.st_mode) == .folder
    }
}
