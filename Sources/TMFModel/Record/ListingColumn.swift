/// A column of a listing of documents: the words of `tmf list`, and of what else a listing can be asked for.
public enum ListingColumn: String, Hashable, Sendable, CaseIterable {
    case document, artifact
    case subArtifact = "sub_artifact"
    case level, country, site, person, organization, title
    /// The number of the version, 1 for the first; what is printed on it is its label.
    case version
    case label, status
    case documentDate = "document_date"
    case receivedDate = "received_date"
    case filedAt = "filed_at"
    case filedDate = "filed_date"
    /// The last day in force: printed, or by its rule.
    case expiryDate = "expiry_date"
    case expiryRule = "expiry_rule"
    case language
    case translationOf = "translation_of"
    case restricted, addendum, copy
    case certifiedBy = "certified_by"
    case certifiedOn = "certified_on"
    case certifiedMethod = "certified_method"
    case sourceSystem = "source_system"
    case sourceID = "source_id"
    case path
    case originalName = "original_name"
    case url, note, sha256, bytes

    /// What a cell of the column is about.
    public enum Subject: Hashable, Sendable {
        /// Which document and which version the row means.
        case identity
        /// Where the document is filed.
        case place
        /// A fact of the document as a whole, by its name in the manifest.
        case document(String)
        /// A fact of the version, by its name in the manifest.
        case version(String)
        /// Follows from something else, or can never change.
        case fixed
    }

    public var subject: Subject {
        switch self {
        case .document, .version: .identity
        case .artifact, .subArtifact, .level, .country, .site, .person, .organization: .place
        case .title, .language, .translationOf, .restricted: .document(rawValue)
        case .label: .version("version")
        case .documentDate, .receivedDate, .filedDate, .expiryDate, .expiryRule, .copy, .certifiedBy, .certifiedOn,
            .certifiedMethod, .sourceSystem, .sourceID, .url, .note:
            .version(rawValue)
        case .status, .filedAt, .addendum, .path, .originalName, .sha256, .bytes: .fixed
        }
    }
}

extension Document {
    /// What a listing shows in a column for one of the versions; nil if nothing is said.
    public func listed(_ column: ListingColumn, of version: Version) -> JSON? {
        switch column {
        case .document: .string(number.description)
        case .artifact: .string(facts.artifact.description)
        case .subArtifact: facts.subArtifact.json
        case .level: .string(facts.scope.level.rawValue)
        case .country: (facts.scope.country?.description).json
        case .site: facts.scope.site.json
        case .person: facts.person.json
        case .organization: facts.organization.json
        case .title: .string(facts.title)
        case .version: .int(version.ordinal)
        case .label: version.facts.label.json
        case .status: .string(standing(of: version).rawValue)
        case .documentDate: version.facts.documentDate.json ?? (version.facts.partialDocumentDate?.printed).json
        case .receivedDate: version.facts.receivedDate.json
        case .filedAt: .string(version.filedAt.description)
        case .filedDate: version.facts.filedElsewhere.json
        case .expiryDate: version.expires.json
        case .expiryRule: (version.facts.expiryRule?.description).json
        case .language: facts.language.json
        case .translationOf: facts.translationOf.json
        case .restricted: .bool(facts.isRestricted)
        case .addendum: .bool(version.facts.isAddendum)
        case .copy: (version.facts.copy?.kind.rawValue).json
        case .certifiedBy: (version.facts.copy?.certifiedBy).json
        case .certifiedOn: (version.facts.copy?.certifiedOn).json
        case .certifiedMethod: (version.facts.copy?.certifiedMethod).json
        case .sourceSystem: version.facts.source.system.json
        case .sourceID: version.facts.source.id.json
        case .path: version.facts.source.path.json
        case .originalName: version.facts.originalName.json
        case .url: version.facts.url.json
        case .note: version.facts.note.json
        case .sha256: (version.facts.content?.digest.description).json
        case .bytes: version.facts.content.map { .int(Int($0.bytes)) }
        }
    }
}
