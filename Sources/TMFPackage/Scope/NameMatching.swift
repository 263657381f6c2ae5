import TMFModel

/// Finds many names in many lines of JSON: one pass over each line, however many names there are.
///
/// Letters of ASCII are compared without regard to case. Names are spelled as JSON spells them.
struct NameMatching {
    /// Shorter names are found in too many places to tell anything: `CV`, `Letter`.
    static let shortest = 8

    private let names: [[UInt8]]
    /// Names by their first eight bytes.
    private let byStart: [UInt64: [Int]]
    /// A bit for each start, by its hash: nearly every place in a line is passed over here.
    private let sieve: [UInt64]

    init(_ texts: Set<String>) {
        names = texts.map(NameMatching.folded).filter { $0.count >= NameMatching.shortest }
        var byStart: [UInt64: [Int]] = [:]
        var sieve = [UInt64](repeating: 0, count: names.isEmpty ? 0 : 1 << 14)
        for (index, name) in names.enumerated() {
            let start = name.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            byStart[start, default: []].append(index)
            let bit = NameMatching.bit(of: start)
            sieve[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.byStart = byStart
        self.sieve = sieve
    }

    var isEmpty: Bool { names.isEmpty }

    /// The names that stand somewhere in a text, each as often as it does.
    func forEachName(in text: String, _ body: (String) -> Void) {
        forEachIndex(in: NameMatching.folded(text)) { body(String(decoding: names[$0], as: UTF8.self)) }
    }

    /// Whether any name stands in a line of JSON.
    func finds(in line: String) -> Bool {
        var found = false
        forEachIndex(in: line.utf8.map(NameMatching.lower)) { _ in found = true }
        return found
    }

    /// How a name is spelled here.
    static func spelled(_ name: String) -> String { String(decoding: folded(name), as: UTF8.self) }

    private func forEachIndex(in bytes: [UInt8], _ body: (Int) -> Void) {
        guard !names.isEmpty else { return }
        var window: UInt64 = 0
        for (place, byte) in bytes.enumerated() {
            window = window << 8 | UInt64(byte)
            let bit = NameMatching.bit(of: window)
            guard place >= 7, sieve[bit >> 6] & (1 << UInt64(bit & 63)) != 0, let indexes = byStart[window]
            else { continue }
            let start = place - 7
            for index in indexes where bytes[start...].starts(with: names[index]) { body(index) }
        }
    }

    private static func bit(of start: UInt64) -> Int { Int((start &* 0x9E37_79B9_7F4A_7C15) >> 44) }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func folded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        JSON.string(text).write(to: &bytes)
        return bytes.dropFirst().dropLast().map(lower)
    }
}
