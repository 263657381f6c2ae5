import TMFModel

extension Check {
    /// A translation whose original is not in the file.
    static let translationOfUnknown = Check(
        code: "translation-of-unknown", title: "Every translation has its original", severity: .warning,
        rationale: "A translation shows nothing without the document it translates."
    ) { binder in
        let translations = binder.snapshot.documents.filter {
            $0.withdrawal == nil && $0.facts.translationOf != nil
        }
        guard !translations.isEmpty else { return [] }
        let keys = Set(binder.snapshot.documents.filter { $0.withdrawal == nil }.compactMap(\.facts.key))
        let withheld = Set(binder.withheld.map(\.document))
        return translations.compactMap { document in
            guard let original = document.facts.translationOf, !keys.contains(original) else { return nil }
            if let number = DocumentNumber(original), number != document.number {
                if withheld.contains(number) { return nil }
                if let known = binder.snapshot.document(number), known.withdrawal == nil { return nil }
            }
            // A withheld original may be named by its key, which this view does not know.
            if DocumentNumber(original) == nil, !withheld.isEmpty { return nil }
            return Finding(
                rule: "translation-of-unknown", severity: .warning, artifact: document.facts.artifact,
                scope: document.facts.scope, person: document.facts.person, organization: document.facts.organization,
                document: document.number,
                message: "\(document.number) is a translation of a document that is not in the file.",
                explanation: ["It names its original as '\(original)'."])
        }
    }
}
