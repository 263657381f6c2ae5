/// One immutable state of a document, and what has been decided about it since.
public struct Version: Hashable, Sendable {
    /// 1 for the first filed; each later one is one more.
    public let ordinal: Int
    @usableFromInline var boxed: Box<VersionFacts>
    @inlinable public var facts: VersionFacts {
        get { boxed.value }
        set { boxed = Box(newValue) }
    }
    /// When and by whom it was filed here.
    public let filedAt: Instant
    public let filedBy: String
    /// When its status last changed; the instant of filing if never.
    public var statusAt: Instant
    /// The outcome of its first quality review; nil if it was never reviewed.
    public var firstReview: QualityReview.Outcome?

    public init(
        ordinal: Int, facts: VersionFacts, filedAt: Instant, filedBy: String, statusAt: Instant? = nil,
        firstReview: QualityReview.Outcome? = nil
    ) {
        self.ordinal = ordinal
        boxed = Box(facts)
        self.filedAt = filedAt
        self.filedBy = filedBy
        self.statusAt = statusAt ?? filedAt
        self.firstReview = firstReview
    }

    /// Whether the record is held in another system.
    public var isSignpost: Bool { facts.content == nil && facts.url != nil }

    /// The last day in force: the printed date, or document date and months; nil if it does not expire or nobody said.
    public var expires: Day? {
        switch facts.expiryRule {
        case .months(let months): facts.documentDate?.adding(months: months) ?? facts.expiryDate
        case .some(ExpiryRule.none), .untilReplaced: nil
        case .printed, nil: facts.expiryDate
        }
    }

    /// The last day in force is still in force.
    public func hasExpired(on day: Day) -> Bool { expires.map { $0 < day } ?? false }

    /// The day it was filed: as the sender states it for a migrated record, here otherwise.
    public var filedDay: Day { facts.filedElsewhere ?? filedAt.day }
}
