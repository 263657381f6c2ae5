import Crypto

/// A SHA-256 digest. Written as 64 lower-case hexadecimal digits.
public struct Digest: Hashable, Sendable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// 64 zeros: what the first entry of a journal names as its previous.
    public static let zero = Digest(words: (0, 0, 0, 0))

    private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    /// The digest of all `bytes`.
    public init(of bytes: some Sequence<UInt8>) {
        self.init(SHA256.hash(data: Array(bytes)))
    }

    /// The digest that a finished hasher holds.
    init(_ finished: SHA256.Digest) {
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, byte) in finished.enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(byte)
        }
        self.init(words: (words[0], words[1], words[2], words[3]))
    }

    /// The 32 bytes of the digest.
    public var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - $0 * 8)) }
        }
    }

    /// Nil unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        let words = stride(from: 0, to: 32, by: 8).map { start in
            bytes[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        self.init(words: (words[0], words[1], words[2], words[3]))
    }

    public static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
    }
}

extension Digest: Comparable {
    /// As their hexadecimal digits sort.
    public static func < (left: Digest, right: Digest) -> Bool { left.words < right.words }
}

extension Digest: LosslessStringConvertible {
    /// Nil unless `text` is 64 hexadecimal digits, lower or upper case.
    public init?(_ text: String) {
        let digits = text.utf8Span.span
        guard digits.count == 64, let first = Digest.word(digits, 0), let second = Digest.word(digits, 16),
            let third = Digest.word(digits, 32), let fourth = Digest.word(digits, 48)
        else { return nil }
        self.init(words: (first, second, third, fourth))
    }

    /// What 16 hexadecimal digits spell.
    private static func word(_ digits: Span<UInt8>, _ start: Int) -> UInt64? {
        var word: UInt64 = 0
        for place in start..<start + 16 {
            guard let value = HexDigit.value(of: digits[place]) else { return nil }
            word = word << 4 | UInt64(value)
        }
        return word
    }

    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for word in [words.0, words.1, words.2, words.3] {
            for shift in stride(from: 60, through: 0, by: -4) {
                text.append(digits[Int(word >> UInt64(shift) & 15)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
