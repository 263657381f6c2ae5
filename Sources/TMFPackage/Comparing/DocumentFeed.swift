import Dispatch
import Synchronization
import TMFModel

/// Reads the documents of one side on a thread of its own, a few hundred ahead of the one that takes them.
final class DocumentFeed: Sendable {
    private static let batch = 256
    private static let ahead = 8

    private struct State {
        var frame: ComparedFrame?
        var batches: [[Document]] = []
        var isOver = false
        var isUnwanted = false
        var failure: (any Error)?
    }

    private struct Unwanted: Error {}

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: DocumentFeed.ahead)

    init(_ source: ComparedSource, asOf day: Day?) {
        // The feed lives as long as its thread.
        DispatchQueue(label: "comparing").async { [self] in
            var batch: [Document] = []
            do {
                try source.read(asOf: day) { frame in
                    state.withLock { $0.frame = frame }
                } document: { document in
                    batch.append(document)
                    if batch.count == DocumentFeed.batch { try hand(over: &batch) }
                }
                try hand(over: &batch)
                state.withLock { $0.isOver = true }
            } catch is Unwanted {
            } catch {
                state.withLock { $0.failure = error }
            }
            filled.signal()
        }
    }

    /// The next documents; nil after the last. Throws what reading them threw.
    func next() throws -> [Document]? {
        filled.wait()
        let (batch, failure) = state.withLock { state -> ([Document]?, (any Error)?) in
            if !state.batches.isEmpty { return (state.batches.removeFirst(), nil) }
            return (nil, state.failure)
        }
        if let batch {
            room.signal()
            return batch
        }
        // Whoever asks again gets the same answer.
        filled.signal()
        if let failure { throw failure }
        return nil
    }

    /// Nil before the first documents came.
    var frame: ComparedFrame? { state.withLock { $0.frame } }

    /// Lets the thread end although not everything was taken.
    func stop() {
        state.withLock { $0.isUnwanted = true }
        room.signal()
    }

    private func hand(over batch: inout [Document]) throws {
        room.wait()
        let isUnwanted = state.withLock { state in
            if !state.isUnwanted { state.batches.append(batch) }
            return state.isUnwanted
        }
        if isUnwanted { throw Unwanted() }
        batch.removeAll(keepingCapacity: true)
        filled.signal()
    }
}
