import Glibc
package import SystemPackage

/// The exclusive right to something that a lock file stands for. Given back at the end of its scope, or of the process.
///
/// Advisory: it binds those who ask for it. The file stays, and holds the process number of its holder while held.
package struct FileLock: ~Copyable, Sendable {
    /// Why the lock was not given.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// Someone else has it: the process with this number, if it could be read.
        case held(FilePath, by: Int32?)
        case disk(DiskError)

        package var description: String {
            switch self {
            case .held(let path, let holder?): "\(path) is held by process \(holder)"
            case .held(let path, nil): "\(path) is held by another process"
            case .disk(let error): error.description
            }
        }
    }

    private let descriptor: Descriptor

    package let path: FilePath

    /// Takes the lock, creating its file if missing, and waits up to `milliseconds` for another holder; 0 to try once.
    package init(_ path: FilePath, waiting milliseconds: Int = 0) throws(Failure) {
        let number: Int32
        do throws(DiskError) {
            number = try systemCall("open", path) {
                path.withPlatformString { open($0, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode_t(0o666)) }
            }
        } catch {
            throw .disk(error)
        }
        let descriptor = Descriptor(owning: number)
        let taken: Bool
        do throws(DiskError) {
            taken = try Self.take(descriptor, path: path, waiting: milliseconds)
            if taken { try Self.write("\(getpid())\n", descriptor, path: path) }
        } catch {
            throw .disk(error)
        }
        guard taken else { throw .held(path, by: Self.readHolder(descriptor)) }
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        // Emptied before it is given back, so that no reader sees a holder who is gone.
        _ = ftruncate(descriptor.number, 0)
    }

    private static func take(
        _ descriptor: borrowing Descriptor, path: FilePath, waiting milliseconds: Int
    ) throws(DiskError) -> Bool {
        let clock = ContinuousClock()
        let deadline = clock.now + .milliseconds(milliseconds)
        while true {
            do {
                _ = try systemCall("lock", path) { flock(descriptor.number, LOCK_EX | LOCK_NB) }
                return true
            } catch {
                guard error.code == EWOULDBLOCK else { throw error }
            }
            guard clock.now < deadline else { return false }
            usleep(5_000)
        }
    }

    private static func write(_ text: String, _ descriptor: borrowing Descriptor, path: FilePath) throws(DiskError) {
        let bytes = Array(text.utf8)
        _ = try systemCall("write", path) { ftruncate(descriptor.number, 0) }
        _ = try systemCall("write", path) { pwrite(descriptor.number, bytes, bytes.count, 0) }
    }

    private static func readHolder(_ descriptor: borrowing Descriptor) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor.number, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        let digits = bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }
        return Int32(String(decoding: digits, as: UTF8.self))
    }
}
