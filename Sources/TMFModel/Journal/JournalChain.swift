import Crypto

/// How entries of a journal hang together: `hash = SHA-256(previous hash as 64 hex characters + line)`.
public enum JournalChain {
    /// The hash of a line that follows `previous`. The first line follows `Digest.zero`.
    public static func hash(of line: String, after previous: Digest) -> Digest {
        var hasher = SHA256()
        hasher.update(data: Array(previous.description.utf8))
        hasher.update(data: Array(line.utf8))
        return Digest(hasher.finalize())
    }
}
