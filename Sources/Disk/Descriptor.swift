import CDisk
import Glibc
import SystemPackage

/// Owns one file descriptor, and closes it once.
struct Descriptor: ~Copyable, Sendable {
    let number: Int32

    init(owning number: Int32) { self.number = number }

    deinit { _ = Glibc.close(number) }

    /// Closes now and reports what the system says, which for a file just written can be its only complaint.
    consuming func close(path: FilePath) throws(DiskError) {
        let number = self.number
        discard self
        // Never repeated: after an interruption the number may already belong to another file.
        guard Glibc.close(number) == 0 || errno == EINTR else { throw DiskError("close", path, code: errno) }
    }

    func facts(path: @autoclosure () -> FilePath) throws(DiskError) -> stat {
        var facts = stat()
        _ = try systemCall("look at", path()) { fstat(number, &facts) }
        return facts
    }
}

extension Descriptor {
    /// Opens a folder. The last component may be a link: use it for a folder that the user named.
    static func folder(_ path: FilePath) throws(DiskError) -> Descriptor {
        let number = try systemCall("open folder", path) {
            path.withPlatformString { Glibc.open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        }
        return Descriptor(owning: number)
    }

    /// Opens the folder `name` in this one, never through a link. `path` is for the error alone.
    func folder(named name: FilePath.Component, path: FilePath) throws(DiskError) -> Descriptor {
        Descriptor(owning: try open(named: name, flags: O_DIRECTORY, operation: "open folder", path: path))
    }

    /// Opens the file `name` in this folder for reading, never through a link and never waiting for a pipe's writer.
    func file(named name: FilePath.Component, path: FilePath) throws(DiskError) -> Descriptor {
        Descriptor(owning: try open(named: name, flags: O_NONBLOCK | O_NOCTTY, operation: "open", path: path))
    }

    private func open(
        named name: FilePath.Component, flags: Int32, operation: String, path: FilePath
    ) throws(DiskError) -> Int32 {
        do {
            return try systemCall(operation, path) {
                name.withPlatformString { disk_open_at(number, $0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags) }
            }
        } catch {
            throw explained(error, name: name)
        }
    }

    /// The system refuses a link as "not a directory" or "too many levels"; say that it is a link.
    private func explained(_ error: DiskError, name: FilePath.Component) -> DiskError {
        guard error.code == ELOOP || error.code == ENOTDIR else { return error }
        var facts = stat()
        let found = name.withPlatformString { fstatat(number, $0, &facts, AT_SYMLINK_NOFOLLOW) }
        guard found == 0, EntryKind(mode: facts.st_mode) == .link else { return error }
        return DiskError(error.operation, error.path, code: error.code, reason: EntryKind.linkRefusal)
    }
}
