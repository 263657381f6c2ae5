/// What a lock rests on: the gate that was open, and the journal it was judged by.
public struct Locking: Hashable, Sendable {
    /// The trial with everything in it, a country with its sites, or one site.
    public let scope: Scope
    /// `close-out`
    public let gate: String
    /// The last entry of the journal when the gate was judged: the one before the lock's own.
    public let judged: Int
    /// The blockers that were overridden, by their ids.
    public let overridden: [String]

    public init(scope: Scope, gate: String, judged: Int, overridden: [String] = []) {
        self.scope = scope
        self.gate = gate
        self.judged = judged
        self.overridden = overridden
    }
}

/// A locked part of the trial: it takes addenda only.
public struct PlaceLock: Hashable, Sendable {
    public let locking: Locking
    public let by: String
    public let at: Instant
    public let reason: String?

    public init(locking: Locking, by: String, at: Instant, reason: String? = nil) {
        self.locking = locking
        self.by = by
        self.at = at
        self.reason = reason
    }

    /// Whether a scope is locked by it: its own, and for the trial and a country all below.
    public func covers(_ scope: Scope) -> Bool { locking.scope.contains(scope) }
}

extension Scope {
    /// Whether `other` is this scope or lies within it.
    public func contains(_ other: Scope) -> Bool {
        switch self {
        case .trial: true
        case .country(let code): other.country == code
        case .site: other == self
        }
    }
}
