import TMFModel

extension Check {
    /// In a blinded trial: a kind of record that could unblind, filed where the open team reads.
    static let restrictedInOpenPart = Check(
        code: "restricted-kind-in-open-part", title: "What could unblind is restricted", severity: .warning,
        rationale: "One unblinding record in the open part can end the blind of the whole trial."
    ) { binder in
        guard binder.study.traits.contains("blinded") else { return [] }
        let kinds = binder.model.artifacts.filter(\.mayUnblind)
        return kinds.flatMap { artifact in
            binder.documents(at: artifact.number).filter { $0.withdrawal == nil && !$0.facts.isRestricted }.map {
                Finding(
                    rule: "restricted-kind-in-open-part", severity: .warning, artifact: artifact.number,
                    scope: $0.facts.scope, person: $0.facts.person, organization: $0.facts.organization,
                    document: $0.number,
                    message:
                        "\($0.number) is not restricted, though records at \(artifact.number) \(artifact.name) could unblind."
                )
            }
        }
    }
}
