import Disk
import SystemPackage

/// The right to write to a store: one process at a time.
final class WriterLock: Sendable {
    private let lock: FileLock

    /// Throws `StoreError.busy` with the holder's process number if the lock is not free in time.
    init(_ root: FilePath, waiting milliseconds: Int) throws {
        do {
            lock = try FileLock(root.appending("writer.lock"), waiting: milliseconds)
        } catch .held(_, let holder) {
            throw StoreError.busy(path: root.string, holder: holder)
        } catch .disk(let error) {
            throw error
        }
    }
}
