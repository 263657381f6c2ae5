import TMFModel

extension StatusReport {
    /// The figures of everything in a binder, on its day.
    public init(binder: Binder) {
        let study = binder.study
        var documents = 0
        var versions = 0
        var timeliness = Timeliness(limitDays: study.settings.filingDays)
        var quality = Quality()
        for document in binder.snapshot.documents where document.withdrawal == nil {
            documents += 1
            versions += document.versions.count
            for version in document.versions {
                if let delay = version.filingDelay {
                    timeliness.measured += 1
                    if delay <= timeliness.limitDays { timeliness.onTime += 1 }
                }
                if let review = version.firstReview {
                    quality.reviewed += 1
                    if review == .accepted { quality.acceptedFirstTime += 1 }
                }
            }
        }
        let expiring = binder.expiring(within: study.settings.expiryWindowDays)
        let expired = expiring.count { $0.daysLeft < 0 }
        var findings = Dictionary(uniqueKeysWithValues: FindingSeverity.allCases.map { ($0, 0) })
        for finding in binder.findings { findings[finding.severity, default: 0] += 1 }

        self.init(
            study: study.id, asOf: binder.asOf, head: binder.snapshot.head, documents: documents, versions: versions,
            completeness: Completeness(binder.tally), timeliness: timeliness, quality: quality,
            expiry: Expiry(expired: expired, expiring: expiring.count - expired),
            zones: binder.model.zones.map { Group($0.number, $0.name, binder.tally(zone: $0.number)) },
            countries: study.countries.map {
                Group($0.code.description, $0.code.description, binder.tally(country: $0))
            },
            sites: study.countries.flatMap { country in
                country.sites.map { Group($0.id, $0.name, binder.tally(scope: .site(country.code, $0.id))) }
            },
            organizations: study.organizations.map { Group($0.id, $0.name, binder.tally(organization: $0.id)) },
            findings: findings)
    }
}

extension StatusReport.Completeness {
    init(_ tally: SlotTally) {
        self.init(expected: tally.expected, due: tally.due, complete: tally.complete)
    }
}

extension StatusReport.Group {
    init(_ number: String, _ name: String, _ tally: SlotTally) {
        self.init(
            number: number, name: name, completeness: StatusReport.Completeness(tally), missing: tally.missing,
            expired: tally.expired, documents: tally.documents)
    }
}

extension Version {
    /// Days from the later of document date and received date to the day it was filed; nil unless it has both dates.
    var filingDelay: Int? {
        guard let documentDate = facts.documentDate, let receivedDate = facts.receivedDate else { return nil }
        return filedDay.days(since: max(documentDate, receivedDate))
    }
}
