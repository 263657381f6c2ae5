import TMFModel

extension Check {
    /// A version of the consent form was in use before the ethics committee had agreed to it.
    ///
    /// A version is in use from its `effective_date`, where its manifest states one; a site that opens uses one of the
    /// versions made until that day. A decision belongs to a version by a link, else by its version number. The date
    /// printed on a form says nothing of its use: forms are written before they are submitted.
    static let consentBeforeApproval = Check(
        code: "consent-before-approval", title: "No consent form was used before it was approved", severity: .error,
        rationale: "Consent counts if it was given on a form that the ethics committee had agreed to."
    ) { binder in
        let records = binder.sequence
        return binder.study.countries.flatMap { country -> [Finding] in
            let national = Scope.country(country.code)
            let sites = country.sites.map { ($0, Scope.site(country.code, $0.id)) }
            return ([national] + sites.map(\.1)).flatMap { ConsentUse(records, in: $0).statedUses }
                + sites.compactMap { site, scope in
                    site.opened.flatMap { $0 <= binder.asOf ? ConsentUse(records, in: scope).opening(on: $0) : nil }
                }
        }
    }
}

/// The consent forms of a scope and the decisions about them.
private struct ConsentUse {
    let records: SequenceRecords
    let scope: Scope
    private let decisions: [DatedRecord]
    private let isHidden: Bool

    init(_ records: SequenceRecords, in scope: Scope) {
        self.records = records
        self.scope = scope
        decisions = records.versions(.ethicsDecision, reaching: scope)
        isHidden = records.mayBeElsewhere(.ethicsDecision, reaching: scope)
    }

    /// Versions filed here of which somebody said since when they are used.
    var statedUses: [Finding] {
        guard !isHidden else { return [] }
        return records.versions(.consentForm, in: scope).compactMap { consent in
            guard let used = consent.effective, let approval = firstApproval(of: consent), let day = approval.date,
                used < day
            else { return nil }
            return finding(
                consent, used: used, approval: approval,
                because: "The sender states that it was used from \(used) on.")
        }
    }

    /// The version with which a site began, if all that it can have been were approved later.
    func opening(on opened: Day) -> Finding? {
        let forms =
            records.versions(.consentForm, in: scope)
            + (scope.country.map { records.versions(.consentForm, in: .country($0)) } ?? [])
        guard !isHidden, !records.mayBeElsewhere(.consentForm, reaching: scope),
            // Without any decision by then, the opening itself is what went wrong.
            decisions.contains(where: { $0.date.map { $0 <= opened } ?? false }),
            !forms.contains(where: { $0.date == nil })
        else { return nil }
        let possible = forms.filter { $0.date.map { $0 <= opened } ?? false }
        var first: (form: DatedRecord, approval: DatedRecord, day: Day)?
        for form in possible {
            guard form.effective == nil, let approval = firstApproval(of: form), let day = approval.date, day > opened
            else { return nil }
            if first.map({ day < $0.day }) ?? true { first = (form, approval, day) }
        }
        return first.map {
            finding(
                $0.form, used: opened, approval: $0.approval,
                because: "The site was opened on \(opened), when no other version was approved.")
        }
    }

    /// The earliest decision about a version; nil if none is known, or one has no date.
    private func firstApproval(of consent: DatedRecord) -> DatedRecord? {
        let linked = decisions.filter { records.approves($0, consent.document) }
        let numbered = decisions.filter { consent.label != nil && $0.label == consent.label }
        // A decision linked to the form may speak of any of its versions: the number must not say otherwise.
        let fitting = linked.filter { $0.label == nil || consent.label == nil || $0.label == consent.label }
        let about = fitting.isEmpty ? numbered : fitting
        guard !about.contains(where: { $0.date == nil }) else { return nil }
        return about.min { Check.earlier($0.date, $1.date) }
    }

    private func finding(
        _ consent: DatedRecord, used: Day, approval: DatedRecord, because sentence: String
    ) -> Finding {
        let days = approval.date.map { $0.days(since: used) } ?? 0
        return Finding(
            rule: "consent-before-approval", severity: .error, artifact: consent.artifact, scope: scope,
            document: consent.document,
            message:
                "\(consent.document) version \(consent.version) was in use on \(used), \(days.inWords("day")) before it was approved.",
            due: approval.date,
            explanation: [
                "The consent form is \(consent.inWords).", sentence,
                "The earliest decision about it is \(approval.inWords) (\(approval.scope.inWords)).",
            ])
    }
}
