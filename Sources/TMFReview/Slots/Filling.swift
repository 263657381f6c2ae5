import TMFModel

/// What a document does for the slots at its address on the day of the binder.
enum Filling: UInt8, Sendable {
    /// Not part of the file any more.
    case withdrawn
    /// Draft, returned, or filed and not yet accepted.
    case unapproved
    /// Approved, but no longer in force.
    case expired
    /// Held in another system, and in force.
    case signpost
    /// Approved and in force.
    case approved

    /// What the document does whose current version this is; nil for a withdrawn one.
    init(of current: Version?, on day: Day) {
        guard let current else {
            self = .withdrawn
            return
        }
        let isSignpost = current.isSignpost
        if current.facts.status != .approved && !(isSignpost && current.facts.status != .draft) {
            self = .unapproved
        } else if current.hasExpired(on: day) {
            self = .expired
        } else {
            self = isSignpost ? .signpost : .approved
        }
    }

    /// Whether it fills a slot. Agrees with `Document.counts(on:)`.
    var counts: Bool { self == .approved || self == .signpost }

    /// Whether it fills a slot, or did until it expired.
    var hasCounted: Bool { counts || self == .expired }
}
