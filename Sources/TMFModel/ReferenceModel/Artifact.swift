/// A kind of record that the reference model knows.
public struct Artifact: Hashable, Sendable, Identifiable {
    public var id: ArtifactNumber { number }
    public let number: ArtifactNumber
    /// The model's unique ID, `001`…: it stays when a later version of the model renumbers the artifact.
    public let uniqueID: String
    public let name: String
    /// Core rather than recommended.
    public let isCore: Bool
    /// The levels at which it may be filed; never empty.
    public let levels: Set<Level>
    /// The model's milestone for each level, `01` to `12`; a level without one is absent.
    public let milestones: [Level: String]
    public let isForSponsor: Bool
    public let isForInvestigator: Bool
    /// Whether a record of this kind could usually tell who received which treatment.
    public let mayUnblind: Bool
    /// What the model says the document date is, such as `Version Date`; empty if it does not say.
    public let datingConvention: String
    public let subArtifacts: [String]
    public let alternateNames: [String]
    /// The NCI code of the artifact's name; empty if there is none.
    public let nciCode: String
    /// One sentence about the record, in this project's own words.
    public let summary: String
    /// The other columns of the model's table, as they stand, for `tmf model show`.
    public let otherColumns: [JSON.Member]

    public init(
        number: ArtifactNumber, uniqueID: String, name: String, isCore: Bool, levels: Set<Level>,
        milestones: [Level: String] = [:], isForSponsor: Bool = true, isForInvestigator: Bool = false,
        mayUnblind: Bool = false, datingConvention: String = "", subArtifacts: [String] = [],
        alternateNames: [String] = [], nciCode: String = "", summary: String = "",
        otherColumns: [JSON.Member] = []
    ) {
        self.number = number
        self.uniqueID = uniqueID
        self.name = name
        self.isCore = isCore
        self.levels = levels
        self.milestones = milestones
        self.isForSponsor = isForSponsor
        self.isForInvestigator = isForInvestigator
        self.mayUnblind = mayUnblind
        self.datingConvention = datingConvention
        self.subArtifacts = subArtifacts
        self.alternateNames = alternateNames
        self.nciCode = nciCode
        self.summary = summary
        self.otherColumns = otherColumns
    }
}

extension Artifact {
    /// The column by which an overlay marks an artifact that an organization does not use.
    package static let notUsedColumn = "not_used"

    /// Whether an organization does not use it: nothing is expected there.
    public var isNotUsed: Bool { otherColumns.contains { $0.key == Artifact.notUsedColumn } }
}
