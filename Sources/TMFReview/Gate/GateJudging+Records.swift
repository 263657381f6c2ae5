import TMFModel

extension GateJudging {
    /// Expected records that are asked for and not there.
    func records(where isAsked: (ExpectedSlot) -> Bool) -> [GateBlocker] {
        binder.slots.filter { !$0.state.isComplete && concerns($0.address.scope) && isAsked($0) }.map { slot in
            GateBlocker(
                id: id(of: slot), what: what(slot), fix: fix(slot),
                who: responsible(
                    for: slot.address.scope, at: slot.address.artifact, person: slot.address.person,
                    organization: slot.address.organization),
                scope: slot.address.scope, document: slot.documents.first,
                explanation: slot.explanation + [
                    "If it is not required there: `\(command("waive", slot)) --reason \"…\"`."
                ])
        }
    }

    /// Whether a record is due by the day a site opens: by one of the milestones up to it, and not after it.
    func isDueByOpening(_ rule: ExpectationRule) -> Bool {
        guard let milestone = rule.due?.milestone, let days = rule.due?.days else { return false }
        return rule.level != .trial && milestone <= "03" && days <= 0
    }

    /// The rule and the place: whatever names the slot beyond the rule's own artifact and level.
    private func id(of slot: ExpectedSlot) -> String {
        let named = (slot.address.json.members ?? []).filter {
            !["artifact", "level", "sub_artifact"].contains($0.key)
        }
        return (["record", slot.rule.id] + named.map { $0.value.string ?? $0.value.line }).joined(separator: ":")
    }

    private func what(_ slot: ExpectedSlot) -> String {
        let state =
            switch slot.state {
            case .expired: "expired"
            case .unapproved: "filed, and not approved"
            default: "missing"
            }
        return "\(slot.place): \(state)" + (slot.due.map { ", due on \($0)." } ?? ".")
    }

    private func fix(_ slot: ExpectedSlot) -> String {
        guard let document = slot.documents.first.flatMap({ binder.snapshot.document($0) }) else {
            return command("file FILE --artifact", slot)
        }
        if slot.state == .unapproved, let waiting = document.awaitingReview.last {
            return "tmf qc accept \(document.number) --version \(waiting.ordinal)"
        }
        return "tmf revise \(document.number) FILE"
    }

    private func command(_ verb: String, _ slot: ExpectedSlot) -> String {
        let address = slot.address
        var command = "tmf \(verb) \(address.artifact)\(address.scope.options)"
        if let person = address.person { command += " --person \(person.asArgument)" }
        if let organization = address.organization { command += " --organization \(organization.asArgument)" }
        if let subArtifact = address.subArtifact { command += " --sub-artifact \(subArtifact.asArgument)" }
        return command
    }
}
