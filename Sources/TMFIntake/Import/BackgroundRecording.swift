import Dispatch
import Synchronization
import TMFModel
import TMFStore

/// Records one batch while the next is being read. Batches are recorded in their order, one at a time.
final class BackgroundRecording: Sendable {
    private let store: Store
    private let study: String
    private let attribution: Attribution
    private let queue = DispatchQueue(label: "recording")
    private let failure = Mutex<(any Error)?>(nil)

    init(store: Store, study: String, by attribution: Attribution) {
        self.store = store
        self.study = study
        self.attribution = attribution
    }

    /// Waits for the batch before, throws its error if it had one, and begins this one. What was staged for a batch
    /// that cannot be recorded is dropped.
    func begin(_ events: [JournalEvent], staged: [StagedContent]) throws {
        try finish()
        queue.async { [self] in
            do {
                try store.record(events, in: study, by: attribution, staged: staged)
            } catch {
                // The first failure is the one to tell; what stays behind is removed when the store next opens.
                for copy in staged { try? store.content.discard(copy) }
                failure.withLock { $0 = error }
            }
        }
    }

    /// Waits until everything begun is durable. Throws what kept it from being so.
    func finish() throws {
        queue.sync {}
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
