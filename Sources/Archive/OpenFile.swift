import Glibc
import SystemPackage

/// One open regular file, closed with the last that uses it.
final class OpenFile: Sendable {
    let number: Int32
    let path: FilePath

    /// In bytes, when the file was opened.
    let size: Int64

    init(reading path: FilePath) throws(ArchiveError) {
        let number = path.withPlatformString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard number >= 0 else { throw Self.error("open", path) }
        var facts = stat()
        let isFile = fstat(number, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
        self.number = number
        self.path = path
        size = Int64(facts.st_size)
        // Thrown after the properties are set, so that the file is closed.
        if !isFile { throw ArchiveError(path, .disk, "cannot open: it is not a file") }
    }

    deinit { _ = close(number) }

    /// Exactly `count` bytes from `offset` on. Throws if the file has fewer; allocates only what it has.
    func bytes(at offset: Int64, count: Int) throws(ArchiveError) -> [UInt8] {
        try check(offset, count)
        var bytes = [UInt8](repeating: 0, count: count)
        try read(at: offset, into: &bytes, from: 0, count: count)
        return bytes
    }

    /// Exactly `count` bytes from `offset` on, which take the place of those in `buffer` from `start` on. Throws if the
    /// file has fewer.
    func read(at offset: Int64, into buffer: inout [UInt8], from start: Int, count: Int) throws(ArchiveError) {
        try check(offset, count)
        precondition(start >= 0 && start + count <= buffer.count, "the buffer has no room for \(count) bytes")
        var filled = 0
        while filled < count {
            let got = buffer.withUnsafeMutableBytes {
                pread(
                    number, $0.baseAddress?.advanced(by: start + filled), count - filled,
                    off_t(offset) + off_t(filled))
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Self.error("read", path) }
            guard got > 0 else { throw ArchiveError(path, .damaged, "the file became shorter while it was read") }
            filled += got
        }
    }

    private func check(_ offset: Int64, _ count: Int) throws(ArchiveError) {
        guard offset >= 0, count >= 0, offset <= size, Int64(count) <= size - offset else {
            throw ArchiveError(path, .damaged, "there are no \(count) bytes at offset \(offset) of \(size)")
        }
    }

    private static func error(_ operation: String, _ path: FilePath) -> ArchiveError {
        ArchiveError(path, .disk, "cannot \(operation): \(Errno(rawValue: errno).description)")
    }
}
