import Disk
import Dispatch
import Synchronization
import SystemPackage
import TMFModel

/// The SHA-256 of a file that is still being written, front to back: it follows behind the writer on another
/// processor, so that the bytes are hashed while they are in memory and nobody waits for a second reading.
final class TrailingDigest: Sendable {
    private let path: FilePath
    private let queue = DispatchQueue(label: "digest of the package")
    private let isWaiting = Atomic(false)
    private let state = Mutex(State())

    private struct State {
        var builder = DigestBuilder()
        var done: Int64 = 0
        var failure: (any Error)?
    }

    init(of path: FilePath) { self.path = path }

    /// Says that more may have been written. Does not wait.
    func advance() {
        guard !isWaiting.exchange(true, ordering: .acquiringAndReleasing) else { return }
        queue.async { [self] in
            isWaiting.store(false, ordering: .releasing)
            follow()
        }
    }

    /// The digest of the file, which nobody writes to any more. Throws an error of the disk.
    func finish() throws -> Digest {
        queue.sync { follow() }
        return try state.withLock { state in
            if let failure = state.failure { throw failure }
            return state.builder.finish()
        }
    }

    /// Hashes what was written since the last time.
    private func follow() {
        state.withLock { state in
            guard state.failure == nil else { return }
            do {
                let reader = try FileReader(opening: path)
                while true {
                    let bytes = try reader.read(at: state.done, count: 1 << 20)
                    if bytes.isEmpty { return }
                    state.builder.add(bytes[...])
                    state.done += Int64(bytes.count)
                }
            } catch {
                state.failure = error
            }
        }
    }
}
