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
