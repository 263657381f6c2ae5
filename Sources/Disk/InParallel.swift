import Dispatch
import Synchronization

/// Calls `body` once for each number below `count`, several at a time, and waits for all. A long piece of work holds
/// up no other, as each processor takes the next number when it is done with its last.
///
/// Throws the first error; the numbers that nobody has taken by then are left out.
package func inParallel<Failure: Error>(
    _ count: Int, _ body: @Sendable (Int) throws(Failure) -> Void
) throws(Failure) {
    try inParallel(count, each: { () throws(Failure) in }) { (index, _: inout Void) throws(Failure) in
        try body(index)
    }
}

/// The same, where each processor works with tools of its own. They are made when it takes its first number.
package func inParallel<Tools: ~Copyable, Failure: Error>(
    _ count: Int, each tools: @Sendable () throws(Failure) -> Tools,
    _ body: @Sendable (Int, inout Tools) throws(Failure) -> Void
) throws(Failure) {
    let next = Atomic(0)
    let failure = Mutex<Failure?>(nil)
    // More than processors are likely to be there; each that has none to run on finds nothing left to do.
    DispatchQueue.concurrentPerform(iterations: min(count, 16)) { _ in
        func take() -> Int? {
            let (index, _) = next.add(1, ordering: .relaxed)
            return index < count ? index : nil
        }
        do throws(Failure) {
            guard var index = take() else { return }
            var own = try tools()
            while true {
                try body(index, &own)
                guard let following = take() else { return }
                index = following
            }
        } catch {
            next.store(count, ordering: .relaxed)
            failure.withLock { $0 = $0 ?? error }
        }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
}

/// What `body` makes of each number below `count`, several at a time, in their order. Throws the first failure; what was
/// not begun by then is not begun.
package func inParallel<Part: Sendable, Failure: Error>(
    making count: Int, _ body: @Sendable (Int) throws(Failure) -> Part
) throws(Failure) -> [Part] {
    let parts = Mutex([Part?](repeating: nil, count: count))
    try inParallel(count) { (index: Int) throws(Failure) in
        let part = try body(index)
        parts.withLock { $0[index] = part }
    }
    return parts.withLock { $0.compactMap { $0 } }
}

/// What `body` makes of each run of `length` numbers below `count`, several at a time, in their order. One run is made
/// where the caller stands.
package func inParallel<Part: Sendable>(
    _ count: Int, inRunsOf length: Int, _ body: @Sendable (Range<Int>) -> Part
) -> [Part] {
    let runs = stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
    guard runs.count > 1 else { return runs.map(body) }
    return inParallel(making: runs.count) { body(runs[$0]) }
}
