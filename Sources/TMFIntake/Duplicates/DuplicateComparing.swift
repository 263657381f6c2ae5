import Disk
import Synchronization
import TMFModel
public import TMFStore

/// Finds contents of a store that are alike, and keeps what it finds beside their texts.
///
/// Contents that were compared before are held against new ones only. Interrupted, it begins again.
public struct DuplicateComparing: Sendable {
    private let store: Store
    private let pictures: PictureLooking?

    /// Pages without text are compared by what they look like where the programs are there that draw them.
    public init(store: Store, tools: ExaminingTools = ExaminingTools()) {
        self.store = store
        pictures = PictureLooking(tools: tools)
    }

    /// What a run did.
    public struct Summary: Hashable, Sendable {
        /// Contents held against all others now.
        public var compared = 0
        /// Pairs that look alike and were compared word by word, or page by page.
        public var candidates = 0
        /// Pairs that are duplicates, and those that are only similar.
        public var duplicates = 0
        public var similar = 0
    }

    /// Compares everything that was looked into and not compared yet; `again`, everything. `progress` is told how many of
    /// how many pairs were compared, from any thread, one at a time.
    public func run(
        again: Bool = false, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> Summary {
        let examined = try store.examinedForWriting()
        if again { try examined.forgetLikenesses() }
        let signatures = try examined.signatures()
        var summary = Summary(compared: signatures.count { !$0.isCompared })
        guard summary.compared > 0 else { return summary }
        let texts = TextPairs(signatures)
        let (same, rest) = (texts.same(), texts.candidates())
        let read = try compare(rest, of: texts, examined, progress)
        let looked = try pictures?.compare(signatures, in: store, examined, progress) ?? []
        summary.candidates = same.count + rest.count + looked.count
        let found = Self.nearest(same + read + looked)
        summary.duplicates = found.count { $0.kind.isDuplicate }
        summary.similar = found.count - summary.duplicates
        try examined.keep(found, compared: signatures.filter { !$0.isCompared }.map(\.digest))
        return summary
    }

    /// Word by word, on all processors.
    private func compare(
        _ pairs: [(Int, Int)], of texts: TextPairs, _ examined: Examined,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) throws -> [ContentLikeness] {
        let done = Mutex(0)
        let batches = stride(from: 0, to: pairs.count, by: Self.batch).map {
            $0..<min($0 + Self.batch, pairs.count)
        }
        return try inParallel(making: batches.count) { (batch: Int) throws(any Error) in
            // Pairs come in the order of the first: its text is read once.
            var shelf = TextShelf(examined)
            return try pairs[batches[batch]].flatMap { one, two -> [ContentLikeness] in
                done.withLock { count in
                    count += 1
                    progress(count, pairs.count)
                }
                guard let text = try shelf.text(of: texts.signatures[one].digest),
                    let other = try shelf.text(of: texts.signatures[two].digest)
                else { return [] }
                return texts.likenesses(one, text, two, other)
            }
        }.flatMap(\.self)
    }

    private static let batch = 64

    /// Every duplicate, and of what is only similar the nearest few for each content: forms of one template are legion.
    private static func nearest(_ likenesses: [ContentLikeness]) -> [ContentLikeness] {
        var counts: [Digest: Int] = [:]
        return likenesses.sorted {
            $0.share == $1.share ? $0.first.description < $1.first.description : $0.share > $1.share
        }
        .filter { likeness in
            guard likeness.kind == .similar else { return true }
            let most = max(counts[likeness.first, default: 0], counts[likeness.second, default: 0])
            guard most < mostSimilar else { return false }
            counts[likeness.first, default: 0] += 1
            counts[likeness.second, default: 0] += 1
            return true
        }
    }

    private static let mostSimilar = 5
}
