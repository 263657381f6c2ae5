import GRDB
import TMFModel

/// Reads the tables of retention back into values.
enum RetentionReading {
    static func ledger(of study: String, in db: Database) throws -> RetentionLedger {
        RetentionLedger(
            events: try events(of: study, in: db), holds: try holds(of: study, in: db),
            disposals: try disposals(of: study, in: db))
    }

    private static func events(of study: String, in db: Database) throws -> [StatedEvent] {
        let sql = "SELECT name, country, day, by, at, reason FROM retentionEvent WHERE study = ? ORDER BY name, country"
        return try Row.fetchAll(db, sql: sql, arguments: [study]).map { row in
            let country: String = row[1]
            guard let day = Day(row[2] as String), country.isEmpty || CountryCode(country) != nil else {
                throw CatalogError.unreadable("an event of retention")
            }
            return StatedEvent(
                event: RetentionEvent(name: row[0], country: CountryCode(country), day: day), by: row[3],
                at: try OversightReading.instant(row[4]), reason: row[5])
        }
    }

    static func holds(of study: String, in db: Database) throws -> [RetentionHold] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT statement, by, at, reason, liftedBy, liftedAt, liftedReason FROM retentionHold
                WHERE study = ? ORDER BY number
                """)
        return try Row.fetchAll(statement, arguments: [study]).map { row in
            RetentionHold(
                statement: try HoldStatement(json: try JSON(parsing: row[0] as String)), by: row[1],
                at: try OversightReading.instant(row[2]), reason: row[3],
                lifting: try (row[5] as String?).map {
                    .init(by: row[4] ?? "", at: try OversightReading.instant($0), reason: row[6] ?? "")
                })
        }
    }

    private static func disposals(of study: String, in db: Database) throws -> [Disposal] {
        let sql = """
            SELECT statement, by, at, reason FROM disposal WHERE study = ? ORDER BY number, document, subject, version
            """
        return try Row.fetchAll(db, sql: sql, arguments: [study]).map { row in
            Disposal(
                statement: try DisposalStatement(json: try JSON(parsing: row[0] as String)), by: row[1],
                at: try OversightReading.instant(row[2]), reason: row[3])
        }
    }
}
