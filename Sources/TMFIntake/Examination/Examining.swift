import Disk
import Synchronization
public import TMFModel
public import TMFStore

/// Looks into the contents of a store that nobody has looked into yet, on all processors, and keeps what it sees.
///
/// Interrupted at any moment it has lost at most the last few files, and goes on where it stood when it is run again.
public struct Examining: Sendable {
    private let store: Store
    private let examiner: Examiner

    public init(store: Store, examiner: Examiner) {
        self.store = store
        self.examiner = examiner
    }

    /// What a run did.
    public struct Summary: Hashable, Sendable {
        /// Contents looked into now.
        public var examined = 0
        /// Those that were examined before.
        public var known = 0
        /// Of those examined now: with something to remark, without any text, and pages recognized in pictures.
        public var withRemarks = 0
        public var withoutText = 0
        public var recognizedPages = 0
        /// Contents that could not be read.
        public var problems: [InputProblem] = []
    }

    /// How much text waits to be written, in bytes, and of how many contents.
    private static let batchBytes = 8 << 20
    private static let batchCount = 100

    /// Where text is recognized, contents in which none was found before are looked into again. `progress` is told how
    /// many of how many were examined, from any thread, one at a time.
    public func run(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws -> Summary {
        let examined = try store.examinedForWriting()
        let contents = try store.contents()
        let digests = try examined.unexamined(contents.map(\.digest), orWithoutText: examiner.recognition != nil)
        let wanted = Set(digests)
        let work = contents.filter { wanted.contains($0.digest) }
        let desk = Mutex(Desk(summary: Summary(known: contents.count - work.count)))
        let writing = Mutex(())
        let outcome = Result {
            try inParallel(work.count) { place in
                let batch = try examine(work[place], at: desk) { progress($0, work.count) }
                guard !batch.isEmpty else { return }
                try writing.withLock { _ in try examined.add(batch) }
            }
        }
        // What was seen before a failure is kept: it need not be looked into again.
        let left = desk.withLock { $0 }
        try examined.add(left.batch)
        try outcome.get()
        return left.summary
    }

    /// What waits to be written, and the sums so far.
    private struct Desk {
        var summary: Summary
        var batch: [ExaminedContent] = []
        var bytes = 0
    }

    /// Returns what is to be written now: nothing as long as little waits.
    private func examine(
        _ content: (digest: Digest, name: String?, mediaType: String), at desk: borrowing Mutex<Desk>,
        progress: (Int) -> Void
    ) throws -> [ExaminedContent] {
        let outcome: Examiner.Outcome
        do {
            outcome = try store.content.withFile(content.digest) {
                try examiner.examine($0, name: content.name, mediaType: content.mediaType)
            }
        } catch let error as StoreError {
            desk.withLock {
                $0.summary.problems.append(InputProblem(source: "content \(content.digest)", message: "\(error)"))
            }
            return []
        }
        let kept = ExaminedContent(content.digest, outcome.examination, outcome.text)
        let bytes = outcome.text.pages.reduce(0) { $0 + $1.utf8.count }
        return desk.withLock { desk in
            desk.summary.examined += 1
            desk.summary.withRemarks += outcome.examination.remarks.isEmpty ? 0 : 1
            desk.summary.withoutText += outcome.examination.hasText ? 0 : 1
            desk.summary.recognizedPages += outcome.examination.recognizedPages
            progress(desk.summary.examined)
            desk.batch.append(kept)
            desk.bytes += bytes
            guard desk.bytes >= Self.batchBytes || desk.batch.count >= Self.batchCount else { return [] }
            defer {
                desk.batch = []
                desk.bytes = 0
            }
            return desk.batch
        }
    }
}
