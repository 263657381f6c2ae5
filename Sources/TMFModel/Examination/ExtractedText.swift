/// The text of one content, page by page.
public struct ExtractedText: Hashable, Sendable {
    /// One text for each page, the first page first; empty for a page without text. A format without pages is one.
    public var pages: [String]
    /// The pages, 1 for the first, whose text was recognized in a picture and may be wrong.
    public var recognized: Set<Int>

    public init(pages: [String] = [], recognized: Set<Int> = []) {
        self.pages = pages
        self.recognized = recognized
    }

    /// Whether a page says something: some marks are left by scanners on any page.
    public static func isText(_ page: String) -> Bool {
        var count = 0
        for byte in page.utf8 {
            let isLetter =
                byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
            if isLetter { count += 1 }
            if count >= leastLetters { return true }
        }
        return false
    }

    /// Letters and digits.
    private static let leastLetters = 8
}
