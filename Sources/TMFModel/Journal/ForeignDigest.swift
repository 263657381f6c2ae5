import Crypto

/// The algorithms by which other systems state what a file holds. Here everything goes by SHA-256.
public enum DigestAlgorithm: String, Hashable, Sendable, CaseIterable {
    case md5, sha1, sha256, sha384, sha512

    /// Of a digest, in bytes.
    public var length: Int {
        switch self {
        case .md5: 16
        case .sha1: 20
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }
}

/// Computes digests by several algorithms, of bytes that come in pieces.
public struct ForeignDigestBuilder: Sendable {
    private var hashers: [DigestAlgorithm: any HashFunction & Sendable] = [:]

    /// Computes one digest for each of `algorithms`.
    public init(_ algorithms: Set<DigestAlgorithm>) {
        for algorithm in algorithms {
            hashers[algorithm] =
                switch algorithm {
                case .md5: Insecure.MD5()
                case .sha1: Insecure.SHA1()
                case .sha256: SHA256()
                case .sha384: SHA384()
                case .sha512: SHA512()
                }
        }
    }

    public mutating func add(_ bytes: ArraySlice<UInt8>) {
        for algorithm in hashers.keys { hashers[algorithm]?.update(data: bytes) }
    }

    /// The digests of all bytes added.
    public func finish() -> [DigestAlgorithm: [UInt8]] {
        hashers.mapValues { ForeignDigestBuilder.bytes(of: $0) }
    }

    private static func bytes(of hasher: some HashFunction) -> [UInt8] { Array(hasher.finalize()) }
}
