public import TMFModel

/// What checking a package found.
public struct PackageVerification: Hashable, Sendable {
    public struct Problem: Hashable, Sendable {
        public let path: String
        public let problem: String
    }

    /// Files read, and their bytes.
    public let files: Int
    public let bytes: Int64
    /// As recomputed from the journal; nil if the bag has none.
    public let journalHead: Digest?
    /// Lines of the journal that are withheld.
    public let withheldEntries: Int
    /// Whether it was made by `tmf package`; any other bag otherwise.
    public let isPackage: Bool
    /// `2 of 3`, for a volume that was checked alone; the others were not looked at.
    public let volume: String?
    /// How many volumes were checked together; nil for anything else.
    public let volumes: Int?
    /// The seal, if it has one; who made it is told by `FoundSeal.check`.
    public let seal: FoundSeal?
    /// In the order of their paths.
    public let problems: [Problem]

    public var isSound: Bool { problems.isEmpty }
}
