import TMFFormats
import TMFModel

/// A document with its versions as fields under the names of the manifest's columns, whatever it was read from.
struct ComparedRecord {
    struct Version {
        let ordinal: Int?
        let fields: [String: JSON]
    }

    /// How it is named in the result.
    let name: String
    let fields: [String: JSON]
    let versions: [Version]
    /// Whether fields that are absent are not known, rather than not set.
    let isPartial: Bool
    /// What finds it elsewhere besides its number, its key and its versions.
    private var ownIdentities: [String] = []

    /// What a transfer says of a record. Fields that are absent are not known.
    init(name: String, fields: [String: JSON], versions: [Version], ownIdentities: [String]) {
        self.name = name
        self.fields = fields
        self.versions = versions
        self.ownIdentities = ownIdentities
        isPartial = true
    }

    /// Everything that a store or a package knows.
    init(_ document: Document) {
        name = document.number.description
        var fields = Dictionary(
            (document.facts.json.members ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        fields["restricted"] = .bool(document.facts.isRestricted)
        if let withdrawal = document.withdrawal {
            fields["withdrawn"] = .full([
                ("at", .string(withdrawal.at.description)), ("by", .string(withdrawal.by)),
                ("reason", .string(withdrawal.reason)),
            ])
        }
        self.fields = fields
        versions = document.versions.map { version in
            var fields = Dictionary(
                (version.facts.json.members ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
            fields["filed_at"] = .string(version.filedAt.description)
            fields["filed_by"] = .string(version.filedBy)
            fields["status_at"] = .string(version.statusAt.description)
            fields["first_review"] = version.firstReview.map { .string($0.rawValue) }
            return Version(ordinal: version.ordinal, fields: fields)
        }
        isPartial = false
    }

    /// What rows of a manifest say of one document, oldest version first.
    init(_ rows: [ManifestRow]) {
        let first = rows.first ?? ManifestRow(row: 0)
        name = first.document ?? first.path ?? first.url ?? "row \(first.row)"
        var fields: [String: JSON] = [:]
        for row in rows {
            for column in ManifestColumn.ofDocuments where fields[column.rawValue] == nil {
                let text = row.text(of: column)
                if !text.isEmpty { fields[column.rawValue] = .string(text) }
            }
        }
        self.fields = fields
        versions = rows.map { row in
            var fields: [String: JSON] = [:]
            for column in ManifestColumn.allCases where !ManifestColumn.ofDocuments.contains(column) {
                let text = row.text(of: column)
                if !text.isEmpty, column != .document { fields[column.rawValue] = .string(text) }
            }
            if !row.extra.isEmpty { fields["metadata"] = .object(row.extra) }
            return Version(ordinal: nil, fields: fields)
        }
        isPartial = true
    }

    /// What finds the same document elsewhere: numbers and keys first, then where its versions came from.
    var identities: [String] {
        var found = ownIdentities
        if let key = fields["document"]?.string { found.append("key:\(key)") }
        // A manifest may name a document by its number.
        if !isPartial { found.append("key:\(name)") }
        for version in versions { found += version.identities }
        return found
    }

    var lone: Comparison.Lone {
        var facts = fields
        facts["path"] = versions.first?.fields["path"]
        return Comparison.Lone(
            document: name,
            facts: .object(facts.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value) }))
    }
}

extension ComparedRecord.Version {
    /// What finds the same version elsewhere, the surest first.
    var identities: [String] {
        var found: [String] = []
        if let system = fields["source_system"]?.string, let id = fields["source_id"]?.string {
            found.append("source:\(system)\u{1F}\(id)")
        }
        if let path = fields["path"]?.string { found.append("path:\(path)") }
        if let url = fields["url"]?.string { found.append("url:\(url)") }
        if let sha256 = fields["sha256"]?.string { found.append("sha256:\(sha256)") }
        return found
    }
}

extension ManifestColumn {
    /// The columns that speak of a document as a whole.
    fileprivate static let ofDocuments: [ManifestColumn] = [
        .artifact, .subArtifact, .level, .country, .site, .person, .organization, .title, .document, .language,
        .translationOf, .restricted,
    ]
}
