/// The newest entry of a study's journal. Its hash covers every entry before it.
public struct JournalHead: Hashable, Sendable {
    /// 1 for the first entry.
    public let seq: Int
    public let hash: Digest
    public let at: Instant

    public init(seq: Int, hash: Digest, at: Instant) {
        self.seq = seq
        self.hash = hash
        self.at = at
    }
}
