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

    /// Columns that a plan adds for its reader; a manifest may still have them, and they are passed over.
    public static let ofPlansOnly = ["sure", "why"]

    /// Names that other systems give to a column, normalized, where they can mean nothing else.
    static let otherNames: [String: ManifestColumn] = [
        "file_path": .path, "filepath": .path, "filename_with_path": .path, "file_name_with_path": .path,
        "relative_path": .path, "artifact_number": .artifact, "artifact_no": .artifact, "tmf_artifact": .artifact,
        "tmf_artifact_number": .artifact, "artefact": .artifact, "artefact_number": .artifact,
        "subartifact": .subArtifact, "sub_artifact_name": .subArtifact, "sub_artefact": .subArtifact,
        "tmf_level": .level, "artifact_level": .level, "filing_level": .level, "country_code": .country,
        "site_number": .site, "site_no": .site, "site_id": .site, "person_id": .person,
        "organization_id": .organization, "organisation": .organization, "organisation_id": .organization,
        "document_title": .title, "document_number": .document, "version_number": .version,
        "version_label": .version, "document_version": .version, "date_of_document": .documentDate,
        "date_received": .receivedDate, "receipt_date": .receivedDate, "expiration_date": .expiryDate,
        "date_of_expiry": .expiryDate, "expires_on": .expiryDate, "language_code": .language,
        "document_language": .language, "is_restricted": .restricted, "copy_status": .copy,
        "certification_date": .certifiedOn, "certification_method": .certifiedMethod, "document_status": .status,
        "version_status": .status, "date_filed": .filedDate, "filing_date": .filedDate,
        "source_document_id": .sourceID, "link": .url, "web_address": .url, "comment": .note, "comments": .note,
        "notes": .note, "remarks": .note,
    ]

    /// Everyday column names that are near one of ours and yet mean something else.
    static let unrelatedNames: Set<String> = [
        "code", "cost", "data", "date", "file", "hash", "mode", "name", "page", "role", "size", "state", "stage",
        "type", "zone", "region", "study", "folder", "owner",
    ]
}
