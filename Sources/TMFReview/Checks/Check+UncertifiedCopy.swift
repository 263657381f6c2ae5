import TMFModel

extension Check {
    /// An uncertified copy as the current version of a core artifact.
    static let uncertifiedCopy = Check(
        code: "uncertified-copy", title: "Copies that stand for their originals are certified", severity: .notice,
        // > ICH E6(R3), C.2: a copy that replaces the original for good should be certified.
        rationale: "A copy may replace its original only if it is certified.",
        documents: { document, binder in
            guard let current = document.current, current.facts.copy?.kind == .copy,
                binder.model.artifact(document.facts.artifact)?.isCore == true
            else { return [] }
            return [Remark(message: "\(document.number) version \(current.ordinal) is a copy that nobody certified.")]
        })
}
