public import TMFModel

/// The figures of a study, each with the parts of its formula.
public struct StatusReport: Hashable, Sendable {
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
    }

    /// Versions filed within the study's `filing-days` of the later of document date and received date ÷ versions
    /// with both dates.
    public struct Timeliness: Hashable, Sendable {
        public var measured = 0
        public var onTime = 0
        /// The study's `filing-days`.
        public var limitDays = 30

        public init(measured: Int = 0, onTime: Int = 0, limitDays: Int = 30) {
            self.measured = measured
            self.onTime = onTime
            self.limitDays = limitDays
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
    }

    /// Documents whose current version has expired, and those that will within the study's window.
    public struct Expiry: Hashable, Sendable {
        public var expired = 0
        public var expiring = 0

        public init(expired: Int = 0, expiring: Int = 0) {
            self.expired = expired
            self.expiring = expiring
        }
    }

    /// The figures of one zone, country, site or organization.
    public struct Group: Hashable, Sendable {
        /// Zone number, country code, site number or organization id.
        public var number: String
        public var name: String
        public var completeness = Completeness()
        /// Due slots that are not complete; the expired ones among them.
        public var missing = 0
        public var expired = 0
        /// Documents filed, the withdrawn ones not counted.
        public var documents = 0

        public init(
            number: String, name: String, completeness: Completeness = Completeness(), missing: Int = 0,
            expired: Int = 0, documents: Int = 0
        ) {
            self.number = number
            self.name = name
            self.completeness = completeness
            self.missing = missing
            self.expired = expired
            self.documents = documents
        }
    }

    public let study: String
    public let asOf: Day
    public let head: JournalHead?
    /// Withdrawn documents are not counted.
    public let documents: Int
    public let versions: Int
    public let completeness: Completeness
    public let timeliness: Timeliness
    public let quality: Quality
    public let expiry: Expiry
    public let zones: [Group]
    public let countries: [Group]
    public let sites: [Group]
    public let organizations: [Group]
    /// Findings by severity, every severity present.
    public let findings: [FindingSeverity: Int]
}
