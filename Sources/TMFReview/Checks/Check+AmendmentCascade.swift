import TMFModel

extension Check {
    /// A new version of the protocol that did not arrive everywhere.
    static let amendmentCascade = Check(
        code: "amendment-cascade",
        title: "Every new version of the protocol is approved, signed and trained everywhere",
        severity: .warning,
        rationale: "A new protocol holds at a site once it is approved, agreed to, explained and consented to."
    ) { binder in
        binder.amendments.filter { $0.state == .open }.map { step in
            Finding(
                rule: "amendment-cascade", severity: .warning, artifact: step.artifact, scope: step.scope,
                message:
                    "Protocol version \(step.version): no \(step.record.rawValue) for it, \(step.scope.inWords).",
                due: step.due, explanation: step.explanation)
        }
    }
}
