import GRDB
import TMFModel

/// One row of `version`, in the order of its columns.
enum VersionRow {
    static let columns = """
        document, ordinal, label, status, statusAt, firstReview, documentDate, receivedDate, expiryDate, expiryRule, \
        copy, certifiedBy, certifiedOn, certifiedMethod, filedElsewhere, sourceSystem, sourceId, path, originalName, \
        sha256, bytes, mediaType, url, note, metadata, filedAt, filedBy, addendum
        """

    static func write(_ version: Version, of number: DocumentNumber, study: String, to db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO version (study, \(columns))
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
                """)
        let facts = version.facts
        try statement.execute(arguments: [
            study, Int(number.value), version.ordinal, facts.label, facts.status.rawValue,
            version.statusAt.description, version.firstReview?.rawValue,
            facts.documentDate?.description ?? facts.partialDocumentDate?.printed,
            facts.receivedDate?.description, facts.expiryDate?.description, facts.expiryRule?.description,
            facts.copy?.kind.rawValue, facts.copy?.certifiedBy, facts.copy?.certifiedOn?.description,
            facts.copy?.certifiedMethod, facts.filedElsewhere?.description, facts.source.system, facts.source.id,
            facts.source.path, facts.originalName, facts.content?.digest.description, facts.content?.bytes,
            facts.content?.mediaType, facts.url, facts.note,
            facts.metadata.isEmpty ? nil : JSON.object(facts.metadata).line, version.filedAt.description,
            version.filedBy, facts.isAddendum,
        ])
        if let content = facts.content, let defect = content.defect {
            try DefectRow.write(defect, of: content.digest, study: study, to: db)
        }
    }

    static func read(_ row: Row) throws -> Version {
        let metadata: String? = row[24]
        let (documentDate, partial) = try documentDate(row)
        let facts = VersionFacts(
            label: row[2], documentDate: documentDate, partialDocumentDate: partial,
            receivedDate: try value(row[7]),
            expiryDate: try value(row[8]), expiryRule: try value(row[9]), copy: try copy(row),
            status: try choice(row[3]), filedElsewhere: try value(row[14]),
            source: Source(system: row[15], id: row[16], path: row[17]), originalName: row[18],
            content: try content(row), url: row[22], note: row[23], isAddendum: row[27],
            metadata: try metadata.map { try JSON(parsing: $0).members ?? [] } ?? [])
        let review: String? = row[5]
        let filedText: String = row[25]
        let statusText: String = row[4]
        let filedAt: Instant = try required(filedText)
        return Version(
            ordinal: row[1], facts: facts, filedAt: filedAt, filedBy: row[26],
            // Most versions keep the status they were filed with.
            statusAt: statusText == filedText ? filedAt : try required(statusText),
            firstReview: try review.map { try choice($0) })
    }

    /// A whole day, as nearly all are, or a date of which a part is open.
    private static func documentDate(_ row: Row) throws -> (Day?, PartialDay?) {
        guard let written: String = row[6] else { return (nil, nil) }
        if let day = Day(written) { return (day, nil) }
        guard let partial = PartialDay(written) else { throw CatalogError.unreadable("Day '\(written)'") }
        return (nil, partial)
    }

    private static func copy(_ row: Row) throws -> CopyStatement? {
        let kind: String? = row[10]
        return try kind.map {
            CopyStatement(
                kind: try choice($0), certifiedBy: row[11], certifiedOn: try value(row[12]), certifiedMethod: row[13])
        }
    }

    private static func content(_ row: Row) throws -> Content? {
        let digest: Digest? = try value(row[19])
        return digest.map { Content(digest: $0, bytes: row[20] ?? 0, mediaType: row[21] ?? "") }
    }

    private static func value<Value: LosslessStringConvertible>(_ text: String?) throws -> Value? {
        try text.map { try required($0) }
    }

    private static func required<Value: LosslessStringConvertible>(_ text: String) throws -> Value {
        guard let value = Value(text) else { throw CatalogError.unreadable("\(Value.self) '\(text)'") }
        return value
    }

    private static func choice<Value: RawRepresentable<String>>(_ text: String) throws -> Value {
        guard let value = Value(rawValue: text) else { throw CatalogError.unreadable("\(Value.self) '\(text)'") }
        return value
    }
}
