import TMFFormats
public import TMFModel

/// What became of one record of a source: a row of the receipt of an import.
public struct ReceiptRow: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// A new document.
        case filed
        /// The next version of a document that was there.
        case newVersion = "new-version"
        /// Its bytes are filed already, as this document and version.
        case unchanged
        /// Not filed, because.
        case refused
        /// In the source, and not in the manifest.
        case notListed = "not-listed"
        /// Not changed since the day from which on files were wanted.
        case older
        /// An archive in the source that was opened: what is in it has rows of its own.
        case opened
    }

    /// The row of the manifest, as a spreadsheet counts it; nil where a record has none.
    public var row: Int?
    /// Path in the source, or the address of a signpost.
    public let source: String
    public let outcome: Outcome
    public var document: DocumentNumber?
    /// The version's number.
    public var version: Int?
    /// Size in bytes and digest of what was read; nil for what was not.
    public var content: Content?
    /// Another document that had the same bytes before.
    public var duplicateOf: DocumentNumber?
    /// Why it was not filed.
    public var reason: String?

    public init(_ source: String, _ outcome: Outcome, row: Int? = nil, reason: String? = nil) {
        self.source = source
        self.outcome = outcome
        self.row = row
        self.reason = reason
    }

    public static let keys = [
        "row", "source", "outcome", "document", "version", "sha256", "bytes", "duplicate_of", "reason",
    ]

    public var json: JSON {
        .full([
            ("row", row.map(JSON.int)), ("source", .string(source)), ("outcome", .string(outcome.rawValue)),
            ("document", (document?.description).json), ("version", version.map(JSON.int)),
            ("sha256", (content?.digest.description).json), ("bytes", content.map { .int(Int($0.bytes)) }),
            ("duplicate_of", (duplicateOf?.description).json), ("reason", reason.json),
        ])
    }
}

extension ReceiptRow {
    /// For a row of an import.
    init(_ row: ManifestRow, _ outcome: Outcome, isManifest: Bool, reason: String? = nil) {
        self.init(row.path ?? row.url ?? "", outcome, row: isManifest ? row.row : nil, reason: reason)
    }
}
