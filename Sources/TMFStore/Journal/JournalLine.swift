public import TMFModel

/// One entry of a journal as it is stored: the text that was hashed, and its hash.
public struct JournalLine: Hashable, Sendable {
    /// 1 for the first entry of the study.
    public let seq: Int
    public let line: String
    public let hash: Digest

    public init(seq: Int, line: String, hash: Digest) {
        self.seq = seq
        self.line = line
        self.hash = hash
    }
}
