/// The columns of a manifest, in the order in which they are written. Raw values are the names in the header.
public enum ManifestColumn: String, Hashable, Sendable, CaseIterable {
    case path, artifact
    case subArtifact = "sub_artifact"
    case level, country, site, person, organization, title, document, version
    case documentDate = "document_date"
    case receivedDate = "received_date"
    case expiryDate = "expiry_date"
    case expiryRule = "expiry_rule"
    case language
    case translationOf = "translation_of"
    case restricted, copy
    case certifiedBy = "certified_by"
    case certifiedOn = "certified_on"
    case certifiedMethod = "certified_method"
    case status
    case filedDate = "filed_date"
    case sourceSystem = "source_system"
    case sourceID = "source_id"
    case url, note

    /// Columns that a plan, or a table of problems, adds for its reader; a manifest may still have them, and they are passed
    /// over.
    public static let forReadersOnly = ["sure", "why", "suggestions", "health", "problem"]
}
