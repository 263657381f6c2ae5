import GRDB
import TMFModel

/// The part of `CatalogApplying` that keeps events of retention, holds and disposals.
enum RetentionApplying {
    /// Throws `StoreError.held` for the disposal of what a hold covers, `.noSuchDocument`, or `.contradiction` if the
    /// entry does not fit what came before it.
    static func apply(_ change: RetentionChange, of entry: JournalEntry, to db: Database) throws {
        let study = entry.study
        let (by, at, reason) = (entry.by.actor, entry.at.description, entry.by.reason)
        switch change {
        case .eventStated(let event, let before):
            try require(event, statedFor: before, study, in: db)
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO retentionEvent (study, name, country, day, by, at, reason)
                    VALUES (?,?,?,?,?,?,?)
                    """,
                arguments: [study, event.name, event.place, event.day.description, by, at, reason ?? ""])
        case .eventWithdrawn(let event):
            try require(event, statedFor: event.day, study, in: db)
            try db.execute(
                sql: "DELETE FROM retentionEvent WHERE study = ? AND name = ? AND country = ?",
                arguments: [study, event.name, event.place])
        case .holdPlaced(let statement):
            guard try hold(statement.number, study, in: db) == nil else {
                throw StoreError.contradiction("hold \(statement.number) is placed a second time")
            }
            try db.execute(
                sql: "INSERT INTO retentionHold (study, number, statement, by, at, reason) VALUES (?,?,?,?,?,?)",
                arguments: [study, Int(statement.number.value), statement.json.line, by, at, reason ?? ""])
        case .holdLifted(let number, _):
            guard let hold = try hold(number, study, in: db) else {
                throw StoreError.contradiction("there is no hold \(number)")
            }
            guard hold.isInForce else { throw StoreError.contradiction("hold \(number) was lifted already") }
            try db.execute(
                sql: """
                    UPDATE retentionHold SET liftedBy = ?, liftedAt = ?, liftedReason = ?
                    WHERE study = ? AND number = ?
                    """,
                arguments: [by, at, reason ?? "", study, Int(number.value)])
        case .disposalConfirmed(let statement):
            try checkHolds(on: statement.document, study, in: db)
            try insert(statement, by: entry, to: db)
        }
    }

    /// What is corrected must be what stands, so that the journal's `from` is never wrong.
    private static func require(_ event: RetentionEvent, statedFor day: Day?, _ study: String, in db: Database) throws {
        let stated = try String.fetchOne(
            db, sql: "SELECT day FROM retentionEvent WHERE study = ? AND name = ? AND country = ?",
            arguments: [study, event.name, event.place])
        guard stated == day?.description else {
            throw StoreError.contradiction(
                "\(event.name) is stated for \(stated ?? "no day"), not for \(day?.description ?? "no day")")
        }
    }

    private static func hold(_ number: HoldNumber, _ study: String, in db: Database) throws -> RetentionHold? {
        try RetentionReading.holds(of: study, in: db).first { $0.number == number }
    }

    private static func checkHolds(on number: DocumentNumber, _ study: String, in db: Database) throws {
        guard let document = try CatalogReading.document(number, of: study, in: db) else {
            throw StoreError.noSuchDocument(number.description)
        }
        if let hold = try RetentionReading.holds(of: study, in: db).first(where: { $0.covers(document) }) {
            throw StoreError.held(number, by: hold.number, reason: hold.reason)
        }
    }

    private static func insert(_ statement: DisposalStatement, by entry: JournalEntry, to db: Database) throws {
        let key: StatementArguments = [
            entry.study, Int(statement.document.value), statement.subject.rawValue, statement.version ?? 0,
        ]
        let known = try Int.fetchOne(
            db, sql: "SELECT number FROM disposal WHERE study = ? AND document = ? AND subject = ? AND version = ?",
            arguments: key)
        if let known {
            throw StoreError.contradiction(
                "the disposal of \(statement.document), \(statement.subject.rawValue), is on record already as "
                    + DisposalNumber(known).description)
        }
        try db.execute(
            sql: """
                INSERT INTO disposal (study, document, subject, version, number, statement, by, at, reason)
                VALUES (?,?,?,?,?,?,?,?,?)
                """,
            arguments: key + [
                Int(statement.number.value), statement.json.line, entry.by.actor, entry.at.description,
                entry.by.reason,
            ])
    }
}

extension RetentionEvent {
    /// The country as the table has it: empty for everywhere.
    fileprivate var place: String { country?.description ?? "" }
}
