public import TMFModel

/// One document with all that is said of it and of each version, and its links: what `show` prints.
public struct DocumentDetail: Sendable {
    /// Keys of `versions` that every version may have.
    public static let versionKeys = [
        "version", "label", "standing", "document_date", "received_date", "expires", "filed_at", "filed_by",
        "filed_date", "media_type", "bytes", "sha256", "original_name", "url",
    ]

    public let study: String
    public let document: Document
    /// Those that begin or end at the document.
    public let links: [DocumentLink]

    /// `links` may be all of the study's.
    public init(_ document: Document, study: String, links: [DocumentLink]) {
        self.study = study
        self.document = document
        self.links = links.filter { $0.document == document.number || $0.target == document.number }
    }

    /// The versions, oldest first: what was said of each, and how it stands.
    public var versions: [JSON] {
        document.versions.map { version in
            let facts = version.facts.json.members?.filter { !["version", "status"].contains($0.key) } ?? []
            let own: [(String, JSON?)] = [
                ("version", .int(version.ordinal)), ("label", version.facts.label.json),
                ("status", .string(version.facts.status.rawValue)),
                ("standing", .string(document.standing(of: version).rawValue)),
                ("filed_at", .string(version.filedAt.description)), ("filed_by", .string(version.filedBy)),
                ("first_review", (version.firstReview?.rawValue).json), ("expires", version.expires.json),
            ]
            return .full(own + facts.map { ($0.key, $0.value) })
        }
    }

    public var json: JSON {
        let facts = document.facts.json.members?.filter { $0.key != "document" } ?? []
        let withdrawn = document.withdrawal.map { withdrawal -> JSON in
            .full([
                ("at", .string(withdrawal.at.description)), ("by", .string(withdrawal.by)),
                ("reason", .string(withdrawal.reason)),
            ])
        }
        let links = links.map { link -> JSON in
            .full([
                ("document", .string(link.document.description)), ("relation", .string(link.relation.rawValue)),
                ("target", .string(link.target.description)),
            ])
        }
        return .full(
            [
                ("study", .string(study)), ("document", .string(document.number.description)),
                ("key", document.facts.key.json),
            ] + facts.map { ($0.key, $0.value) } + [
                ("withdrawn", withdrawn), ("versions", .array(versions)), ("links", .array(links)),
            ])
    }
}
