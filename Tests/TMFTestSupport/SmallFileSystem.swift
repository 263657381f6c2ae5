package import SystemPackage

/// A file system of a given size in memory, for filling it up. Gone with the value.
package final class SmallFileSystem: Sendable {
    private let folder: TemporaryFolder
    package var path: FilePath { folder.path }

    /// Whether this process may mount: the superuser of a machine, not of most containers.
    package static let isPermitted: Bool = {
        do {
            _ = try SmallFileSystem(bytes: 1 << 16)
            return true
        } catch { return false }
    }()

    package init(bytes: Int) throws {
        folder = try TemporaryFolder()
        let mounted = try run("mount", "-t", "tmpfs", "-o", "size=\(bytes)", "tmpfs", folder.path.string)
        guard mounted.status == 0 else { throw NotMounted(reason: mounted.errors) }
    }

    deinit { _ = try? run("umount", "--lazy", folder.path.string) }

    /// From here on nobody can write to it.
    package func makeReadOnly() throws {
        let mounted = try run("mount", "-o", "remount,ro", folder.path.string)
        guard mounted.status == 0 else { throw NotMounted(reason: mounted.errors) }
    }

    struct NotMounted: Error { let reason: String }
}
