import TMFModel

extension Check {
    /// Current versions that will be out of force within the study's window.
    static let expiring = Check(
        code: "expiring", title: "No current version lapses soon", severity: .notice,
        rationale: "A renewal takes time: what lapses within the study's window is asked for now."
    ) { binder in
        let window = binder.study.settings.expiryWindowDays
        return binder.expiring(within: window).filter { $0.daysLeft >= 0 }.compactMap { record in
            guard let document = binder.snapshot.document(record.document) else { return nil }
            return Finding(
                rule: "expiring", severity: .notice, artifact: document.facts.artifact, scope: document.facts.scope,
                person: document.facts.person, organization: document.facts.organization,
                document: record.document,
                message: "\(record.document) expires on \(record.expires), \(record.daysLeft.inWords("day")) from now.",
                due: record.expires,
                explanation: record.explanation(in: document) + ["The study's window is \(window.inWords("day"))."])
        }
    }
}
