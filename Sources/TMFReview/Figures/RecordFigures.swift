import TMFModel

/// What is counted of records rather than of slots, in one part of the file.
struct RecordFigures: Hashable, Sendable {
    var timeliness = StatusReport.Timeliness()
    var quality = StatusReport.Quality()
    var expiry = StatusReport.Expiry()
    var findings = StatusReport.FindingCounts()

    static func += (left: inout Self, right: Self) {
        left.timeliness += right.timeliness
        left.quality += right.quality
        left.expiry += right.expiry
        left.findings += right.findings
    }

    static func -= (left: inout Self, right: Self) {
        left.timeliness -= right.timeliness
        left.quality -= right.quality
        left.expiry -= right.expiry
        left.findings -= right.findings
    }

    mutating func count(_ document: Document, limit: Int) {
        for place in document.versions.indices {
            if let delay = document.versions[place].filingDelay {
                timeliness.measured += 1
                if delay <= limit { timeliness.onTime += 1 }
            }
            if let review = document.versions[place].firstReview {
                quality.reviewed += 1
                if review == .accepted { quality.acceptedFirstTime += 1 }
            }
        }
    }
}

extension Version {
    /// Days from the later of document date and received date to the day it was filed; nil unless it has both dates.
    var filingDelay: Int? {
        guard let documentDate = facts.documentDate, let receivedDate = facts.receivedDate else { return nil }
        return filedDay.days(since: max(documentDate, receivedDate))
    }
}
