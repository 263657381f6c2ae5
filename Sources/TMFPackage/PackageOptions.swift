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

    public init(
        format: Format = .zip, kind: Kind = .inspection, selection: RecordSelection = .open, asOf: Day? = nil,
        allowsFailures: Bool = false, exchange: ExchangeOptions? = nil
    ) {
        self.format = format
        self.kind = kind
        self.selection = selection
        self.asOf = asOf
        self.allowsFailures = allowsFailures
        self.exchange = exchange
    }
}
