import Crypto

/// Computes the SHA-256 of bytes that come in pieces.
public struct DigestBuilder: Sendable {
    private var hasher = SHA256()

    public init() {}

    public mutating func add(_ bytes: ArraySlice<UInt8>) { hasher.update(data: bytes) }

    public mutating func add(_ bytes: RawSpan) {
        unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    }

    /// The digest of all bytes added.
    public consuming func finish() -> Digest { Digest(hasher.finalize()) }
}
