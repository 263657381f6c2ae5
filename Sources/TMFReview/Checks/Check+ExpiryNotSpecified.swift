import TMFModel

extension Check {
    /// A kind of record that usually expires, and nobody said whether this one does.
    static let expiryNotSpecified = Check(
        code: "expiry-not-specified", title: "Records that usually expire say until when they hold", severity: .notice,
        rationale: "What has no end on record lapses unseen; that it does not expire is an answer too."
    ) { binder in
        let practices = binder.model.artifacts.reduce(into: [ArtifactNumber: [CustomaryExpiry]]()) { found, artifact in
            let kinds = CustomaryExpiry.stock.filter { $0.records.uniqueIDs.contains(artifact.uniqueID) }
            if !kinds.isEmpty { found[artifact.number] = kinds }
        }
        return binder.withoutExpiry.compactMap { document in
            guard let current = document.current else { return nil }
            let kind = practices[document.facts.artifact]?.first { $0.records.accepts(document.facts.subArtifact) }
            return Finding(
                rule: "expiry-not-specified", severity: .notice, artifact: document.facts.artifact,
                scope: document.facts.scope, person: document.facts.person,
                organization: document.facts.organization, document: document.number,
                message:
                    "\(document.number) version \(current.ordinal) does not say whether and when it expires.",
                explanation: [
                    kind.map { "\($0.name): \($0.practice)." },
                    "An expiry date, a number of months, until-replaced or none would say it.",
                ].compactMap { $0 })
        }
    }
}
