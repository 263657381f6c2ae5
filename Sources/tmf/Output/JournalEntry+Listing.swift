import TMFModel

extension JournalEntry {
    static let listedKeys = ["seq", "at", "actor", "event", "documents", "version", "changes", "reason"]

    /// The entry as a row: what happened, to what, by whom, why.
    var listed: JSON {
        let data = event.data
        return .full([
            ("seq", .int(seq)), ("at", .string(at.description)), ("actor", .string(by.actor)),
            ("event", .string(event.name)),
            ("documents", .array(event.documents.map { .string($0.description) })), ("version", data["version"]),
            ("changes", .string(changes.joined(separator: "; "))), ("reason", by.reason.json),
        ])
    }

    /// Each fact that changed, with its value before and after.
    private var changes: [String] {
        let changes: [String] =
            switch event {
            case .studyChanged(let changes):
                changes.count > 3
                    ? ["\(changes.count) entities of the study"] : changes.map { "\($0.entity.rawValue) \($0.key)" }
            case .documentAmended(_, _, let changes):
                changes.map { "\($0.field): \($0.from.inQuotes) → \($0.to.inQuotes)" }
            case .documentMoved(_, let from, let to):
                from.json.differences(to: to.json).map { "\($0): \(from.json[$0].inQuotes) → \(to.json[$0].inQuotes)" }
            case .qualityReviewed(let review):
                ["status: \(review.from.rawValue) → \(review.to.rawValue)", review.code.map { "code: \($0)" } ?? ""]
            case .slotWaived(let address), .waiverLifted(let address): ["\(address.artifact) in \(address.scope)"]
            case .documentsLinked(let link), .linkRemoved(let link):
                ["\(link.document) \(link.relation.rawValue) \(link.target)"]
            case .documentFiled(_, let facts, let version):
                [facts.title, version.originalName ?? version.url ?? "", version.isAddendum ? "addendum" : ""]
            case .versionFiled(_, _, let version):
                [
                    version.label ?? "", version.originalName ?? version.url ?? "",
                    version.isAddendum ? "addendum" : "",
                ]
            case .documentWithdrawn: []
            case .oversight(let event): event.listedChanges
            case .retention(let change): change.listedChanges
            }
        return changes.filter { !$0.isEmpty }
    }
}

extension JSON {
    fileprivate var inQuotes: String { self == .null ? "nothing" : "'\(cell)'" }

    fileprivate func differences(to other: JSON) -> [String] {
        let keys = Set((members ?? []).map(\.key)).union((other.members ?? []).map(\.key))
        return keys.sorted().filter { self[$0] != other[$0] }
    }
}

extension JSON? {
    fileprivate var inQuotes: String { (self ?? .null).inQuotes }
}
