import GRDB
import TMFModel

/// The part of `CatalogApplying` that keeps quality control, issues, gates and locks.
///
/// Numbers must be new, but need not be the next: a package may withhold the entry before.
enum OversightApplying {
    /// Throws `StoreError.contradiction` if the entry does not fit what came before it.
    static func apply(_ event: OversightEvent, of entry: JournalEntry, to db: Database) throws {
        let study = entry.study
        let (by, at, reason) = (entry.by.actor, entry.at.description, entry.by.reason)
        switch event {
        case .sampleDrawn(let draw):
            guard try !exists("qualitySample", "number", draw.number, study, in: db) else {
                throw StoreError.contradiction("sample \(draw.number) is drawn a second time")
            }
            try db.execute(
                sql: "INSERT INTO qualitySample (study, number, draw, by, at, reason) VALUES (?,?,?,?,?,?)",
                arguments: [study, draw.number, draw.json.line, by, at, reason])
            let member = try db.cachedStatement(
                sql: "INSERT INTO sampleMember (study, sample, position, document, version) VALUES (?,?,?,?,?)")
            for (place, drawn) in draw.drawn.enumerated() {
                try member.execute(arguments: [
                    study, draw.number, place + 1, Int(drawn.document.value), drawn.version,
                ])
            }
        case .issueRaised(let statement):
            guard try !exists("qualityIssue", "number", Int(statement.number.value), study, in: db) else {
                throw StoreError.contradiction("issue \(statement.number) is raised a second time")
            }
            try db.execute(
                sql: "INSERT INTO qualityIssue (study, number, statement, by, at, capa) VALUES (?,?,?,?,?,?)",
                arguments: [study, Int(statement.number.value), statement.json.line, by, at, statement.capa])
        case .issueAnswered(let number, _, let text, let capa):
            try requireOpen(number, study, in: db)
            try db.execute(
                sql: """
                    INSERT INTO issueAnswer (study, issue, ordinal, text, by, at) VALUES (?1, ?2,
                      (SELECT coalesce(max(ordinal), 0) + 1 FROM issueAnswer WHERE study = ?1 AND issue = ?2), ?3, ?4, ?5)
                    """,
                arguments: [study, Int(number.value), text, by, at])
            try setCAPA(capa, of: number, study, in: db)
        case .issueClosed(let number, _, let capa):
            try requireOpen(number, study, in: db)
            try db.execute(
                sql: """
                    UPDATE qualityIssue SET closedBy = ?, closedAt = ?, resolution = ? WHERE study = ? AND number = ?
                    """,
                arguments: [by, at, reason ?? "", study, Int(number.value)])
            try setCAPA(capa, of: number, study, in: db)
        case .blockerOverridden(let blocker):
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO gateOverride (study, gate, blocker, scope, document, reason, by, at)
                    VALUES (?,?,?,?,?,?,?,?)
                    """,
                arguments: [
                    study, blocker.gate, blocker.blocker, blocker.scope.description,
                    blocker.document.map { Int($0.value) }, reason ?? "", by, at,
                ])
        case .overrideLifted(let blocker):
            try db.execute(
                sql: "DELETE FROM gateOverride WHERE study = ? AND gate = ? AND blocker = ?",
                arguments: [study, blocker.gate, blocker.blocker])
        case .placeLocked(let locking):
            guard locking.judged == entry.seq - 1 else {
                throw StoreError.contradiction(
                    "the gate was judged at entry \(locking.judged), and the journal went on; judge it again")
            }
            guard try !exists("placeLock", "scope", locking.scope.description, study, in: db) else {
                throw StoreError.contradiction("\(locking.scope.place) is locked already")
            }
            try db.execute(
                sql: "INSERT INTO placeLock (study, scope, locking, reason, by, at) VALUES (?,?,?,?,?,?)",
                arguments: [study, locking.scope.description, locking.json.line, reason, by, at])
        case .placeUnlocked(let scope):
            guard try exists("placeLock", "scope", scope.description, study, in: db) else {
                throw StoreError.contradiction("\(scope.place) is not locked")
            }
            try db.execute(
                sql: "DELETE FROM placeLock WHERE study = ? AND scope = ?", arguments: [study, scope.description])
        case .duplicateDecided(let decision):
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO duplicateDecision
                      (study, document, otherStudy, other, decision, reason, by, at) VALUES (?,?,?,?,?,?,?,?)
                    """,
                arguments: [
                    study, Int(decision.first.document.value), decision.otherStudy ?? "",
                    Int(decision.second.document.value), decision.json.line, reason ?? "", by, at,
                ])
        }
    }

    private static func exists(
        _ table: String, _ column: String, _ value: some DatabaseValueConvertible, _ study: String, in db: Database
    ) throws -> Bool {
        let sql = "SELECT 1 FROM \(table) WHERE study = ? AND \(column) = ?"
        return try Int.fetchOne(db, sql: sql, arguments: [study, value]) != nil
    }

    private static func requireOpen(_ number: IssueNumber, _ study: String, in db: Database) throws {
        let sql = "SELECT closedAt IS NULL FROM qualityIssue WHERE study = ? AND number = ?"
        guard let isOpen = try Bool.fetchOne(db, sql: sql, arguments: [study, Int(number.value)]) else {
            throw StoreError.contradiction("there is no issue \(number)")
        }
        guard isOpen else { throw StoreError.contradiction("issue \(number) is closed already") }
    }

    private static func setCAPA(_ capa: String?, of number: IssueNumber, _ study: String, in db: Database) throws {
        guard let capa else { return }
        try db.execute(
            sql: "UPDATE qualityIssue SET capa = ? WHERE study = ? AND number = ?",
            arguments: [capa, study, Int(number.value)])
    }
}

extension Scope {
    /// `the trial`, `country DEU`, `site DEU/101`
    var place: String {
        switch self {
        case .trial: "the trial"
        case .country: "country \(self)"
        case .site: "site \(self)"
        }
    }
}
