extension JSON {
    /// The object with the changes made: each field set to its new value, or dropped where that is null.
    package func applying(_ changes: [FactChange]) -> JSON {
        var members = self.members ?? []
        for change in changes {
            members.removeAll { $0.key == change.field }
            if change.to != .null { members.append(Member(change.field, change.to)) }
        }
        return .object(members)
    }

    /// What must be changed to make this object into `other`: fields in the order of their names.
    package func changes(to other: JSON) -> [FactChange] {
        let fields = Set((members ?? []).map(\.key)).union((other.members ?? []).map(\.key))
        return fields.sorted().compactMap { field in
            let from = self[field] ?? .null
            let to = other[field] ?? .null
            return from == to ? nil : FactChange(field: field, from: from, to: to)
        }
    }
}

extension Document {
    /// The document with facts of its own, or of one version, corrected. Throws `FactError` if a new value does not
    /// fit its field, or if there is no such version.
    public func amended(version ordinal: Int?, _ changes: [FactChange]) throws(FactError) -> Document {
        var amended = self
        guard let ordinal else {
            amended.facts = try DocumentFacts(json: facts.json.applying(changes))
            return amended
        }
        guard let index = versions.firstIndex(where: { $0.ordinal == ordinal }) else {
            throw FactError(field: "version", expected: "a version of \(number), which has 1 to \(versions.count)")
        }
        amended.versions[index].facts = try VersionFacts(json: versions[index].facts.json.applying(changes))
        return amended
    }

    /// Where the document is filed.
    public var address: SlotAddress {
        SlotAddress(
            artifact: facts.artifact, subArtifact: facts.subArtifact, scope: facts.scope, person: facts.person,
            organization: facts.organization)
    }
}
