public import TMFModel

/// What a package is to hold and how it is packed.
public struct PackageOptions: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case zip, tar
        case tarZstd = "tar.zst"
        /// A folder of loose files.
        case folder

        /// The format that a file's name asks for: `.zip`, `.tar` or `.tar.zst`; a folder otherwise.
        public init(name: String) {
            let name = name.lowercased()
            self =
                name.hasSuffix(".zip")
                ? .zip : name.hasSuffix(".tar") ? .tar : name.hasSuffix(".tar.zst") ? .tarZstd : .folder
        }
    }

    /// For whom a package is made; it is stated in the package.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case inspection, archive
        /// For another eTMF system: records in the folders of the exchange standard, no viewer.
        case transfer
    }

    public var format: Format
    public var kind: Kind
    /// Which records it holds. All others are withheld everywhere in the package.
    public var selection: RecordSelection
    /// The day for which everything is judged; nil for the day of the journal's newest entry, so that the same journal
    /// always gives the same bytes.
    public var asOf: Day?
    /// Writes the package although some contents are damaged or gone; each is listed in it.
    public var allowsFailures: Bool
    /// Adds an `exchange.xml` by the eTMF Exchange Mechanism Standard; a transfer needs it.
    public var exchange: ExchangeOptions?
    /// Who made it, by name, as its first page and `bag-info.txt` say; nil to leave it unsaid.
    public var preparedBy: String?
    /// Lets the offline search find the texts of files, too, as far as they were read when the package is made: the
    /// package depends on that then, besides journal and options.
    public var includesTexts: Bool
    /// Bytes; every volume is smaller. At least `smallestVolume`; nil for a package that is whole in itself. There is no
    /// `exchange` in volumes.
    public var volumeSize: Int64?

    /// Volumes cannot be limited to fewer bytes than this.
    public static let smallestVolume = VolumePlan.smallest

    public init(
        format: Format = .zip, kind: Kind = .inspection, selection: RecordSelection = .open, asOf: Day? = nil,
        allowsFailures: Bool = false, exchange: ExchangeOptions? = nil, preparedBy: String? = nil,
        includesTexts: Bool = false, volumeSize: Int64? = nil
    ) {
        self.format = format
        self.kind = kind
        self.selection = selection
        self.asOf = asOf
        self.allowsFailures = allowsFailures
        self.exchange = exchange
        self.preparedBy = preparedBy
        self.includesTexts = includesTexts
        self.volumeSize = volumeSize
    }
}
