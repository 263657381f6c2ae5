/// Letters and digits that text recognition takes for each other.
enum MisreadLetters {
    /// One stand-in for letters and digits that look alike.
    static let alike: [UInt8] = {
        var alike = (0...255).map { UInt8($0) }
        for group in ["o0qd", "l1ij", "s5", "b8", "z2", "g9"] {
            let letters = Array(group.utf8)
            for letter in letters { alike[Int(letter)] = letters[0] }
        }
        return alike
    }()

    /// The digit that a letter is read for.
    private static let digits: [UInt8: UInt8] = Dictionary(
        uniqueKeysWithValues: zip("oqdlijsbzg".utf8, "0001115829".utf8))

    /// Digits of which one is now and then read for another.
    private static let alikeDigits: Set<[UInt8]> = Set(
        ["38", "17", "56", "68", "08", "06", "49", "35"].flatMap { [Array($0.utf8), Array($0.utf8.reversed())] })

    /// With `rn` as `m` and letters by their stand-ins.
    static func folded(_ word: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        for byte in word {
            if byte == 0x6E, folded.last == 0x72 {
                folded[folded.count - 1] = 0x6D
            } else if byte == 0x76, folded.last == 0x76 {
                folded[folded.count - 1] = 0x77
            } else {
                folded.append(alike[Int(byte)])
            }
        }
        return folded
    }

    /// Letters as the strokes that a recognition sees: `m` and `rn`, `n` and `ri`, `u` and `ii`, `e` and `c` come out the same.
    private static let strokes: [[UInt8]] = {
        var strokes = (0...255).map { [UInt8($0)] }
        let seen = [
            "m": "rri", "n": "ri", "u": "ii", "w": "vv", "d": "ci", "l": "i", "j": "i", "1": "i", "e": "c", "h": "b",
            "8": "b", "t": "f", "q": "g", "9": "g", "0": "o", "5": "s", "2": "z",
        ]
        for (letter, parts) in seen { letter.utf8.first.map { strokes[Int($0)] = Array(parts.utf8) } }
        return strokes
    }()

    /// Whether two words are the same strokes: wider than `folded`, so that words may be meant that differ (`bear`, `hear`).
    static func areSameStrokes(_ one: [UInt8], _ two: [UInt8]) -> Bool {
        func drawn(_ word: [UInt8]) -> [UInt8] { word.flatMap { strokes[Int($0)] } }
        // What is a number to both is compared as a number.
        let (digits, others) = (one.filter(isDigit), two.filter(isDigit))
        guard digits == others || 2 * digits.count < one.count && 2 * others.count < two.count else { return false }
        return drawn(one) == drawn(two)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// The digits of a word, letters that stand for some among them.
    static func digits(of word: [UInt8]) -> [UInt8] {
        word.compactMap { isDigit($0) ? $0 : digits[$0] }
    }

    /// Whether two numbers differ only in digits that are taken for each other.
    static func areAlike(_ one: [UInt8], _ two: [UInt8]) -> Bool {
        one.count == two.count && zip(one, two).allSatisfy { $0 == $1 || alikeDigits.contains([$0, $1]) }
    }
}
