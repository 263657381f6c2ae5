public import TMFModel

/// An `OBJECT` of an `exchange.xml`: one version of one record. All versions of a record share its `id`.
public struct EMSObject: Hashable, Sendable {
    /// Whether the version still applies, from the file's point of view. The standard knows no draft and no approval.
    public enum State: String, Hashable, Sendable, CaseIterable {
        case current = "Current"
        case superseded = "Superseded"
        case obsolete = "Obsolete"
    }

    public var id: String
    public var level: Level
    /// ISO 3166-1 alpha-3; nil at trial level.
    public var country: String?
    /// The sending system's own key of the site.
    public var siteSystemID: String?
    public var site: String?
    /// The reference model's unique ID, which decides where the record belongs.
    public var uniqueID: Int
    public var artifactNumber: String
    /// First and last names of the people the record is about.
    public var people: [String] = []
    public var organization: String?
    /// One of `EMSLanguage.codes`.
    public var language: String?
    public var isTranslation: Bool?
    public var version: String
    public var state: State
    public var title: String?
    public var subArtifact: String?
    /// Whether it is a copy of an existing record. Says nothing of certification.
    public var isCopy: Bool
    public var expiryDate: Day?
    public var isRestricted: Bool?
    public var retentionDate: Day?
    public var artifactDate: Day?
    /// What `artifactDate` is the date of.
    public var dateDescription: String?
    /// At least one.
    public var files: [EMSFile] = []
    public var metadata: [EMSMetadata] = []
    /// The line in the file it was read from; 0 if it was not read.
    public var line = 0

    public init(
        id: String, level: Level, uniqueID: Int, artifactNumber: String, version: String, state: State, isCopy: Bool
    ) {
        self.id = id
        self.level = level
        self.uniqueID = uniqueID
        self.artifactNumber = artifactNumber
        self.version = version
        self.state = state
        self.isCopy = isCopy
    }

    /// The first value of a METADATA element; nil if there is none of that name.
    public func metadata(_ name: EMSMetadata.Name) -> String? {
        metadata.first { $0.name == name.rawValue }?.value
    }
}
