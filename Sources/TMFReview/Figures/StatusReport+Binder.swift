import TMFModel

extension StatusReport {
    /// The figures of everything in a binder, on its day.
    public init(binder: Binder) {
        let study = binder.study
        let records = RecordFigureTable(binder)
        let total = Group(study.id, study.title, binder.tally, records.total)
        self.init(
            study: study.id, asOf: binder.asOf, head: binder.snapshot.head, documents: records.documents,
            versions: records.versions, limitDays: study.settings.filingDays,
            zones: binder.model.zones.map { zone in
                Group(
                    zone.number, zone.name, binder.tally(zone: zone.number),
                    UInt8(zone.number).flatMap { records.zones[$0] })
            },
            sections: binder.model.sections.map { section in
                Group(
                    section.number, section.name, binder.tally(section: section.number),
                    Binder.sectionKey(section.number).flatMap { records.sections[$0] })
            },
            countries: study.countries.map { country in
                var figures = records.scopes[.country(country.code)] ?? RecordFigures()
                for site in country.sites { figures += records.scopes[.site(country.code, site.id)] ?? RecordFigures() }
                return Group(
                    country.code.description, country.code.description, binder.tally(country: country), figures)
            },
            sites: study.countries.flatMap { country in
                country.sites.map { site in
                    let scope = Scope.site(country.code, site.id)
                    return Group(site.id, site.name, binder.tally(scope: scope), records.scopes[scope])
                }
            },
            organizations: study.organizations.map {
                Group($0.id, $0.name, binder.tally(organization: $0.id), records.organizations[$0.id])
            },
            targets: study.settings.targets, total: total)
    }
}

extension StatusReport.Group {
    init(_ number: String, _ name: String, _ tally: SlotTally, _ records: RecordFigures?) {
        let records = records ?? RecordFigures()
        self.init(
            number: number, name: name,
            completeness: .init(expected: tally.expected, due: tally.due, complete: tally.complete),
            missing: tally.missing, expired: tally.expired, documents: tally.documents,
            timeliness: records.timeliness, quality: records.quality, expiry: records.expiry,
            findings: records.findings)
    }
}
