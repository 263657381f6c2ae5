public import TMFModel
import TMFStore

extension Filing {
    /// States that a record is not required at a place, because. Needs a reason.
    public func waive(_ address: SlotAddress) throws {
        try requirePlace(address)
        try requireReason("a record is waived")
        try record(.slotWaived(address))
    }

    /// Takes a waiver back: the record is required again. Throws `InputProblems` if there is no such waiver.
    public func liftWaiver(_ address: SlotAddress) throws {
        guard try store.waivers(of: study.id).contains(where: { $0.address == address }) else {
            throw InputProblems([
                InputProblem(
                    source: address.artifact.description,
                    message: "no waiver for it in \(address.scope); `tmf missing --waived` lists them")
            ])
        }
        try record(.waiverLifted(address))
    }

    /// States how two documents belong together. A link that is there already is not recorded again.
    public func link(_ link: DocumentLink) throws {
        _ = try openDocument(link.document)
        _ = try openDocument(link.target)
        guard link.document != link.target else {
            throw InputProblems([InputProblem(source: link.document.description, message: "cannot be linked to itself")]
            )
        }
        guard try !store.links(of: study.id).contains(link) else { return }
        try record(.documentsLinked(link))
    }

    /// Takes a link back. Throws `InputProblems` if there is none.
    public func unlink(_ link: DocumentLink) throws {
        guard try store.links(of: study.id).contains(link) else {
            throw InputProblems([
                InputProblem(
                    source: link.document.description,
                    message:
                        "no link '\(link.relation.rawValue)' to \(link.target); `tmf show \(link.document)` lists them")
            ])
        }
        try record(.linkRemoved(link))
    }

    func requirePlace(_ address: SlotAddress) throws {
        let facts = DocumentFacts(
            artifact: address.artifact, subArtifact: address.subArtifact, scope: address.scope, person: address.person,
            organization: address.organization, title: "waiver")
        try require(rules.problems(facts, VersionFacts()), source: "waive \(address.artifact)")
    }
}
