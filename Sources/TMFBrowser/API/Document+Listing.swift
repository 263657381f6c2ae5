import TMFModel

extension Document {
    /// The version that a list shows: the one in force, and the last of a withdrawn document.
    var listedVersion: Version? { current ?? versions.last }

    /// The object that `list` has for the document.
    var listed: JSON {
        let version = listedVersion
        let standing = version.map(standing(of:)) ?? .withdrawn
        return .full([
            ("document", .string(number.description)), ("artifact", .string(facts.artifact.description)),
            ("level", .string(facts.scope.level.rawValue)), ("country", (facts.scope.country?.description).json),
            ("site", facts.scope.site.json), ("title", .string(facts.title)),
            ("version", (version?.ordinal).map(JSON.int)), ("label", (version?.facts.label).json),
            ("status", .string(standing.rawValue)), ("document_date", (version?.facts.documentDate).json),
            ("filed_at", (version?.filedAt.description).json), ("expiry_date", (version?.expires).json),
            ("sha256", (version?.facts.content?.digest.description).json),
            ("bytes", (version?.facts.content).map { .int(Int($0.bytes)) }), ("restricted", .bool(facts.isRestricted)),
        ])
    }

    /// The object that `show` prints: all that is said of the document and of each version.
    func shown(in snapshot: StudySnapshot) -> JSON {
        let known = facts.json.members?.filter { $0.key != "document" } ?? []
        let withdrawn = withdrawal.map { withdrawal -> JSON in
            .full([
                ("at", .string(withdrawal.at.description)), ("by", .string(withdrawal.by)),
                ("reason", .string(withdrawal.reason)),
            ])
        }
        let links = snapshot.links.filter { $0.document == number || $0.target == number }.map { link -> JSON in
            .full([
                ("document", .string(link.document.description)), ("relation", .string(link.relation.rawValue)),
                ("target", .string(link.target.description)),
            ])
        }
        return .full(
            [
                ("study", .string(snapshot.study.id)), ("document", .string(number.description)),
                ("key", facts.key.json),
            ] + known.map { ($0.key, $0.value) } + [
                ("withdrawn", withdrawn), ("versions", .array(versions.map(shown))), ("links", .array(links)),
            ])
    }

    private func shown(_ version: Version) -> JSON {
        let facts = version.facts.json.members?.filter { !["version", "status"].contains($0.key) } ?? []
        let own: [(String, JSON?)] = [
            ("version", .int(version.ordinal)), ("label", version.facts.label.json),
            ("status", .string(version.facts.status.rawValue)),
            ("standing", .string(standing(of: version).rawValue)),
            ("filed_at", .string(version.filedAt.description)), ("filed_by", .string(version.filedBy)),
            ("first_review", (version.firstReview?.rawValue).json), ("expires", version.expires.json),
        ]
        return .full(own + facts.map { ($0.key, $0.value) })
    }
}
