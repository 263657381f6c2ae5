/// A blocker of a gate, as an override names it.
public struct OverriddenBlocker: Hashable, Sendable {
    /// `close-out`, `inspection` or `site-activation`.
    public let gate: String
    /// The blocker's id.
    public let blocker: String
    /// Where in the trial the blocker stands.
    public let scope: Scope
    /// The document it is about; nil if it is about none.
    public let document: DocumentNumber?

    public init(gate: String, blocker: String, scope: Scope, document: DocumentNumber? = nil) {
        self.gate = gate
        self.blocker = blocker
        self.scope = scope
        self.document = document
    }
}

/// "The gate may open all the same, because": a reasoned waiver of one blocker.
public struct GateOverride: Hashable, Sendable {
    public let overridden: OverriddenBlocker
    public let reason: String
    public let by: String
    public let at: Instant

    public init(overridden: OverriddenBlocker, reason: String, by: String, at: Instant) {
        self.overridden = overridden
        self.reason = reason
        self.by = by
        self.at = at
    }
}
