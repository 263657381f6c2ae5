/// What is said of one version when it is filed.
public struct VersionFacts: Hashable, Sendable {
    /// The version printed on the document, `3.0`.
    public var label: String?
    /// By the reference model's dating convention for the artifact.
    public var documentDate: Day?
    /// The document date as printed, where a part of it is not known; nil where it is a whole day.
    public var partialDocumentDate: PartialDay?
    public var receivedDate: Day?
    /// The last day in force, where it is printed.
    public var expiryDate: Day?
    /// Nil if not specified.
    public var expiryRule: ExpiryRule?
    /// Nil if not said.
    public var copy: CopyStatement?
    public var status: VersionStatus
    /// The day another system filed it: the sender's statement, marked wherever it is shown.
    public var filedElsewhere: Day?
    public var source: Source
    /// The name the file came with, without folders.
    public var originalName: String?
    /// Nil for a signpost.
    public var content: Content?
    /// For a signpost: where the record is held.
    public var url: String?
    public var note: String?
    /// Filed into a part of the trial that was locked.
    public var isAddendum: Bool
    /// Columns of the manifest that have no meaning here, kept as they came, sorted by name.
    public var metadata: [JSON.Member]

    public init(
        label: String? = nil, documentDate: Day? = nil, partialDocumentDate: PartialDay? = nil,
        receivedDate: Day? = nil, expiryDate: Day? = nil, expiryRule: ExpiryRule? = nil, copy: CopyStatement? = nil,
        status: VersionStatus = .filed,
        filedElsewhere: Day? = nil, source: Source = Source(), originalName: String? = nil, content: Content? = nil,
        url: String? = nil, note: String? = nil, isAddendum: Bool = false, metadata: [JSON.Member] = []
    ) {
        self.label = label
        self.documentDate = documentDate
        self.partialDocumentDate = partialDocumentDate
        self.receivedDate = receivedDate
        self.expiryDate = expiryDate
        self.expiryRule = expiryRule
        self.copy = copy
        self.status = status
        self.filedElsewhere = filedElsewhere
        self.source = source
        self.originalName = originalName
        self.content = content
        self.url = url
        self.note = note
        self.isAddendum = isAddendum
        self.metadata = metadata.sorted { $0.key < $1.key }
    }

    /// The document date for people: `05-Jan-2026`, or as printed where a part of it is not known.
    public var spelledDocumentDate: String? { documentDate?.spelledOut ?? partialDocumentDate?.printed }
}
