import TMFModel

/// Follows every new version of the protocol through the countries and sites that were under way.
///
/// The first version brings what every trial needs, and is asked for by the rules of what is expected. A later one is
/// followed if its whole number is new (2.0 after 1.0), or if any decision, consent form or signature names it:
/// administrative versions need no approval.
///
/// Of a country authority and ethics committee are asked for; of its sites consent form, signature page and training,
/// once somebody in the country has approved the version. A step is open only if nothing that is filed can be it.
struct AmendmentCascade {
    /// Days given for a new version to arrive before its absence is reported. A convention of this program, not law.
    static let settlingDays = 90

    private let binder: Binder
    private let records: SequenceRecords
    private let versions: [ProtocolVersion]
    private let labels: Set<VersionLabel>

    private struct ProtocolVersion {
        let label: VersionLabel
        let text: String
        let date: Day
        let document: DatedRecord
        /// The date of the version after it; nil for the latest.
        var nextDate: Day?
        var isFollowed: Bool
    }

    init(binder: Binder) {
        self.binder = binder
        let records = binder.sequence
        self.records = records
        var versions: [ProtocolVersion] = []
        for record in records.versions(.trialProtocol, in: .trial).sorted(by: { Check.earlier($0.date, $1.date) }) {
            guard let label = record.label, let date = record.date, date <= binder.asOf,
                versions.allSatisfy({ $0.label < label })
            else { continue }
            if !versions.isEmpty { versions[versions.count - 1].nextDate = date }
            let text = binder.snapshot.document(record.document)?.version(record.version)?.facts.label ?? ""
            versions.append(
                ProtocolVersion(
                    label: label, text: text, date: date, document: record, nextDate: nil,
                    isFollowed: versions.last.map { $0.label.major < label.major } ?? false))
        }
        labels = Set(versions.map(\.label))
        let named = Self.namedLabels(records, in: binder.study)
        for place in versions.indices.dropFirst() where named.contains(versions[place].label) {
            versions[place].isFollowed = true
        }
        self.versions = versions
    }

    private static func namedLabels(_ records: SequenceRecords, in study: Study) -> Set<VersionLabel> {
        let scopes = study.scopes(at: .country) + study.scopes(at: .site)
        let parts: [SequenceRecord] = [.authorityDecision, .ethicsDecision, .consentForm, .protocolSignature]
        return Set(scopes.flatMap { scope in parts.flatMap { records.versions($0, in: scope).compactMap(\.label) } })
    }

    /// Every step, by version, then country by country with its sites.
    func steps() -> [AmendmentStep] {
        let followed = versions.filter(\.isFollowed)
        guard !followed.isEmpty else { return [] }
        let evidence = EvidenceTable(records: records, labels: labels, study: binder.study)
        return followed.flatMap { version in
            binder.study.countries.flatMap { steps(version, in: $0, evidence) }
        }
    }

    private func steps(
        _ version: ProtocolVersion, in country: Study.Country, _ evidence: EvidenceTable
    ) -> [AmendmentStep] {
        guard let conduct = country.conduct, conduct.first <= binder.asOf,
            // A country that began after the next version never used this one.
            version.nextDate.map({ conduct.first <= $0 }) ?? true,
            conduct.last.map({ $0 >= version.date }) ?? true
        else { return [] }
        let national = Scope.country(country.code)
        let due = version.date.adding(days: Self.settlingDays)
        var steps = [step(version, .authorityDecision, national, evidence, due: due)]
        var approvals = steps[0].documents
        // Where committees decide site by site, each site is asked by itself.
        let decidesNationally = !records.versions(.ethicsDecision, in: national).isEmpty
        if decidesNationally {
            steps.append(step(version, .ethicsDecision, national, evidence, due: due))
            approvals += steps[1].documents
        }
        for site in country.sites {
            guard let opened = site.opened, opened <= binder.asOf, version.nextDate.map({ opened <= $0 }) ?? true,
                site.shut.map({ $0 >= version.date }) ?? true
            else { continue }
            let scope = Scope.site(country.code, site.id)
            var approvals = approvals
            if !decidesNationally {
                let ethics = step(version, .ethicsDecision, scope, evidence, due: max(due, opened))
                steps.append(ethics)
                approvals += ethics.documents
            }
            guard let approved = evidence.lastDay(of: approvals, version.label, reaching: scope),
                site.shut.map({ $0 >= approved }) ?? true
            else { continue }
            let start = max(approved, opened)
            for record in [SequenceRecord.consentForm, .protocolSignature, .siteTraining] {
                steps.append(
                    step(
                        version, record, scope, evidence, due: start.adding(days: Self.settlingDays),
                        after: "The version was approved there by \(approved)."))
            }
        }
        return steps
    }

