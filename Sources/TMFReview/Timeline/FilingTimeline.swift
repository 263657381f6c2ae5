public import TMFModel

/// When records were dated against when they were filed: what shows late filing, and bursts before an inspection.
///
/// Every version of every document that is not withdrawn counts once. *On time* and *late* mean what they mean in
/// timeliness; a version without a received date is drawn, and not measured.
public struct FilingTimeline: Hashable, Sendable {
    /// Versions by how they were filed.
    public struct Counts: Hashable, Sendable {
        public var onTime = 0
        public var late = 0
        /// A document date or a received date is not given.
        public var unmeasured = 0

        public init(onTime: Int = 0, late: Int = 0, unmeasured: Int = 0) {
            self.onTime = onTime
            self.late = late
            self.unmeasured = unmeasured
        }

        public var total: Int { onTime + late + unmeasured }

        static func += (left: inout Counts, right: Counts) {
            left.onTime += right.onTime
            left.late += right.late
            left.unmeasured += right.unmeasured
        }
    }

    /// One month: what bears a date in it, and what was filed in it.
    public struct MonthRow: Hashable, Sendable {
        public let month: Month
        /// Versions with a document date in this month.
        public var dated = 0
        public var filed = Counts()
        /// Days from the later of document date and received date to filing, of what was filed in this month and
        /// measured; nil if nothing was. The median is the lower one of an even number.
        public var medianDelay: Int?
        public var longestDelay: Int?
    }

    /// Versions drawn at one place: on two days, or in two months where there are too many for days.
    public struct Cell: Hashable, Sendable {
        public let dated: Day
        public let filed: Day
        public var counts = Counts()
    }

    /// A version that was filed late.
    public struct LateFiling: Hashable, Sendable {
        public let document: DocumentNumber
        public let version: Int
        /// Days beyond those that the study gives.
        public let daysLate: Int
        /// The later of document date and received date.
        public let start: Day
        public let filed: Day
    }

    /// More versions than these are drawn by month.
    public static let dayLimit = 1_500
    /// So many of the latest filings are named.
    public static let latestLimit = 50
    /// Dates that are longer than this before everything else are counted and not drawn.
    static let leadMonths = 24

    public let limitDays: Int
    /// Every month from the first to the last that is drawn, without a hole.
    public let months: [MonthRow]
    public let cells: [Cell]
    /// Of what is drawn and what is not.
    public let counts: Counts
    /// Versions without a document date.
    public let undated: Int
    /// Versions with a document date before the first month, or after the last.
    public let outside: Int
    /// The latest first.
    public let latest: [LateFiling]
    public let milestones: [TimelineMilestone]
}
