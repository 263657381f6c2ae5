import CDisk
import Dispatch
import Glibc
import Synchronization
package import SystemPackage

/// Writes one new, long file from front to back. What is written is collected in large blocks, which go to the disk
/// past the page cache while the next one is collected: the file is read once, elsewhere, if at all, and would only
/// push out of memory what is needed again. Where the file system does not offer that, the page cache is used.
///
/// A writer that goes out of scope before `finish` leaves the file cut off.
package final class LongFileWriter {
    /// In bytes.
    private static let blockSize = 1 << 20
    /// One being filled, the others on their way.
    private static let blocks = 8

    package let path: FilePath
    private let state: State
    private let writing = DispatchQueue(label: "writing a long file")
    private let following = DispatchQueue(label: "following a long file")
    private let follower: @Sendable (RawSpan) -> Void
    private var current: AlignedBlock?

    /// Creates the file; throws (`EEXIST`) if anything is there already, even a dangling link.
    ///
    /// `follower` is handed all bytes in their order, in pieces, on a thread of its own.
    package init(creating path: FilePath, follower: @escaping @Sendable (RawSpan) -> Void) throws(DiskError) {
        self.path = path
        self.follower = follower
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let number = try systemCall("create", path) { path.withPlatformString { open($0, flags, mode_t(0o644)) } }
        state = State(Descriptor(owning: number), path: path)
        _ = fcntl(number, F_SETFL, disk_past_cache)  // Refused where there is no such way; then it is the usual one.
    }

    /// Takes all of `bytes`. Throws what an earlier block met on its way to the disk.
    package func write(_ bytes: UnsafeRawBufferPointer) throws(DiskError) {
        var rest = bytes
        while !rest.isEmpty {
            let block = try currentBlock()
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(block.append(rest)))
            if block.isFull { send() }
        }
    }

    /// Waits until everything is on the disk and the follower has seen it.
    package func finish() throws(DiskError) {
        send()
        writing.sync {}
        following.sync {}
        try state.sync()
    }

    private func currentBlock() throws(DiskError) -> AlignedBlock {
        if let current { return current }
        let block = try state.freeBlock(limit: LongFileWriter.blocks, size: LongFileWriter.blockSize)
        current = block
        return block
    }

    private func send() {
        guard let block = current.take() else { return }
        block.hold()
        writing.async { [state] in
            state.write(block)
            state.release(block)
        }
        following.async { [state, follower] in
            follower(block.bytes.bytes)
            state.release(block)
        }
    }
}

extension LongFileWriter {
    /// What the threads share.
    private final class State: Sendable {
        private let descriptor: Descriptor
        private let path: FilePath
        private let failure = Mutex<DiskError?>(nil)
        private let blocks = Mutex<(made: Int, free: [AlignedBlock])>((0, []))
        private let available = DispatchSemaphore(value: 0)

        init(_ descriptor: consuming Descriptor, path: FilePath) {
            self.descriptor = descriptor
            self.path = path
        }

        /// Waits for a block that nobody uses any more; makes new ones up to the limit.
        func freeBlock(limit: Int, size: Int) throws(DiskError) -> AlignedBlock {
            if let failure = failure.withLock({ $0 }) { throw failure }
            let isNew = blocks.withLock { blocks in
                guard blocks.free.isEmpty, blocks.made < limit else { return false }
                blocks.made += 1
                return true
            }
            if isNew { return AlignedBlock(capacity: size) }
            available.wait()
            let block = blocks.withLock { $0.free.removeLast() }
            block.empty()
            return block
        }

        /// The block is free again when both are done with it.
        func release(_ block: AlignedBlock) {
            guard block.release() else { return }
            blocks.withLock { $0.free.append(block) }
            available.signal()
        }

        /// Writes the block, unless one before it failed.
        func write(_ block: AlignedBlock) {
            guard failure.withLock({ $0 == nil }) else { return }
            do throws(DiskError) {
                let tail = block.count % AlignedBlock.alignment
                try write(UnsafeRawBufferPointer(rebasing: block.bytes.dropLast(tail)))
                guard tail > 0 else { return }
                // Only the last block has a tail; it is too short to go past the cache.
                useCache()
                try write(UnsafeRawBufferPointer(rebasing: block.bytes.suffix(tail)))
            } catch {
                failure.withLock { $0 = error }
            }
        }

        private func write(_ bytes: UnsafeRawBufferPointer) throws(DiskError) {
            var rest = bytes
            while !rest.isEmpty {
                let count: Int
                do {
                    count = try systemCall("write", path) {
                        Glibc.write(descriptor.number, rest.baseAddress, rest.count)
                    }
                } catch {
                    // A disk that wants larger pieces, or a remainder after a short write.
                    guard error.code == EINVAL, usesCache() == false else { throw error }
                    useCache()
                    continue
                }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }

        func sync() throws(DiskError) {
            if let failure = failure.withLock({ $0 }) { throw failure }
            _ = try systemCall("sync", path) { fsync(descriptor.number) }
        }

        private func usesCache() -> Bool { fcntl(descriptor.number, F_GETFL) & disk_past_cache == 0 }

        private func useCache() { _ = fcntl(descriptor.number, F_SETFL, 0) }
    }
}
