import Dispatch
import Synchronization

/// Makes results ahead of the one who takes them: several at a time, handed over in their order, within a fixed amount
/// of memory however many there are.
///
/// Each result takes a number of `Chunk`s, which the taker gives back.
final class WorkingAhead<Outcome: Sendable>: Sendable {
    /// How many results may be made before the first of them is taken.
    private let window: Int
    private let room: DispatchSemaphore
    private let slots: [Slot]
    private let chunks: ChunkPool
    private let workers = DispatchGroup()
    /// Held by whoever waits for room and chunks, which may take long: a semaphore sleeps where a mutex would spin.
    private let turn = DispatchSemaphore(value: 1)
    private let next = Atomic(0)
    private let taken = Atomic(0)
    private let isStopped = Atomic(false)

    private final class Slot: Sendable {
        let isFilled = DispatchSemaphore(value: 0)
        let outcome = Mutex<Outcome?>(nil)
    }

    /// Begins at once. `need` says how many chunks the result of that number takes, `make` makes it from them.
    init(
        count: Int, chunks: ChunkPool, window: Int = 256, need: @escaping @Sendable (Int) -> Int,
        make: @escaping @Sendable (Int, consuming [Chunk]) -> Outcome
    ) {
        self.window = window
        self.chunks = chunks
        room = DispatchSemaphore(value: 0)
        slots = (0..<window).map { _ in Slot() }
        for _ in 0..<window { room.signal() }
        for number in 0..<min(count, 4) {
            // They wait for each other and for the taker: queues of their own, as the shared threads are for work that
            // does not wait.
            DispatchQueue(label: "working ahead \(number)").async(group: workers) { [self] in
                while let (index, chunks) = begin(count, need) {
                    let slot = slots[index % window]
                    // Handed on, not shared: a buffer that two hold is copied when one of them fills it.
                    let outcome = make(index, consume chunks)
                    slot.outcome.withLock { $0 = outcome }
                    slot.isFilled.signal()
                }
            }
        }
    }

    /// The same for results that take no chunks.
    convenience init(count: Int, window: Int, make: @escaping @Sendable (Int) -> Outcome) {
        self.init(count: count, chunks: ChunkPool(chunks: 0), window: window) { _ in
            0
        } make: { index, _ in
            make(index)
        }
    }

    /// The next result, in order. Waits for it. There must be one.
    func take() -> Outcome? {
        let (index, _) = taken.add(1, ordering: .relaxed)
        let slot = slots[index % window]
        slot.isFilled.wait()
        let outcome = slot.outcome.withLock { $0.take() }
        room.signal()
        return outcome
    }

    /// Ends the work, done or not, and waits for those at it.
    func stop() {
        isStopped.store(true, ordering: .releasing)
        chunks.close()
        room.signal()
        workers.wait()
    }

    /// Whoever comes first gets its chunks first: so the first result that is missing never waits for a later one.
    private func begin(_ count: Int, _ need: (Int) -> Int) -> (Int, [Chunk])? {
        turn.wait()
        defer { turn.signal() }
        let index = next.load(ordering: .relaxed)
        guard index < count, !isStopped.load(ordering: .acquiring) else { return nil }
        room.wait()
        guard !isStopped.load(ordering: .acquiring), let chunks = chunks.take(need(index)) else {
            room.signal()
            return nil
        }
        next.store(index + 1, ordering: .relaxed)
        return (index, chunks)
    }
}
