import Glibc
package import SystemPackage

/// Writes one new file. Owns the descriptor, and closes it once.
package struct FileWriter: ~Copyable {
    private let descriptor: Descriptor

    package let path: FilePath

    init(owning descriptor: consuming Descriptor, path: FilePath) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Creates the file; throws (`EEXIST`) if anything is there already, even a dangling link.
    ///
    /// `mode` is subject to the process's umask.
    package init(creating path: FilePath, mode: UInt32 = 0o644) throws(DiskError) {
        let number = try systemCall("create", path) {
            path.withPlatformString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(mode)) }
        }
        descriptor = Descriptor(owning: number)
        self.path = path
    }

    /// Writes all of `bytes`, or throws.
    package func write(_ bytes: ArraySlice<UInt8>) throws(DiskError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = try systemCall("write", path) {
                rest.withUnsafeBytes { Glibc.write(descriptor.number, $0.baseAddress, $0.count) }
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Writes all of `bytes`, or throws.
    package func write(_ bytes: [UInt8]) throws(DiskError) {
        try write(bytes[...])
    }

    /// Waits until the bytes are on the disk. The name in the folder needs `Folder.sync` as well.
    package func sync() throws(DiskError) {
        _ = try systemCall("sync", path) { fdatasync(descriptor.number) }
    }

    /// Closes the file and reports a late error of the disk. A writer that goes out of scope closes silently.
    package consuming func close() throws(DiskError) {
        try descriptor.close(path: path)
    }
}
