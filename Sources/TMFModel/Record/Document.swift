/// One logical record with its versions.
public struct Document: Hashable, Sendable, Identifiable {
    public var id: DocumentNumber { number }
    public let number: DocumentNumber
    @usableFromInline var boxed: Box<DocumentFacts>
    @inlinable public var facts: DocumentFacts {
        get { boxed.value }
        set { boxed = Box(newValue) }
    }
    /// Oldest first, at least one.
    public var versions: [Version]
    /// Set when the document was withdrawn: filed in error, or no longer part of the file.
    @inlinable public var withdrawal: Withdrawal? {
        get { boxedWithdrawal?.value }
        set { boxedWithdrawal = newValue.map { Box($0) } }
    }
    /// Few documents have one: it takes no room in the others.
    @usableFromInline var boxedWithdrawal: Box<Withdrawal>?

    public struct Withdrawal: Hashable, Sendable {
        public let at: Instant
        public let by: String
        public let reason: String

        public init(at: Instant, by: String, reason: String) {
            self.at = at
            self.by = by
            self.reason = reason
        }
    }

    public init(number: DocumentNumber, facts: DocumentFacts, versions: [Version], withdrawal: Withdrawal? = nil) {
        self.number = number
        boxed = Box(facts)
        self.versions = versions
        boxedWithdrawal = withdrawal.map { Box($0) }
    }

    /// The version in force: the latest approved one, and where none is approved the latest; nil if withdrawn.
    public var current: Version? { currentPlace.map { versions[$0] } }

    /// Where in `versions` the version in force stands: to look at one fact of it without a copy of all.
    public var currentPlace: Int? {
        guard withdrawal == nil else { return nil }
        return versions.indices.last { versions[$0].facts.status == .approved } ?? versions.indices.last
    }

    /// The version that a list shows: the one in force, and the last of a withdrawn document.
    public var listedVersion: Version? { current ?? versions.last }

    /// What a reader is told of a version: its own status, or what later versions made of it.
    public func standing(of version: Version) -> VersionStanding {
        if withdrawal != nil { return .withdrawn }
        switch version.facts.status {
        case .draft: return .draft
        case .returned: return .returned
        case .filed: return .filed
        case .approved: return version.ordinal == current?.ordinal ? .approved : .superseded
        }
    }

    public func version(_ ordinal: Int) -> Version? { versions.first { $0.ordinal == ordinal } }
}

/// The status of a version as it follows from its document.
public enum VersionStanding: String, Hashable, Sendable, CaseIterable {
    case draft, filed, approved, returned, superseded, withdrawn
}
