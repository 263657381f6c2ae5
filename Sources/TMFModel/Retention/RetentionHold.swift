/// "Nothing of this may be destroyed, because": what is said when a hold is placed.
public struct HoldStatement: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A dispute, or one to be expected.
        case legal
        /// An inspection, an enquiry or an order of an authority.
        case regulatory
        case other
    }

    public let number: HoldNumber
    public let kind: Kind
    /// The trial with everything in it, a country with its sites, or one site.
    public let scope: Scope
    /// A zone, a section or an artifact: `05`, `05.02`, `05.02.04`; nil for all.
    public let branch: String?
    /// The one document that is held; nil for all of the place.
    public let document: DocumentNumber?
    /// The case or enquiry, as whoever asked for the hold calls it.
    public let reference: String?

    public init(
        number: HoldNumber, kind: Kind, scope: Scope = .trial, branch: String? = nil, document: DocumentNumber? = nil,
        reference: String? = nil
    ) {
        self.number = number
        self.kind = kind
        self.scope = scope
        self.branch = branch
        self.document = document
        self.reference = reference
    }
}

/// A hold with what has become of it. One that was lifted stays on record.
public struct RetentionHold: Hashable, Sendable {
    public struct Lifting: Hashable, Sendable {
        public let by: String
        public let at: Instant
        public let reason: String

        public init(by: String, at: Instant, reason: String) {
            self.by = by
            self.at = at
            self.reason = reason
        }
    }

    public let statement: HoldStatement
    public let by: String
    public let at: Instant
    public let reason: String
    /// Nil while it holds.
    public let lifting: Lifting?

    public init(statement: HoldStatement, by: String, at: Instant, reason: String, lifting: Lifting? = nil) {
        self.statement = statement
        self.by = by
        self.at = at
        self.reason = reason
        self.lifting = lifting
    }

    public var number: HoldNumber { statement.number }
    public var isInForce: Bool { lifting == nil }

    /// Whether a document must be kept because of it.
    public func covers(_ document: Document) -> Bool {
        if let held = statement.document { return isInForce && held == document.number }
        return isInForce && statement.scope.contains(document.facts.scope)
            && document.facts.artifact.isIn(statement.branch)
    }

    /// Whether it holds something of a place, or of a place within it.
    public func concerns(_ scope: Scope) -> Bool {
        isInForce && (statement.scope.contains(scope) || scope.contains(statement.scope))
    }

    /// Whether it holds something of a country's file; nil for the study as a whole.
    public func concerns(_ country: CountryCode?) -> Bool { concerns(country.map(Scope.country) ?? .trial) }
}

extension ArtifactNumber {
    /// Whether it lies in a zone or section, or is the artifact named; nil for anywhere.
    public func isIn(_ branch: String?) -> Bool {
        branch.map { [zoneNumber, sectionNumber, description].contains($0) } ?? true
    }
}
