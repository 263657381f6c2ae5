/// Numbers for words, so that counts of them are small. Holds at most `limit`: what comes later is not known.
struct WordTable: Sendable {
    static let limit = 400_000

    private var numbers: [String: Int32] = [:]

    var count: Int { numbers.count }

    /// The number of a word; nil if it is not known.
    func number(of word: String) -> Int32? { numbers[word] }

    /// The number of a word that is taken up if it is not known; nil if the table is full.
    mutating func number(adding word: String) -> Int32? {
        if let known = numbers[word] { return known }
        guard numbers.count < Self.limit else { return nil }
        let number = Int32(numbers.count)
        numbers[word] = number
        return number
    }
}
