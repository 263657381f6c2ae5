import TMFModel

extension Check {
    /// A new version of the protocol that did not arrive everywhere.
    ///
    /// Where a rule asks for the record of that version, `missing` speaks, and nothing is said here.
    static let amendmentCascade = Check(
        code: "amendment-cascade",
        title: "Every new version of the protocol is approved, signed and trained everywhere",
        severity: .warning,
        rationale: "A new protocol holds at a site once it is approved, agreed to, explained and consented to."
    ) { binder in
        let open = binder.amendments.filter { $0.state == .open }
        guard !open.isEmpty else { return [] }
        let asked = VersionPlace.asked(in: binder)
        return open.filter { step in step.artifact.map { !asked.contains(VersionPlace(step, $0)) } ?? true }.map {
            step in
            Finding(
                rule: "amendment-cascade", severity: .warning, artifact: step.artifact, scope: step.scope,
                message:
                    "No \(step.record.rawValue) for protocol version \(step.version) is filed for \(step.scope.inWords).",
                due: step.due, explanation: step.explanation)
        }
    }
}

/// A place for the record of one protocol version.
private struct VersionPlace: Hashable {
    let artifact: ArtifactNumber
    let scope: Scope
    let version: String?

    init(_ step: AmendmentStep, _ artifact: ArtifactNumber) {
        self.artifact = artifact
        scope = step.scope
        version = ProtocolVersions.key(of: step.version)
    }

    private init(_ artifact: ArtifactNumber, _ slot: ExpectedSlot, _ version: String) {
        self.artifact = artifact
        scope = slot.address.scope
        self.version = ProtocolVersions.key(of: version)
    }

    /// The places for which rules have a slot of their own.
    static func asked(in binder: Binder) -> Set<VersionPlace> {
        var places: Set<VersionPlace> = []
        for rule in binder.rules where rule.isPerVersion && rule.expectation != .no {
            for slot in binder.slots(at: rule.artifact) where slot.rule.id == rule.id {
                guard let version = slot.address.protocolVersion else { continue }
                for artifact in rule.artifacts { places.insert(VersionPlace(artifact, slot, version)) }
            }
        }
        return places
    }
}
