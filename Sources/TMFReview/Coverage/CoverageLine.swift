public import TMFModel

/// One requirement for one person, organization or place: when it was needed, what was held, and what is between.
public struct CoverageLine: Hashable, Sendable {
    /// How things stand with a line as a whole.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// In force whenever it was needed.
        case covered
        /// Not in force on some days on which it was needed.
        case gap
        /// Needed, and nothing approved is filed.
        case nothingHeld = "nothing-held"
        /// Not needed on any day up to that of the binder.
        case notNeeded = "not-needed"
        /// Records that this view withholds stand there: nothing can be said.
        case withheld
    }

    /// A time in which the record is needed, and for which part of the trial.
    public struct Need: Hashable, Sendable {
        public let scope: Scope
        public let first: Day
        /// Nil while it is not over.
        public let last: Day?
    }

    /// A version that holds, and for how long.
    public struct Holding: Hashable, Sendable {
        public let document: DocumentNumber
        public let version: Int
        /// From the document date to the last day in force. Without a document date the beginning is not known, and
        /// taken to be early enough.
        public let period: Period
        public let isSignpost: Bool
    }

    /// Days on which it was needed and not held.
    public struct Gap: Hashable, Sendable {
        public let first: Day
        /// The day of the binder while the gap is still open.
        public let last: Day
        /// Whether it is still needed and still not held on the day of the binder.
        public let isOpen: Bool
        /// The scope whose need it is.
        public let scope: Scope
        /// The last version held before it; nil at the beginning.
        public let after: Holding?

        public var days: Int { last.days(since: first) + 1 }
    }

    public let requirement: CoverageRequirement
    /// The artifact to which it belongs: that of its records, or the first that would do.
    public let artifact: ArtifactNumber
    public let person: String?
    public let organization: String?
    /// By scope and first day.
    public let needs: [Need]
    /// By first day.
    public let held: [Holding]
    /// Filed there, but not approved: they do not hold.
    public let unapproved: [DocumentNumber]
    public let gaps: [Gap]
    public let state: State

    /// Where it is needed, each scope once; where it is held if it is needed nowhere.
    public var scopes: [Scope] { Set(needs.map(\.scope)).sorted() }

    /// Whether it is needed on a day, any day.
    public func isNeeded(on day: Day) -> Bool {
        needs.contains { Period(first: $0.first, last: $0.last).contains(day) }
    }

    /// What was in force on a day; nil if nothing was.
    public func holding(on day: Day) -> Holding? { held.last { $0.period.contains(day) } }
}
