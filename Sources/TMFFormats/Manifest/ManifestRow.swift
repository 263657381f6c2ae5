public import TMFModel

/// What one row of a manifest says; nil where a cell is blank.
public struct ManifestRow: Hashable, Sendable {
    /// The row as a spreadsheet counts it.
    public var row: Int
    /// Below the source, with `/` between folders, without `.` and `..`.
    public var path: String?
    public var artifact: ArtifactNumber?
    public var subArtifact: String?
    public var level: Level?
    public var country: CountryCode?
    public var site: String?
    public var person: String?
    public var organization: String?
    public var title: String?
    /// The user's own key of the document, or its number.
    public var document: String?
    public var version: String?
    public var documentDate: Day?
    /// The document date where only a part of it is known.
    public var partialDocumentDate: PartialDay?
    public var receivedDate: Day?
    public var expiryDate: Day?
    public var expiryRule: ExpiryRule?
    /// Two lower-case letters.
    public var language: String?
    public var translationOf: String?
    public var restricted: Bool?
    public var copy: CopyStatement.Kind?
    public var certifiedBy: String?
    public var certifiedOn: Day?
    public var certifiedMethod: String?
    public var status: VersionStatus?
    public var filedDate: Day?
    public var sourceSystem: String?
    public var sourceID: String?
    public var url: String?
    public var note: String?
    /// The cells of other columns that are not blank, sorted by name.
    public var extra: [JSON.Member] = []

    /// A row in which nothing is set but what is given.
    public init(row: Int, path: String? = nil) {
        self.row = row
        self.path = path
    }

    /// The text of a cell, empty if it is not set.
    public func text(of column: ManifestColumn) -> String {
        let text: String? =
            switch column {
            case .path: path
            case .artifact: artifact?.description
            case .subArtifact: subArtifact
            case .level: level?.rawValue
            case .country: country?.description
            case .site: site
            case .person: person
            case .organization: organization
            case .title: title
            case .document: document
            case .version: version
            case .documentDate: documentDate?.description ?? partialDocumentDate?.printed
            case .receivedDate: receivedDate?.description
            case .expiryDate: expiryDate?.description
            case .expiryRule: expiryRule?.description
            case .language: language
            case .translationOf: translationOf
            case .restricted: restricted.map { $0 ? "yes" : "no" }
            case .copy: copy?.rawValue
            case .certifiedBy: certifiedBy
            case .certifiedOn: certifiedOn?.description
            case .certifiedMethod: certifiedMethod
            case .status: status?.rawValue
            case .filedDate: filedDate?.description
            case .sourceSystem: sourceSystem
            case .sourceID: sourceID
            case .url: url
            case .note: note
            }
        return text ?? ""
    }

    /// Sets a cell from its text, which is not blank; `dates` says how dates are written. Throws `FactError` if the column
    /// takes no such value.
    public mutating func set(
        _ column: ManifestColumn, to text: String, dates: WrittenDate = WrittenDate()
    ) throws(FactError) {
        switch column {
        case .path: path = try ManifestCell.path(text)
        case .artifact: artifact = try ManifestCell.artifact(text)
        case .subArtifact: subArtifact = text
        case .level: level = try ManifestCell.word(text, of: column)
        case .country: country = try ManifestCell.country(text)
        case .site: site = text
        case .person: person = text
        case .organization: organization = text
        case .title: title = text
        case .document: document = text
        case .version: version = text
        case .documentDate: try setDocumentDate(dates.read(text))
        case .receivedDate: receivedDate = try ManifestCell.day(dates.read(text), of: column)
        case .expiryDate: expiryDate = try ManifestCell.day(dates.read(text), of: column)
        case .expiryRule: expiryRule = try ManifestCell.expiryRule(text)
        case .language: language = try ManifestCell.language(text)
        case .translationOf: translationOf = text
        case .restricted: restricted = try ManifestCell.flag(text, of: column)
        case .copy: copy = try ManifestCell.word(text, of: column)
        case .certifiedBy: certifiedBy = text
        case .certifiedOn: certifiedOn = try ManifestCell.day(dates.read(text), of: column)
        case .certifiedMethod: certifiedMethod = text
        case .status: status = try ManifestCell.word(text, of: column)
        case .filedDate: filedDate = try ManifestCell.day(dates.read(text), of: column)
        case .sourceSystem: sourceSystem = text
        case .sourceID: sourceID = text
        case .url: url = try ManifestCell.url(text)
        case .note: note = text
        }
    }

    private mutating func setDocumentDate(_ reading: WrittenDate.Reading) throws(FactError) {
        documentDate = nil
        partialDocumentDate = nil
        switch reading {
        case .day(let day): documentDate = day
        case .partial(let partial): partialDocumentDate = partial
        case .none(let expected): throw FactError(field: ManifestColumn.documentDate.rawValue, expected: expected)
        }
    }
}
