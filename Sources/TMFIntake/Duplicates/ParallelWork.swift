import Disk
import Synchronization

/// Does one thing after the other on all processors, and hands the results back in order.
enum ParallelWork {
    /// Throws the first failure; what was not begun by then is not begun.
    static func results<Work: Sendable, Result: Sendable>(
        of work: [Work], _ body: @Sendable (Work) throws -> Result
    ) throws -> [Result] {
        let results = Mutex<[(Int, Result)]>([])
        try inParallel(work.count) { (place: Int) throws(any Error) in
            let result = try body(work[place])
            results.withLock { $0.append((place, result)) }
        }
        return results.withLock { $0.sorted { $0.0 < $1.0 }.map(\.1) }
    }
}
