import GRDB
import TMFModel

/// Reads the tables of quality control, issues, gates, locks and retention back into values.
enum OversightReading {
    static func oversight(of study: String, in db: Database) throws -> Oversight {
        Oversight(
            returns: try returns(of: study, in: db), samples: try samples(of: study, in: db),
            issues: try issues(of: study, in: db), overrides: try overrides(of: study, in: db),
            locks: try locks(of: study, in: db), retention: try RetentionReading.ledger(of: study, in: db),
            duplicates: try duplicates(of: study, in: db))
    }

    static func returns(of study: String, in db: Database) throws -> [QualityReturn] {
        let sql = """
            SELECT document, version, round, code, reason, by, at, answer, answeredAt FROM qualityReturn
            WHERE study = ? ORDER BY document, round
            """
        return try Row.fetchAll(db, sql: sql, arguments: [study]).map { row in
            let answer: String? = row[7]
            return QualityReturn(
                document: DocumentNumber(row[0] as Int), version: row[1], round: row[2], code: row[3], reason: row[4],
                by: row[5], at: try instant(row[6]),
                answer: try answer.map { text in
                    guard let answer = QualityReturn.Answer(rawValue: text) else {
                        throw CatalogError.unreadable("the answer '\(text)' to a return")
                    }
                    return answer
                },
                answeredAt: try (row[8] as String?).map(instant))
        }
    }

    static func samples(of study: String, in db: Database) throws -> [QualitySample] {
        var results: [Int: [QualitySample.Result]] = [:]
        let resultSQL = """
            SELECT sample, document, version, outcome, by, at FROM sampleMember
            WHERE study = ? AND outcome IS NOT NULL ORDER BY sample, position
            """
        for row in try Row.fetchAll(db, sql: resultSQL, arguments: [study]) {
            guard let outcome = QualityReview.Outcome(rawValue: row[3]) else {
                throw CatalogError.unreadable("the outcome of a sample")
            }
            let member = QualityDraw.Member(document: DocumentNumber(row[1] as Int), version: row[2])
            results[row[0], default: []].append(
                .init(member: member, outcome: outcome, by: row[4] ?? "", at: try instant(row[5] ?? "")))
        }
        let sql = "SELECT draw, by, at, reason, number FROM qualitySample WHERE study = ? ORDER BY number"
        return try Row.fetchAll(db, sql: sql, arguments: [study]).map { row in
            QualitySample(
                draw: try QualityDraw(json: try JSON(parsing: row[0] as String)), by: row[1], at: try instant(row[2]),
                reason: row[3], results: results[row[4]] ?? [])
        }
    }

    static func issues(of study: String, in db: Database) throws -> [QualityIssue] {
        var answers: [Int: [QualityIssue.Answer]] = [:]
        let answerSQL = "SELECT issue, text, by, at FROM issueAnswer WHERE study = ? ORDER BY issue, ordinal"
        for row in try Row.fetchAll(db, sql: answerSQL, arguments: [study]) {
            answers[row[0], default: []].append(.init(text: row[1], by: row[2], at: try instant(row[3])))
        }
        let sql = """
            SELECT number, statement, by, at, capa, closedBy, closedAt, resolution FROM qualityIssue
            WHERE study = ? ORDER BY number
            """
        return try Row.fetchAll(db, sql: sql, arguments: [study]).map { row in
            QualityIssue(
                statement: try IssueStatement(json: try JSON(parsing: row[1] as String)), by: row[2],
                at: try instant(row[3]), capa: row[4], answers: answers[row[0]] ?? [],
                closure: try (row[6] as String?).map {
                    .init(reason: row[7] ?? "", by: row[5] ?? "", at: try instant($0))
                })
        }
    }

    static func overrides(of study: String, in db: Database) throws -> [GateOverride] {
        let sql = """
            SELECT gate, blocker, scope, document, reason, by, at FROM gateOverride
            WHERE study = ? ORDER BY gate, blocker
            """
        return try Row.fetchAll(db, sql: sql, arguments: [study]).map { row in
            GateOverride(
                overridden: OverriddenBlocker(
                    gate: row[0], blocker: row[1], scope: try scope(row[2]),
                    document: (row[3] as Int?).map { DocumentNumber($0) }),
                reason: row[4], by: row[5], at: try instant(row[6]))
        }
    }

    static func locks(of study: String, in db: Database) throws -> [PlaceLock] {
        let statement = try db.cachedStatement(
            sql: "SELECT locking, by, at, reason FROM placeLock WHERE study = ? ORDER BY scope")
        return try Row.fetchAll(statement, arguments: [study]).map { row in
            PlaceLock(
                locking: try Locking(json: try JSON(parsing: row[0] as String)), by: row[1], at: try instant(row[2]),
                reason: row[3])
        }
    }

    static func duplicates(of study: String, in db: Database) throws -> [DecidedDuplicate] {
        let sql = """
            SELECT decision, reason, by, at FROM duplicateDecision WHERE study = ?
            ORDER BY document, otherStudy, other
            """
        return try Row.fetchAll(db, sql: sql, arguments: [study]).map { row in
            DecidedDuplicate(
                decision: try DuplicateDecision(json: try JSON(parsing: row[0] as String)), reason: row[1], by: row[2],
                at: try instant(row[3]))
        }
    }

    static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(text) else { throw CatalogError.unreadable("the time '\(text)'") }
        return instant
    }

    private static func scope(_ text: String) throws -> Scope {
        guard let scope = Scope(text) else { throw CatalogError.unreadable("the place '\(text)'") }
        return scope
    }
}