    private func step(
        _ version: ProtocolVersion, _ record: SequenceRecord, _ scope: Scope, _ evidence: EvidenceTable, due: Day,
        after sentence: String? = nil
    ) -> AmendmentStep {
        // The master text of the trial is nobody's consent form.
        let places = record == .consentForm ? scope.andEnclosing.filter { $0 != .trial } : scope.andEnclosing
        let done = places.flatMap { evidence[record, $0].labelled[version.label] ?? [] }
        let isUnclear =
            places.contains { evidence[record, $0].mayBe(madeSince: version.date) }
            || records.mayBeElsewhere(record, reaching: scope)
        let state: AmendmentStep.State =
            if !done.isEmpty { .done } else if isUnclear { .unknown } else if due >= binder.asOf { .pending } else {
                .open
            }
        let explanation =
            state == .done
            ? []
            : reasons(version, record, places, after: sentence) + [
                "It had \(Self.settlingDays) days, until \(due), to arrive."
            ]
        return AmendmentStep(
            version: version.text, versionDate: version.date, scope: scope, record: record,
            artifact: records.artifact(of: record), state: state, documents: done.map(\.document), due: due,
            explanation: explanation)
    }

    /// The first few records that were looked at; a large study has thousands of steps.
    private func reasons(
        _ version: ProtocolVersion, _ record: SequenceRecord, _ places: [Scope], after sentence: String?
    ) -> [String] {
        let others = places.lazy.flatMap { records.versions(record, in: $0) }.prefix(5).map(\.inWords)
        let filed =
            others.isEmpty
            ? "No \(record.rawValue) is filed there."
            : "Filed there, but for other versions or older: \(others.joined(separator: "; "))."
        return ["Protocol version \(version.text) is \(version.document.inWords)."] + [sentence].compactMap { $0 } + [
            filed
        ]
    }
}

/// What the records of a part say about versions of the protocol, worked out once for each scope.
private struct EvidenceTable {
    struct Evidence {
        var labelled: [VersionLabel: [DatedRecord]] = [:]
        /// The latest day of a record that names no version of the protocol; such a record may be for any version
        /// that existed by then.
        var latestUnclear: Day?
        /// Whether a record has neither a version nor a date.
        var hasUndated = false

        func mayBe(madeSince day: Day) -> Bool { hasUndated || latestUnclear.map { $0 >= day } ?? false }
    }

    private var table: [SequenceRecords.Place: Evidence] = [:]

    init(records: SequenceRecords, labels: Set<VersionLabel>, study: Study) {
        let parts: [SequenceRecord] = [
            .authorityDecision, .ethicsDecision, .consentForm, .protocolSignature, .siteTraining,
        ]
        for scope in Level.allCases.flatMap({ study.scopes(at: $0) }) {
            for part in parts {
                let versions = records.versions(part, in: scope)
                guard !versions.isEmpty else { continue }
                var evidence = Evidence()
                for record in versions {
                    if let label = record.label, labels.contains(label) {
                        evidence.labelled[label, default: []].append(record)
                    } else if let date = record.date {
                        evidence.latestUnclear = max(evidence.latestUnclear ?? date, date)
                    } else {
                        evidence.hasUndated = true
                    }
                }
                table[SequenceRecords.Place(record: part, scope: scope)] = evidence
            }
        }
    }

    subscript(record: SequenceRecord, scope: Scope) -> Evidence {
        table[SequenceRecords.Place(record: record, scope: scope)] ?? Evidence()
    }

    /// The latest date of these decisions about a version; nil if there is none with a date.
    func lastDay(of documents: [DocumentNumber], _ label: VersionLabel, reaching scope: Scope) -> Day? {
        guard !documents.isEmpty else { return nil }
        return scope.andEnclosing.flatMap { scope in
            [SequenceRecord.authorityDecision, .ethicsDecision].flatMap { self[$0, scope].labelled[label] ?? [] }
        }.filter { documents.contains($0.document) }.compactMap(\.date).max()
    }
}

extension Binder {
    /// Every step of every new version of the protocol: by version, country and site.
    public var amendments: [AmendmentStep] { AmendmentCascade(binder: self).steps() }
}
