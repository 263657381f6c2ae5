import Synchronization

/// Memory that starts where a disk can take it without a copy in between. One thread fills it; then two may read it.
final class AlignedBlock: @unchecked Sendable {
    /// What every disk here is content with, in bytes.
    static let alignment = 4096

    private let memory: UnsafeMutableRawPointer
    private let capacity: Int
    private(set) var count = 0
    private let readers = Atomic(0)

    /// `capacity` is in bytes.
    init(capacity: Int) {
        memory = .allocate(byteCount: capacity, alignment: AlignedBlock.alignment)
        self.capacity = capacity
    }

    deinit { memory.deallocate() }

    var isFull: Bool { count == capacity }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

    /// Takes as many of the bytes as there is room for; returns their number.
    func append(_ bytes: UnsafeRawBufferPointer) -> Int {
        let taken = min(bytes.count, capacity - count)
        guard taken > 0, let start = bytes.baseAddress else { return 0 }
        memory.advanced(by: count).copyMemory(from: start, byteCount: taken)
        count += taken
        return taken
    }

    func empty() { count = 0 }

    /// Two threads begin to read.
    func hold() { readers.store(2, ordering: .releasing) }

    /// One thread is done; true for the last.
    func release() -> Bool { readers.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 }
}
