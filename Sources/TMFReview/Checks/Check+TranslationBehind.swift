import TMFModel

extension Check {
    /// The original has a newer version than its translation, and time enough has passed.
    ///
    /// Only translations that have followed their original's version numbers so far are compared.
    static let translationBehind = Check(
        code: "translation-behind", title: "Translations follow their originals", severity: .warning,
        rationale: "An outdated translation tells its readers something else than the original."
    ) { binder in
        Translations(binder).pairs.compactMap { translation, original in
            guard let current = original.current, let newest = current.facts.label.flatMap({ VersionLabel($0) }),
                current.facts.status == .approved, let date = current.facts.documentDate,
                date.adding(days: AmendmentCascade.settlingDays) < binder.asOf
            else { return nil }
            // A draft on its way counts: the translator is not late.
            let labels = translation.versions.compactMap { $0.facts.label.flatMap { VersionLabel($0) } }
            let originals = Set(original.versions.compactMap { $0.facts.label.flatMap { VersionLabel($0) } })
            guard let latest = labels.max(), latest < newest, labels.allSatisfy({ originals.contains($0) }) else {
                return nil
            }
            let due = date.adding(days: AmendmentCascade.settlingDays)
            return Finding(
                rule: "translation-behind", severity: .warning, artifact: translation.facts.artifact,
                scope: translation.facts.scope, person: translation.facts.person,
                organization: translation.facts.organization, document: translation.number,
                message:
                    "\(translation.number) translates an older version than \(current.facts.label ?? "") of \(original.number).",
                due: due,
                explanation: [
                    "\(original.number) version \(current.ordinal), labelled \(current.facts.label ?? ""), is dated \(date).",
                    "The latest version of the translation is labelled \(translation.versions.last?.facts.label ?? "nothing").",
                    "It had \(AmendmentCascade.settlingDays) days, until \(due), to follow.",
                ])
        }
    }
}
