import TMFModel

extension Check {
    /// A document at an artifact that the study's reference model does not have.
    static let unknownArtifact = Check(
        code: "unknown-artifact", title: "Every record stands at an artifact of the model", severity: .error,
        rationale: "A record outside the reference model is not found by those who look for it there.",
        documents: { document, binder in
            guard !binder.model.has(document.facts.artifact) else { return [] }
            let message =
                "\(document.number) stands at \(document.facts.artifact), which reference model \(binder.model.version) does not have."
            return [Remark(message: message)]
        })
}
