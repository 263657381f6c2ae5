/// One place that may need a record: an artifact in a scope, for a person or an organization where one is meant.
public struct SlotAddress: Hashable, Sendable {
    public var artifact: ArtifactNumber
    public var subArtifact: String?
    public var scope: Scope
    public var person: String?
    public var organization: String?
    /// The label of the protocol version that is meant.
    public var protocolVersion: String?
    /// ISO 639-1 code of the language that is meant.
    public var language: String?
    /// For a renewal: the last day of the record that it follows.
    public var renews: Day?

    public init(
        artifact: ArtifactNumber, subArtifact: String? = nil, scope: Scope, person: String? = nil,
        organization: String? = nil, protocolVersion: String? = nil, language: String? = nil, renews: Day? = nil
    ) {
        self.artifact = artifact
        self.subArtifact = subArtifact
        self.scope = scope
        self.person = person
        self.organization = organization
        self.protocolVersion = protocolVersion
        self.language = language
        self.renews = renews
    }
}

/// "Not required here, because."
public struct Waiver: Hashable, Sendable {
    public let address: SlotAddress
    public let reason: String
    public let by: String
    public let at: Instant

    public init(address: SlotAddress, reason: String, by: String, at: Instant) {
        self.address = address
        self.reason = reason
        self.by = by
        self.at = at
    }
}
