import Glibc
package import SystemPackage

extension Folder {
    /// Removes the folder and everything in it. Links are removed, what they lead to is not touched.
    ///
    /// Does nothing if there is no such folder. Throws at the first thing that cannot be removed, and leaves the rest.
    package static func remove(_ path: FilePath) throws(DiskError) {
        guard let facts = try EntryFacts.of(path) else { return }
        guard facts.kind == .folder else { throw DiskError("remove folder", path, code: ENOTDIR) }

        var trail = try FolderTrail(root: path)
        while trail.depth >= 0 {
            if let name = trail.nextName() {
                try removeOrEnter(name, &trail)
            } else if let left = try trail.leave() {
                _ = try systemCall("remove folder", trail.path(of: left)) {
                    unlinkat(trail.number, left, AT_REMOVEDIR)
                }
            }
        }
        _ = try systemCall("remove folder", path) { path.withPlatformString { rmdir($0) } }
    }

    private static func removeOrEnter(_ name: [CChar], _ trail: inout FolderTrail) throws(DiskError) {
        if unlinkat(trail.number, name, 0) == 0 { return }
        let code = errno
        // Linux says EISDIR for a folder, other systems EPERM.
        guard code == EISDIR || code == EPERM else { throw DiskError("remove", trail.path(of: name), code: code) }
        do {
            try trail.enter(name)
        } catch {
            throw error.code == ENOTDIR ? DiskError("remove", trail.path(of: name), code: code) : error
        }
    }
}
