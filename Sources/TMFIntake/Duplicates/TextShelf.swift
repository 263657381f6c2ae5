import TMFModel
import TMFStore

/// Texts that were read lately, cut into words: those that are alike are compared with one another several times.
struct TextShelf {
    private let examined: Examined
    private var texts: [Digest: ComparedText] = [:]
    private var order: [Digest] = []
    private var words = 0
    /// Kept in memory at most: some 60 bytes each.
    private static let mostWords = 400_000

    init(_ examined: Examined) { self.examined = examined }

    /// Nil if there is none.
    mutating func text(of digest: Digest) throws -> ComparedText? {
        if let text = texts[digest] { return text }
        guard let extracted = try examined.text(of: digest) else { return nil }
        let text = ComparedText(extracted)
        words += text.wordCount
        texts[digest] = text
        order.append(digest)
        while words > Self.mostWords, order.count > 2 {
            words -= texts.removeValue(forKey: order.removeFirst())?.wordCount ?? 0
        }
        return text
    }
}
