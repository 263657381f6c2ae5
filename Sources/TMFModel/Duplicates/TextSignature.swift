/// What is kept of a text to find others like it among many: a digest of its words, and a sketch of its passages.
///
/// The share of places in which two sketches agree estimates the share of passages (of ten letters, without blanks) that
/// two texts have in common. One pass over the text, whatever its length.
///
/// Related papers: Li, Owen and Zhang, "One Permutation Hashing", 2012; Shrivastava, "Optimal Densification for Fast and
/// Accurate Minwise Hashing", 2017.
public struct TextSignature: Hashable, Sendable {
    public let words: Int
    /// Of the folded words in their order: equal where the same is said.
    public let digest: Digest
    /// `places` numbers.
    public let sketch: [UInt32]

    public static let places = 128
    /// A text with fewer words says too little to be known again.
    public static let leastWords = 12
    private static let letters = 10
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    public init(words: Int, digest: Digest, sketch: [UInt32]) {
        self.words = words
        self.digest = digest
        self.sketch = sketch
    }

    /// Nil where the text, folded, says too little.
    public init?(folded text: String) {
        var normalized: [UInt8] = []
        normalized.reserveCapacity(text.utf8.count)
        var words = 0
        LetterStream.forEachWord(in: text) { word in
            words += 1
            normalized.append(contentsOf: word)
            normalized.append(0x20)
        }
        guard words >= Self.leastWords else { return nil }
        self.words = words
        digest = Digest(of: normalized)
        sketch = Self.sketch(normalized)
    }

    /// In how many places two sketches agree.
    public static func agreement(_ one: ArraySlice<UInt32>, _ two: ArraySlice<UInt32>) -> Int {
        var count = 0
        var (left, right) = (one.startIndex, two.startIndex)
        while left < one.endIndex {
            if one[left] == two[right] { count &+= 1 }
            left &+= 1
            right &+= 1
        }
        return count
    }

    private static func sketch(_ words: [UInt8]) -> [UInt32] {
        var least = [UInt64](repeating: .max, count: places)
        let leading = (0..<letters).reduce(UInt64(1)) { value, _ in value &* base }
        var window = [UInt8](repeating: 0, count: letters)
        var hash: UInt64 = 0
        var seen = 0
        for byte in words where byte != 0x20 {
            let letter = MisreadLetters.alike[Int(byte)]
            let slot = seen % letters
            hash = hash &* base &+ UInt64(letter) &+ 1
            if seen >= letters { hash = hash &- leading &* (UInt64(window[slot]) &+ 1) }
            window[slot] = letter
            seen += 1
            if seen < letters { continue }
            let mixed = mix(hash)
            let place = Int(mixed >> 57)
            if mixed < least[place] { least[place] = mixed }
        }
        return filled(least)
    }

    /// Empty places take the number of another that two sketches choose alike.
    private static func filled(_ least: [UInt64]) -> [UInt32] {
        guard least.contains(where: { $0 != .max }) else { return [UInt32](repeating: 0, count: places) }
        return least.indices.map { place in
            var (source, attempt) = (place, UInt64(0))
            while least[source] == .max {
                attempt += 1
                source = Int(mix(UInt64(place) << 32 | attempt) >> 57)
            }
            return UInt32(truncatingIfNeeded: least[source])
        }
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return value ^ (value >> 33)
    }
}
