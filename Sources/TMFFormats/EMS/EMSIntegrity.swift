public import TMFModel

/// The checksum that INTEGRITY states: by the standard `sha256-`, `sha384-` or `sha512-` and base64, as in the W3C's
/// Subresource Integrity. Senders write other forms, too.
public struct EMSIntegrity: Hashable, Sendable {
    /// A digest that the text can stand for.
    public struct Reading: Hashable, Sendable {
        public let algorithm: DigestAlgorithm
        public let digest: [UInt8]
    }

    /// What the text can mean, the likeliest first; more than one where the form is ambiguous, none if it is no digest.
    public let readings: [Reading]
    /// How the text deviates from the standard's form; empty if it does not.
    public let deviations: [String]
    /// Whether the stated algorithm gives digests of another length: the text contradicts itself.
    public let isContradictory: Bool

    /// `sha256-` and the digest in base64.
    public static func text(of digest: Digest) -> String { "sha256-" + Base64.text(of: digest.bytes) }

    public init(_ text: String) {
        var named: DigestAlgorithm?
        var rest = text[...]
        var deviations: [String] = []
        let lower = text.lowercased()
        for algorithm in DigestAlgorithm.allCases where named == nil {
            for mark in ["-", ":"] where lower.hasPrefix(algorithm.rawValue + mark) {
                named = algorithm
                rest = text.dropFirst(algorithm.rawValue.count + 1)
                if mark != "-" || !text.hasPrefix(algorithm.rawValue) {
                    deviations.append("expected the prefix '\(algorithm.rawValue)-'")
                }
            }
        }
        let value = String(rest)
        var found: [Reading] = []
        if let bytes = EMSIntegrity.bytes(ofHex: value), let algorithm = DigestAlgorithm.of(length: bytes.count) {
            found.append(Reading(algorithm: algorithm, digest: bytes))
            deviations.append("expected base64, found hexadecimal digits")
        }
        if let bytes = Base64.bytes(of: value), let algorithm = DigestAlgorithm.of(length: bytes.count) {
            if found.isEmpty || named == algorithm || named == nil {
                found.append(Reading(algorithm: algorithm, digest: bytes))
            }
        }
        if let named {
            let fitting = found.filter { $0.algorithm == named }
            isContradictory = !found.isEmpty && fitting.isEmpty
            if isContradictory {
                deviations.append(
                    "the declared algorithm and the length of the digest conflict: \(named.rawValue) has "
                        + "\(named.length) bytes, found \(found[0].digest.count)")
            } else {
                found = fitting
                if found.first.map({ Base64.text(of: $0.digest) == value }) ?? false {
                    deviations.removeAll { $0.hasPrefix("expected base64") }
                }
            }
            if named == .md5 || named == .sha1 {
                deviations.append("\(named.rawValue) is no protection against change")
            }
        } else {
            isContradictory = false
            deviations.append("no algorithm is named; expected 'sha256-' before the digest")
        }
        if found.isEmpty { deviations.append("no digest in base64 or hexadecimal digits") }
        readings = found
        self.deviations = deviations
    }

    private static func bytes(ofHex text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count % 2 == 0, !digits.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: digits.count, by: 2) {
            guard let high = HexDigit.value(of: digits[start]), let low = HexDigit.value(of: digits[start + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}

extension DigestAlgorithm {
    fileprivate static func of(length: Int) -> Self? { allCases.first { $0.length == length } }
}
