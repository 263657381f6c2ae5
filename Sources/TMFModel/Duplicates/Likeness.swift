/// In what way two contents are alike. The raw values are stable: listings and the option `--kind` have them.
public enum LikenessKind: String, Hashable, Sendable, CaseIterable {
    /// The same bytes.
    case bytes
    /// The same words in the same order: saved again, by another program.
    case text
    /// The same words but for what a text recognition misreads, or a stamp at the edge of a page: scanned again.
    case nearText = "near-text"
    /// The same pictures of pages, where one of the two has no text.
    case picture
    /// Much alike, but not the same: another version, another person, another site. No duplicate.
    case similar

    public var isDuplicate: Bool { self != .similar }
}

/// Two contents that are alike, and what shows it.
public struct ContentLikeness: Hashable, Sendable {
    public let first: Digest
    public let second: Digest
    public let kind: LikenessKind
    /// How much of the two is the same, 0 to 1,000.
    public let share: Int
    /// One clause each. Those of `similar` quote the texts; the others quote nothing.
    public let evidence: [String]

    public init(_ first: Digest, _ second: Digest, kind: LikenessKind, share: Int, evidence: [String]) {
        self.first = first
        self.second = second
        self.kind = kind
        self.share = share
        self.evidence = evidence
    }

    /// In whole percent, rounded down: 100 only where all is the same.
    public var percent: Int { share / 10 }
}
