import Dispatch
import Synchronization
import TMFModel
import TMFStore

/// Records batches while the next are being read, in their order, one at a time.
final class BackgroundRecording: Sendable {
    private let store: Store
    private let study: String
    private let attribution: Attribution
    private let queue = DispatchQueue(label: "recording")
    private let failure = Mutex<(any Error)?>(nil)
    /// Disk and processors are rarely equally fast at the same moment: a few batches between them keep both busy.
    private let room = DispatchSemaphore(value: 3)

    init(store: Store, study: String, by attribution: Attribution) {
        self.store = store
        self.study = study
        self.attribution = attribution
    }

    /// Begins to record a batch, as soon as there is room for one more. Throws the error of an earlier batch: this one
    /// is not begun then. What was staged for a batch that cannot be recorded is dropped.
    func begin(_ events: [JournalEvent], staged: [StagedContent]) throws {
        room.wait()
        if let error = failure.withLock({ $0 }) {
            room.signal()
            throw error
        }
        queue.async { [self] in
            defer { room.signal() }
            do {
                // After a failure nothing may follow: what is filed is always a beginning of the source.
                if let error = failure.withLock({ $0 }) { throw error }
                try store.record(events, in: study, by: attribution, staged: staged)
            } catch {
                store.content.discardWhatCanBe(staged)
                failure.withLock { $0 = $0 ?? error }
            }
        }
    }

    /// Waits until everything begun is durable. Throws what kept it from being so.
    func finish() throws {
        queue.sync {}
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
