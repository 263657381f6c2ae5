import TMFModel

extension Check {
    /// Where the study asks for certified translations: one that nothing certifies.
    ///
    /// A certificate is a document that supports the translation, a certified copy, or a `translation_certificate`
    /// that the manifest states.
    static let translationWithoutCertificate = Check(
        code: "translation-without-certificate", title: "Translations are certified where the study asks for it",
        severity: .warning, rationale: "Who reads a translation relies on it saying what the original says."
    ) { binder in
        guard binder.study.traits.contains("certified-translations") else { return [] }
        let supported = Set(
            binder.snapshot.links.filter { $0.relation == .supports }
                .filter { binder.snapshot.document($0.document)?.withdrawal == nil }.map(\.target))
        return binder.snapshot.documents.compactMap { document in
            guard document.facts.translationOf != nil, let current = document.current, !current.isSignpost,
                current.facts.status == .approved || current.facts.status == .filed,
                !supported.contains(document.number), current.facts.copy?.kind != .certifiedCopy,
                !current.facts.metadata.contains(where: {
                    $0.key == "translation_certificate" && !($0.value.string ?? "").isEmpty
                })
            else { return nil }
            return Finding(
                rule: "translation-without-certificate", severity: .warning, artifact: document.facts.artifact,
                scope: document.facts.scope, person: document.facts.person,
                organization: document.facts.organization, document: document.number,
                message: "\(document.number) is a translation that nothing certifies.",
                explanation: [
                    "The study has the trait 'certified-translations'; no document supports \(document.number)."
                ])
        }
    }
}
