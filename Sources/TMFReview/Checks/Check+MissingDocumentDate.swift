import TMFModel

extension Check {
    /// The current version has no document date. A signpost points elsewhere, and need not have one.
    static let missingDocumentDate = Check(
        code: "missing-document-date", title: "Every record has its document date", severity: .warning,
        rationale: "Without its date a record has no place in the order of events.",
        documents: { document, binder in
            guard let current = document.current, current.facts.documentDate == nil,
                current.facts.partialDocumentDate == nil, !current.isSignpost,
                current.facts.status != .draft
            else { return [] }
            let convention = binder.model.artifact(document.facts.artifact)?.datingConvention ?? ""
            return [
                Remark(
                    message: "\(document.number) has no document date.",
                    explanation: convention.isEmpty ? [] : ["The reference model dates it by: \(convention)."])
            ]
        })
}
