/// One place that may need a record: an artifact in a scope, for a person or an organization where one is meant.
public struct SlotAddress: Hashable, Sendable {
    public var artifact: ArtifactNumber
    public var subArtifact: String?
    public var scope: Scope
    public var person: String?
    public var organization: String?

    public init(
        artifact: ArtifactNumber, subArtifact: String? = nil, scope: Scope, person: String? = nil,
        organization: String? = nil
    ) {
        self.artifact = artifact
        self.subArtifact = subArtifact
        self.scope = scope
        self.person = person
        self.organization = organization
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
