public import TMFModel

extension Binder {
    /// With which every list of a binder's rows begins: the study, and the day for which it was judged.
    public var context: [(String, JSON?)] {
        [("study", .string(study.id)), ("as_of", .string(asOf.description))]
    }

    /// The object that `missing` has for a slot: the slot's own, and its artifact's name.
    public func listed(_ slot: ExpectedSlot) -> JSON {
        let name = model.artifact(slot.address.artifact)?.name ?? ""
        return .object((slot.json.members ?? []) + [JSON.Member("name", .string(name))])
    }

    /// The object that `expiring` has for a record; what is said of the document is null if the snapshot has it not.
    public func listed(_ record: ExpiringRecord) -> JSON {
        let facts = snapshot.document(record.document)?.facts
        return .full([
            ("document", .string(record.document.description)), ("version", .int(record.version)),
            ("artifact", (facts?.artifact.description).json),
            ("country", (facts?.scope.country?.description).json), ("site", (facts?.scope.site).json),
            ("person", (facts?.person).json), ("organization", (facts?.organization).json),
            ("title", (facts?.title).json), ("expiry_date", .string(record.expires.description)),
            ("days_left", .int(record.daysLeft)), ("expiry_rule", (record.rule?.description).json),
            ("window", .string(record.window.rawValue)),
        ])
    }
}
