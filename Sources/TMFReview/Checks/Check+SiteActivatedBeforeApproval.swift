import TMFModel

extension Check {
    /// A site was opened, and the first record that allows it is dated later.
    ///
    /// Where no such record is filed, `missing` speaks. Where one has no date, is held elsewhere, withheld or waived,
    /// nothing is said.
    static let siteActivatedBeforeApproval = Check(
        code: "site-activated-before-approval", title: "No site was opened before it was allowed to", severity: .error,
        rationale: "A site takes part only after authority and ethics committee agree and its contract is signed."
    ) { binder in
        let records = binder.sequence
        let conditions: [(SequenceRecord, FindingSeverity)] = [
            (.authorityDecision, .error), (.ethicsDecision, .error), (.otherDecision, .error),
            (.siteAgreement, .warning), (.protocolSignature, .warning),
        ]
        return binder.study.countries.flatMap { country in
            country.sites.flatMap { site -> [Finding] in
                guard let opened = site.opened, opened <= binder.asOf else { return [] }
                let scope = Scope.site(country.code, site.id)
                return conditions.compactMap { record, severity in
                    let filed = records.versions(record, reaching: scope)
                    guard !filed.contains(where: { $0.date == nil }), !records.mayBeElsewhere(record, reaching: scope),
                        let first = filed.min(by: { earlier($0.date, $1.date) }), let day = first.date, day > opened
                    else { return nil }
                    return Finding(
                        rule: "site-activated-before-approval", severity: severity, artifact: first.artifact,
                        scope: scope, document: first.document,
                        message:
                            "Site \(site.id) was opened on \(opened), \(day.days(since: opened).inWords("day")) before its first \(record.rawValue).",
                        due: opened,
                        explanation: [
                            "The earliest \(record.rawValue) for it is \(first.inWords) (\(first.scope.inWords)).",
                            site.activated == nil
                                ? "Milestone 03 of the site was reached on \(opened)."
                                : "The study file gives \(opened) as the day of its activation.",
                        ])
                }
            }
        }
    }
}
