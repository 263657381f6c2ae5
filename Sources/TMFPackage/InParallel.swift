import Dispatch
import Synchronization

/// Calls `body` once for each number below `count`, several at a time, and waits for all. A long piece of work holds
/// up no other, as each processor takes the next number when it is done with its last.
func inParallel(_ count: Int, _ body: @Sendable (Int) -> Void) {
    let next = Atomic(0)
    // More than processors are likely to be there; each that has none to run on finds nothing left to do.
    DispatchQueue.concurrentPerform(iterations: min(count, 16)) { _ in
        while true {
            let (index, _) = next.add(1, ordering: .relaxed)
            guard index < count else { return }
            body(index)
        }
    }
}
