import Crypto

/// The checksums that manifests of bags are made of. Raw values are the names in `manifest-sha512.txt`.
enum ChecksumAlgorithm: String, Hashable, Sendable, CaseIterable {
    case md5, sha1, sha256, sha384, sha512

    /// Hexadecimal digits of a checksum.
    var digits: Int {
        switch self {
        case .md5: 32
        case .sha1: 40
        case .sha256: 64
        case .sha384: 96
        case .sha512: 128
        }
    }

    var manifest: String { "manifest-\(rawValue).txt" }
    var tagManifest: String { "tagmanifest-\(rawValue).txt" }

    /// The algorithm of a manifest by its file's name; nil for any other file, or one that is not known here.
    init?(fileName: String) {
        guard let known = ChecksumAlgorithm.allCases.first(where: { [$0.manifest, $0.tagManifest].contains(fileName) })
        else { return nil }
        self = known
    }

    /// Whether a file has the name of a manifest of some algorithm, known or not.
    static func isManifest(_ name: String) -> Bool {
        (name.hasPrefix("manifest-") || name.hasPrefix("tagmanifest-")) && name.hasSuffix(".txt")
    }
}

/// Computes a checksum of bytes that come in pieces.
struct ChecksumBuilder {
    private enum Hasher {
        // Old bags have nothing better; what they protect from is accident.
        case md5(Insecure.MD5)
        case sha1(Insecure.SHA1)
        case sha256(SHA256)
        case sha384(SHA384)
        case sha512(SHA512)
    }

    private var hasher: Hasher

    init(_ algorithm: ChecksumAlgorithm) {
        hasher =
            switch algorithm {
            case .md5: .md5(Insecure.MD5())
            case .sha1: .sha1(Insecure.SHA1())
            case .sha256: .sha256(SHA256())
            case .sha384: .sha384(SHA384())
            case .sha512: .sha512(SHA512())
            }
    }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        switch hasher {
        case .md5(var hash):
            hash.update(data: bytes)
            hasher = .md5(hash)
        case .sha1(var hash):
            hash.update(data: bytes)
            hasher = .sha1(hash)
        case .sha256(var hash):
            hash.update(data: bytes)
            hasher = .sha256(hash)
        case .sha384(var hash):
            hash.update(data: bytes)
            hasher = .sha384(hash)
        case .sha512(var hash):
            hash.update(data: bytes)
            hasher = .sha512(hash)
        }
    }

    /// In lower-case hexadecimal digits.
    func finish() -> String {
        switch hasher {
        case .md5(let hash): ChecksumBuilder.text(Array(hash.finalize()))
        case .sha1(let hash): ChecksumBuilder.text(Array(hash.finalize()))
        case .sha256(let hash): ChecksumBuilder.text(Array(hash.finalize()))
        case .sha384(let hash): ChecksumBuilder.text(Array(hash.finalize()))
        case .sha512(let hash): ChecksumBuilder.text(Array(hash.finalize()))
        }
    }

    private static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
