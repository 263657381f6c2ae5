import Glibc
package import SystemPackage

extension FileWriter {
    /// Opens a file to add bytes at its end, and creates it if it is not there.
    package init(appendingTo path: FilePath) throws(DiskError) {
        let number = try systemCall("open", path) {
            path.withPlatformString { open($0, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode_t(0o644)) }
        }
        self.init(owning: Descriptor(owning: number), path: path)
    }

    /// Waits until the bytes of a file that was written before are on the disk.
    package static func sync(_ path: FilePath) throws(DiskError) {
        let number = try systemCall("open", path) {
            path.withPlatformString { open($0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
        }
        let descriptor = Descriptor(owning: number)
        _ = try systemCall("sync", path) { fsync(descriptor.number) }
    }

    /// Cuts a file off after `length` bytes.
    package static func truncate(_ path: FilePath, to length: Int64) throws(DiskError) {
        _ = try systemCall("truncate", path) { path.withPlatformString { Glibc.truncate($0, off_t(length)) } }
    }
}

extension DiskError {
    /// Whether nothing is there under that name.
    package var isMissing: Bool { code == ENOENT }

    /// Whether something is there under that name already.
    package var isTaken: Bool { code == EEXIST }

    /// Whether the disk, or the user's share of it, is full.
    package var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }
}
