import TMFModel

extension Check {
    /// A document at a level that the model does not allow for its artifact.
    static let wrongLevel = Check(
        code: "wrong-level", title: "Every record stands at a level its artifact has", severity: .warning,
        rationale: "A record at the wrong level is missed by the country or site it belongs to.",
        documents: { document, binder in
            let level = document.facts.scope.level
            guard let allowed = binder.model.levels(of: document.facts.artifact), !allowed.contains(level),
                let artifact = binder.model.artifact(document.facts.artifact)
            else { return [] }
            let levels = artifact.levels.sorted().map(\.rawValue).joined(separator: " or ")
            let message =
                "\(document.number) stands at \(level.rawValue) level; \(artifact.number) \(artifact.name) has \(levels) level."
            return [Remark(message: message)]
        })
}
