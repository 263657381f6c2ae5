import Dispatch
import Synchronization

/// A piece of memory that is used again and again: fresh memory for each file costs as much as reading it.
struct Chunk: Sendable {
    var buffer: [UInt8]
    /// How much of the buffer is filled.
    var count = 0

    var bytes: ArraySlice<UInt8> { buffer[..<count] }
}

/// A fixed number of chunks, which whoever needs them waits for.
final class ChunkPool: Sendable {
    /// In bytes: a chunk just read is hashed from the processor's own cache.
    static let chunkSize = 256 << 10

    private let free = Mutex<[Chunk]>([])
    private let available = DispatchSemaphore(value: 0)
    private let isClosed = Atomic(false)

    init(chunks: Int) {
        free.withLock { free in
            for _ in 0..<chunks { free.append(Chunk(buffer: [UInt8](repeating: 0, count: ChunkPool.chunkSize))) }
        }
        for _ in 0..<chunks { available.signal() }
    }

    /// Waits until so many are free; one at a time may ask. Nil once the pool is closed.
    func take(_ count: Int) -> [Chunk]? {
        var taken: [Chunk] = []
        for _ in 0..<count {
            available.wait()
            guard !isClosed.load(ordering: .acquiring), let chunk = free.withLock({ $0.popLast() }) else { return nil }
            taken.append(chunk)
        }
        return taken
    }

    func giveBack(_ chunks: [Chunk]) {
        free.withLock { $0.append(contentsOf: chunks) }
        for _ in chunks { available.signal() }
    }

    /// Sends away whoever waits.
    func close() {
        isClosed.store(true, ordering: .releasing)
        available.signal()
    }
}
