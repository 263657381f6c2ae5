import TMFModel

extension Check {
    /// Current versions out of force that nothing has renewed: an error where a due slot stands unfilled because of
    /// it, a warning elsewhere.
    static let expired = Check(
        code: "expired", title: "Every current version is in force", severity: .warning,
        rationale: "A record that has lapsed no longer shows what it was filed to show."
    ) { binder in
        let unfilled = Set(
            binder.slots.filter { $0.state == .expired && $0.isDue(on: binder.asOf) }.flatMap(\.documents))
        return binder.expiring(within: -1).compactMap { record in
            guard let document = binder.snapshot.document(record.document) else { return nil }
            return Finding(
                rule: "expired", severity: unfilled.contains(record.document) ? .error : .warning,
                artifact: document.facts.artifact, scope: document.facts.scope, person: document.facts.person,
                organization: document.facts.organization, document: record.document,
                message: "\(record.document) expired on \(record.expires), \((-record.daysLeft).inWords("day")) ago.",
                due: record.expires, explanation: record.explanation(in: document))
        }
    }
}

extension ExpiringRecord {
    /// How the expiry date comes about.
    func explanation(in document: Document) -> [String] {
        guard case .months(let months) = rule, let date = document.version(version)?.facts.documentDate else {
            return ["Version \(version) states \(expires) as its last day in force."]
        }
        return ["Version \(version) is dated \(date) and in force for \(months.inWords("month")), until \(expires)."]
    }
}
