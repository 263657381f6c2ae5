import GRDB
import TMFModel

/// The part of `CatalogApplying` that keeps the clock of rework, a return and what answers it, and the results of
/// samples.
enum ReturnApplying {
    /// A review answers the return before it, and may be a return itself.
    static func apply(_ review: QualityReview, of entry: JournalEntry, to db: Database) throws {
        try answer(review.document, version: review.version, .reviewedAgain, entry, in: db)
        let result = try db.cachedStatement(
            sql: """
                UPDATE sampleMember SET outcome = ?, by = ?, at = ? WHERE study = ? AND document = ? AND version = ?
                """)
        try result.execute(arguments: [
            review.outcome.rawValue, entry.by.actor, entry.at.description, entry.study, Int(review.document.value),
            review.version,
        ])
        guard review.outcome == .returned else { return }
        try db.execute(
            sql: """
                INSERT INTO qualityReturn (study, document, round, version, code, reason, by, at) VALUES (?1, ?2,
                  (SELECT coalesce(max(round), 0) + 1 FROM qualityReturn WHERE study = ?1 AND document = ?2),
                  ?3, ?4, ?5, ?6, ?7)
                """,
            arguments: [
                entry.study, Int(review.document.value), review.version, review.code, entry.by.reason, entry.by.actor,
                entry.at.description,
            ])
    }

    /// Stops the clock of a document's returns, or of one version's; nothing if none runs.
    static func answer(
        _ document: DocumentNumber, version: Int? = nil, _ answer: QualityReturn.Answer, _ entry: JournalEntry,
        in db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE qualityReturn SET answer = ?1, answeredAt = ?2
                WHERE study = ?3 AND document = ?4 AND answer IS NULL AND (?5 IS NULL OR version = ?5)
                """)
        try statement.execute(arguments: [
            answer.rawValue, entry.at.description, entry.study, Int(document.value), version,
        ])
    }
}
