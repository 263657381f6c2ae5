extension DuplicateDecision.Outcome {
    /// As the journal and listings name it: `both-kept`, `linked` or `rejected`.
    public var name: String {
        switch self {
        case .bothKept: "both-kept"
        case .linked: "linked"
        case .rejected: "rejected"
        }
    }
}

extension DuplicateDecision {
    /// As the journal keeps it.
    public var json: JSON {
        var relation: String?
        var rejected: String?
        switch outcome {
        case .bothKept: break
        case .linked(let link): relation = link.rawValue
        case .rejected(let document): rejected = document.description
        }
        return .compact([
            ("document", .string(first.document.description)), ("versions", .int(first.versions)),
            ("other_study", otherStudy.json), ("other", .string(second.document.description)),
            ("other_versions", .int(second.versions)), ("outcome", .string(outcome.name)),
            ("relation", relation.json), ("rejected", rejected.json),
        ])
    }

    /// Reads what `json` writes. Throws `FactError`.
    public init(json: JSON) throws(FactError) {
        let otherStudy = json["other_study"]?.string
        self.init(
            try Self.side(json, "document", "versions"), try Self.side(json, "other", "other_versions"),
            otherStudy: otherStudy, outcome: try Self.outcome(json))
    }

    private static func side(_ json: JSON, _ document: String, _ versions: String) throws(FactError) -> Side {
        let count = try json.requiredInt(versions)
        guard count >= 1 else { throw FactError(field: versions, expected: "a number from 1") }
        return Side(
            document: try json.read(document, "a document number such as D-000123") { DocumentNumber($0) },
            versions: count)
    }

    private static func outcome(_ json: JSON) throws(FactError) -> Outcome {
        switch json["outcome"]?.string {
        case "both-kept": return .bothKept
        case "linked":
            return .linked(try json.read("relation", "a relation") { DocumentLink.Relation(rawValue: $0) })
        case "rejected":
            return .rejected(
                try json.read("rejected", "a document number such as D-000123") { DocumentNumber($0) })
        default: throw FactError(field: "outcome", expected: "both-kept, linked or rejected")
        }
    }
}
