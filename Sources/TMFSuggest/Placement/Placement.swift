public import TMFModel

/// Where a file seems to belong, and how that was seen: what `tmf plan` writes into one row.
public struct Placement: Hashable, Sendable {
    /// Nil if no artifact is sure enough: left blank for the person who reviews the plan.
    public var artifact: ArtifactNumber?
    /// One of the artifact's sub-artifacts as the model spells it; nil if none was named.
    public var subArtifact: String?
    /// Nil if the names do not tell where in the trial the record belongs.
    public var scope: Scope?
    /// IDs as in the study file.
    public var person: String?
    public var organization: String?
    /// Never empty.
    public var title: String
    /// The label as printed without `v` and leading zeros, `2.0`.
    public var versionLabel: String?
    public var documentDate: Day?
    /// ISO 639-1 code, `de`.
    public var language: String?
    /// `draft` if the name says so, otherwise nil.
    public var status: VersionStatus?
    /// How sure the artifact and its scope are, 0 to 100; below `Placer.threshold` the artifact stays blank.
    public var sureness: Int
    /// One sentence that names the words and folders behind the placement, and what speaks against it.
    public var why: String
    /// Up to two other artifacts that the names could mean, the likelier first.
    public var alternatives: [ArtifactNumber]
    /// The three likeliest artifacts with the words that speak for each; empty where only names were asked.
    public var suggestions: [Suggestion]

    public init(
        artifact: ArtifactNumber? = nil, subArtifact: String? = nil, scope: Scope? = nil, person: String? = nil,
        organization: String? = nil, title: String, versionLabel: String? = nil, documentDate: Day? = nil,
        language: String? = nil, status: VersionStatus? = nil, sureness: Int = 0, why: String = "",
        alternatives: [ArtifactNumber] = [], suggestions: [Suggestion] = []
    ) {
        self.artifact = artifact
        self.subArtifact = subArtifact
        self.scope = scope
        self.person = person
        self.organization = organization
        self.title = title
        self.versionLabel = versionLabel
        self.documentDate = documentDate
        self.language = language
        self.status = status
        self.sureness = sureness
        self.why = why
        self.alternatives = alternatives
        self.suggestions = suggestions
    }
}
