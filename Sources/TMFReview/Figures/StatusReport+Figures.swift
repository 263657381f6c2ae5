public import TMFModel

extension StatusReport {
    /// Complete ÷ due, over expected slots whose due date is on or before the day.
    public struct Completeness: Hashable, Sendable {
        /// All expected slots, due or not.
        public var expected = 0
        public var due = 0
        /// Due and complete.
        public var complete = 0

        public init(expected: Int = 0, due: Int = 0, complete: Int = 0) {
            self.expected = expected
            self.due = due
            self.complete = complete
        }

        static func += (left: inout Self, right: Self) {
            left.expected += right.expected
            left.due += right.due
            left.complete += right.complete
        }

        static func -= (left: inout Self, right: Self) {
            left.expected -= right.expected
            left.due -= right.due
            left.complete -= right.complete
        }
    }

    /// Versions filed within the study's `filing-days` of the later of document date and received date ÷ versions
    /// with both dates.
    public struct Timeliness: Hashable, Sendable {
        public var measured = 0
        public var onTime = 0

        public init(measured: Int = 0, onTime: Int = 0) {
            self.measured = measured
            self.onTime = onTime
        }

        static func += (left: inout Self, right: Self) {
            left.measured += right.measured
            left.onTime += right.onTime
        }

        static func -= (left: inout Self, right: Self) {
            left.measured -= right.measured
            left.onTime -= right.onTime
        }
    }

    /// Versions accepted at their first review ÷ versions reviewed.
    public struct Quality: Hashable, Sendable {
        public var reviewed = 0
        public var acceptedFirstTime = 0

        public init(reviewed: Int = 0, acceptedFirstTime: Int = 0) {
            self.reviewed = reviewed
            self.acceptedFirstTime = acceptedFirstTime
        }

        static func += (left: inout Self, right: Self) {
            left.reviewed += right.reviewed
            left.acceptedFirstTime += right.acceptedFirstTime
        }

        static func -= (left: inout Self, right: Self) {
            left.reviewed -= right.reviewed
            left.acceptedFirstTime -= right.acceptedFirstTime
        }
    }

    /// Documents whose current version has expired, and those that will within the study's window.
    public struct Expiry: Hashable, Sendable {
        public var expired = 0
        public var expiring = 0

        public init(expired: Int = 0, expiring: Int = 0) {
            self.expired = expired
            self.expiring = expiring
        }

        static func += (left: inout Self, right: Self) {
            left.expired += right.expired
            left.expiring += right.expiring
        }

        static func -= (left: inout Self, right: Self) {
            left.expired -= right.expired
            left.expiring -= right.expiring
        }
    }

    /// How many findings there are of each severity.
    public struct FindingCounts: Hashable, Sendable {
        public var error = 0
        public var warning = 0
        public var notice = 0

        public init(error: Int = 0, warning: Int = 0, notice: Int = 0) {
            self.error = error
            self.warning = warning
            self.notice = notice
        }

        public subscript(severity: FindingSeverity) -> Int {
            switch severity {
            case .error: error
            case .warning: warning
            case .notice: notice
            }
        }

        mutating func count(_ severity: FindingSeverity) {
            switch severity {
            case .error: error += 1
            case .warning: warning += 1
            case .notice: notice += 1
            }
        }

        static func += (left: inout Self, right: Self) {
            left.error += right.error
            left.warning += right.warning
            left.notice += right.notice
        }

        static func -= (left: inout Self, right: Self) {
            left.error -= right.error
            left.warning -= right.warning
            left.notice -= right.notice
        }
    }
}
