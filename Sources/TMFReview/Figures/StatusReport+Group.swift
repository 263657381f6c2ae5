public import TMFModel

extension StatusReport {
    /// The figures of one zone, section, country, site or organization.
    public struct Group: Hashable, Sendable {
        /// Zone or section number, country code, site number or organization id.
        public var number: String
        public var name: String
        public var completeness = Completeness()
        /// Due slots that are not complete; the expired ones among them.
        public var missing = 0
        public var expired = 0
        /// Documents filed, the withdrawn ones not counted.
        public var documents = 0
        public var timeliness = Timeliness()
        public var quality = Quality()
        public var expiry = Expiry()
        public var findings = FindingCounts()

        public init(
            number: String, name: String, completeness: Completeness = Completeness(), missing: Int = 0,
            expired: Int = 0, documents: Int = 0, timeliness: Timeliness = Timeliness(), quality: Quality = Quality(),
            expiry: Expiry = Expiry(), findings: FindingCounts = FindingCounts()
        ) {
            self.number = number
            self.name = name
            self.completeness = completeness
            self.missing = missing
            self.expired = expired
            self.documents = documents
            self.timeliness = timeliness
            self.quality = quality
            self.expiry = expiry
            self.findings = findings
        }

        static func += (left: inout Self, right: Self) {
            left.completeness += right.completeness
            left.missing += right.missing
            left.expired += right.expired
            left.documents += right.documents
            left.timeliness += right.timeliness
            left.quality += right.quality
            left.expiry += right.expiry
            left.findings += right.findings
        }

        static func -= (left: inout Self, right: Self) {
            left.completeness -= right.completeness
            left.missing -= right.missing
            left.expired -= right.expired
            left.documents -= right.documents
            left.timeliness -= right.timeliness
            left.quality -= right.quality
            left.expiry -= right.expiry
            left.findings -= right.findings
        }
    }
}

extension StatusReport.Completeness {
    /// Complete ÷ due in percent; null where nothing is due.
    public var percent: JSON { .percent(complete, of: due) }

    public func light(_ targets: StudyTargets) -> TrafficLight? {
        TrafficLight(complete, of: due, target: targets.completeness, margin: targets.margin)
    }
}

extension StatusReport.Timeliness {
    /// On time ÷ measured in percent; null where nothing was measured.
    public var percent: JSON { .percent(onTime, of: measured) }

    public func light(_ targets: StudyTargets) -> TrafficLight? {
        TrafficLight(onTime, of: measured, target: targets.timeliness, margin: targets.margin)
    }
}

extension StatusReport.Quality {
    /// Accepted at first review ÷ reviewed in percent; null where nothing was reviewed.
    public var percent: JSON { .percent(acceptedFirstTime, of: reviewed) }

    public func light(_ targets: StudyTargets) -> TrafficLight? {
        TrafficLight(acceptedFirstTime, of: reviewed, target: targets.quality, margin: targets.margin)
    }
}
