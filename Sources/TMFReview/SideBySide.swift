import Dispatch
import Synchronization

/// What `body` makes of each number below `count`, in their order. A processor that is done takes the next number.
func inParallel<Part: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Part) -> [Part] {
    let parts = Mutex([Part?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
        let part = body(number)
        parts.withLock { $0[number] = part }
    }
    return parts.withLock { $0.compactMap { $0 } }
}

/// What two pieces of work give that know nothing of each other, each done on a processor of its own where there are
/// two.
func sideBySide<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let firstResult = Mutex<First?>(nil)
    let secondResult = Mutex<Second?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { place in
        if place == 0 {
            let result = first()
            firstResult.withLock { $0 = result }
        } else {
            let result = second()
            secondResult.withLock { $0 = result }
        }
    }
    // Both are there by now.
    return (firstResult.withLock { $0 } ?? first(), secondResult.withLock { $0 } ?? second())
}
