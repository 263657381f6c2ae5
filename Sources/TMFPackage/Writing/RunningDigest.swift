import Synchronization
import TMFModel

/// The SHA-256 of bytes that another thread hands over while the file they belong to is written.
final class RunningDigest: Sendable {
    private let builder = Mutex(DigestBuilder())

    func add(_ bytes: RawSpan) { builder.withLock { $0.add(bytes) } }

    /// The digest of all bytes so far.
    func finish() -> Digest { builder.withLock { $0.finish() } }
}
