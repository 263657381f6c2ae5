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

    /// The same for one version of a document, where the rule says how long a record is in force that does not say so
    /// itself.
    init(of version: Version?, on day: Day, validity: ExpiryRule?) {
        self.init(of: version, on: day)
        if counts, let expires = version?.expires(validity), expires < day { self = .expired }
    }

    /// Whether it fills a slot. Agrees with `Document.counts(on:)`.
    var counts: Bool { self == .approved || self == .signpost }

    /// Whether it fills a slot, or did until it expired.
    var hasCounted: Bool { counts || self == .expired }
}

extension Version {
    /// The last day in force, where `validity` holds for a version that says nothing itself.
    func expires(_ validity: ExpiryRule?) -> Day? {
        guard case .months(let months) = validity, facts.expiryRule == nil, facts.expiryDate == nil else {
            return expires
        }
        return facts.documentDate?.adding(months: months)
    }
}
