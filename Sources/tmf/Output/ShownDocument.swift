import TMFModel
import TMFStore

/// One document with its versions and links, as `show` prints it.
struct ShownDocument {
    static let versionKeys = [
        "version", "label", "standing", "document_date", "received_date", "expires", "filed_at", "filed_by",
        "filed_date", "media_type", "bytes", "sha256", "original_name", "url",
    ]

    let study: String
    let document: Document
    let links: [DocumentLink]

    /// Throws `StoreError.noSuchDocument`. A document as it stands is read by itself, one of a past day from the journal.
    init(_ number: DocumentNumber, in opened: OpenedStudy, asOf: AsOfOption) throws {
        study = opened.study
        let found: Document?
        let known: [DocumentLink]
        if asOf.asOf == nil {
            found = try opened.store.document(number, in: opened.study)
            known = try opened.store.links(of: opened.study)
        } else {
            let snapshot = try opened.snapshot(asOf)
            found = snapshot.document(number)
            known = snapshot.links
        }
        guard let found else { throw StoreError.noSuchDocument(number.description) }
        document = found
        links = known.filter { $0.document == number || $0.target == number }
    }

    /// The versions, oldest first: what was said of each, and how it stands.
    var versions: [JSON] {
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

    var json: JSON {
        let key = ("key", document.facts.key.json)
        let facts = document.facts.json.members?.filter { $0.key != "document" } ?? []
        let withdrawn = document.withdrawal.map { withdrawal -> JSON in
            .full([
                ("at", .string(withdrawal.at.description)), ("by", .string(withdrawal.by)),
                ("reason", .string(withdrawal.reason)),
            ])
        }
        return .full(
            [("study", .string(study)), ("document", .string(document.number.description)), key]
                + facts.map { ($0.key, $0.value) } + [
                    ("withdrawn", withdrawn), ("versions", .array(versions)),
                    ("links", .array(links.map(\.shown))),
                ])
    }

    var page: Page {
        var page = Page("\(document.number)  \(document.facts.title)")
        let facts = document.facts.json.members?.filter { $0.key != "title" && $0.key != "document" } ?? []
        page.facts(
            [("key", document.facts.key)] + facts.map { ($0.key, $0.value.cell) } + [
                ("withdrawn", document.withdrawal.map { "\($0.at) by \($0.by): \($0.reason)" })
            ])
        page.heading("Versions")
        page.table(
            Listing(
                [
                    "version", "label", "standing", "document_date", "expires", "filed_at", "filed_by", "original_name",
                    "url",
                ],
                of: versions))
        if !links.isEmpty { page.heading("Links") }
        for link in links {
            page.line(
                link.document == document.number
                    ? "\(link.relation.rawValue) \(link.target)" : "\(link.relation.inverse) \(link.document)")
        }
        return page
    }
}

extension DocumentLink {
    fileprivate var shown: JSON {
        .full([
            ("document", .string(document.description)), ("relation", .string(relation.rawValue)),
            ("target", .string(target.description)),
        ])
    }
}
