/// What is said of a document as a whole, in every version.
public struct DocumentFacts: Hashable, Sendable {
    public var artifact: ArtifactNumber
    public var subArtifact: String?
    public var scope: Scope
    /// IDs of the person and the organization the record is about, as in the study file.
    public var person: String?
    public var organization: String?
    public var title: String
    /// ISO 639-1 code, `de`.
    public var language: String?
    /// The document of which this is a translation: its number or its key.
    public var translationOf: String?
    /// Could unblind; kept apart in every view, export and archive.
    public var isRestricted: Bool
    /// A key of the user's own that names the document in manifests.
    public var key: String?

    public init(
        artifact: ArtifactNumber, subArtifact: String? = nil, scope: Scope, person: String? = nil,
        organization: String? = nil, title: String, language: String? = nil, translationOf: String? = nil,
        isRestricted: Bool = false, key: String? = nil
    ) {
        self.artifact = artifact
        self.subArtifact = subArtifact
        self.scope = scope
        self.person = person
        self.organization = organization
        self.title = title
        self.language = language
        self.translationOf = translationOf
        self.isRestricted = isRestricted
        self.key = key
    }

    /// The place the document fills.
    public var address: SlotAddress {
        SlotAddress(
            artifact: artifact, subArtifact: subArtifact, scope: scope, person: person, organization: organization)
    }
}
