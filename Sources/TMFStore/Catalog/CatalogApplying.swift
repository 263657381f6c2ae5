import GRDB
import TMFModel

/// The one function that turns an entry of the journal into rows. Filing, rebuilding and looking at a past date all
/// go through it, so what an auditor reads and what the program shows cannot disagree.
enum CatalogApplying {
    /// Throws `StoreError.contradiction` if the entry does not fit what came before it.
    static func apply(_ entry: JournalEntry, to db: Database) throws {
        let study = entry.study
        for document in Set(entry.event.documents) {
            try db.cachedStatement(sql: "INSERT INTO mention (study, document, seq) VALUES (?,?,?)")
                .execute(arguments: [study, Int(document.value), entry.seq])
        }
        switch entry.event {
        case .studyChanged(let changes):
            for change in changes { try apply(change, of: entry, to: db) }
        case .documentFiled(let number, let facts, let filed):
            let document = Document(number: number, facts: facts, versions: [])
            guard try !exists(number, study, in: db) else {
                throw StoreError.contradiction("document \(number) is filed a second time")
            }
            try DocumentRow.write(document, study: study, to: db)
            try VersionRow.write(version(1, filed, entry), of: number, study: study, to: db)
        case .versionFiled(let number, let ordinal, let filed):
            let document = try existing(number, study, in: db)
            guard ordinal == document.versions.count + 1 else {
                throw StoreError.contradiction(
                    "\(number) has \(document.versions.count) versions; the next is not \(ordinal)")
            }
            try VersionRow.write(version(ordinal, filed, entry), of: number, study: study, to: db)
            try ReturnApplying.answer(number, .nextVersion, entry, in: db)
        case .documentAmended(let number, let ordinal, let changes):
            try update(number, study, in: db) { $0 = try $0.amended(version: ordinal, changes) }
        case .documentMoved(let number, _, let to):
            try update(number, study, in: db) { document in
                document.facts.artifact = to.artifact
                document.facts.subArtifact = to.subArtifact
                document.facts.scope = to.scope
                document.facts.person = to.person
                document.facts.organization = to.organization
            }
        case .documentWithdrawn(let number):
            try update(number, study, in: db) {
                $0.withdrawal = Document.Withdrawal(at: entry.at, by: entry.by.actor, reason: entry.by.reason ?? "")
            }
            try ReturnApplying.answer(number, .withdrawn, entry, in: db)
        case .qualityReviewed(let review):
            try update(review.document, study, in: db) { document in
                guard let index = document.versions.firstIndex(where: { $0.ordinal == review.version }) else {
                    throw StoreError.contradiction("\(review.document) has no version \(review.version)")
                }
                // An approved version that a sample finds sound stays approved since it was approved.
                if review.from != .approved || review.to != .approved {
                    document.versions[index].facts.status = review.to
                    document.versions[index].statusAt = entry.at
                }
                document.versions[index].firstReview = document.versions[index].firstReview ?? review.outcome
            }
            try ReturnApplying.apply(review, of: entry, to: db)
        case .slotWaived(let address):
            try db.execute(
                sql: "INSERT OR REPLACE INTO waiver (study, address, reason, by, at) VALUES (?,?,?,?,?)",
                arguments: [
                    study, address.json.line, entry.by.reason ?? "", entry.by.actor, entry.at.description,
                ])
        case .waiverLifted(let address):
            try db.execute(
                sql: "DELETE FROM waiver WHERE study = ? AND address = ?", arguments: [study, address.json.line])
        case .documentsLinked(let link):
            for end in [link.document, link.target] where try !exists(end, study, in: db) {
                throw StoreError.noSuchDocument(end.description)
            }
            try db.execute(
                sql: "INSERT OR REPLACE INTO documentLink (study, document, relation, target) VALUES (?,?,?,?)",
                arguments: [study, Int(link.document.value), link.relation.rawValue, Int(link.target.value)])
        case .linkRemoved(let link):
            try db.execute(
                sql: "DELETE FROM documentLink WHERE study = ? AND document = ? AND relation = ? AND target = ?",
                arguments: [study, Int(link.document.value), link.relation.rawValue, Int(link.target.value)])
        case .oversight(let event): try OversightApplying.apply(event, of: entry, to: db)
        case .retention(let change): try RetentionApplying.apply(change, of: entry, to: db)
        }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO applied (study, seq) VALUES (?,?)")
            .execute(arguments: [study, entry.seq])
    }

    private static func version(_ ordinal: Int, _ facts: VersionFacts, _ entry: JournalEntry) -> Version {
        Version(ordinal: ordinal, facts: facts, filedAt: entry.at, filedBy: entry.by.actor)
    }

    private static func exists(_ number: DocumentNumber, _ study: String, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM document WHERE study = ? AND number = ?")
        return try Int.fetchOne(statement, arguments: [study, Int(number.value)]) != nil
    }

    private static func existing(_ number: DocumentNumber, _ study: String, in db: Database) throws -> Document {
        guard let document = try CatalogReading.document(number, of: study, in: db) else {
            throw StoreError.noSuchDocument(number.description)
        }
        return document
    }

    private static func update(
        _ number: DocumentNumber, _ study: String, in db: Database, _ change: (inout Document) throws -> Void
    ) throws {
        let before = try existing(number, study, in: db)
        var after = before
        try change(&after)
        for (version, old) in zip(after.versions, before.versions) where version != old {
            try VersionRow.write(version, of: number, study: study, to: db)
        }
        guard after.facts != before.facts || after.withdrawal != before.withdrawal else { return }
        try updateFacts(after, study, in: db)
    }

    /// An update in place: a replaced row would take its versions with it.
    private static func updateFacts(_ document: Document, _ study: String, in db: Database) throws {
        let facts = document.facts
        try db.execute(
            sql: """
                UPDATE document SET artifact = ?, subArtifact = ?, level = ?, country = ?, site = ?, person = ?,
                  organization = ?, title = ?, language = ?, translationOf = ?, restricted = ?, key = ?,
                  withdrawnAt = ?, withdrawnBy = ?, withdrawnReason = ?
                WHERE study = ? AND number = ?
                """,
            arguments: [
                facts.artifact.description, facts.subArtifact, facts.scope.level.rawValue,
                facts.scope.country?.description, facts.scope.site, facts.person, facts.organization, facts.title,
                facts.language, facts.translationOf, facts.isRestricted, facts.key,
                document.withdrawal?.at.description, document.withdrawal?.by, document.withdrawal?.reason, study,
                Int(document.number.value),
            ])
    }

    private static func apply(_ change: StudyChange, of entry: JournalEntry, to db: Database) throws {
        guard change.to != .null else {
            try db.execute(
                sql: "DELETE FROM studyEntity WHERE study = ? AND kind = ? AND key = ?",
                arguments: [entry.study, change.entity.rawValue, change.key])
            return
        }
        // A changed entity keeps its place among the others; a new one comes last.
        try db.execute(
            sql: """
                INSERT INTO studyEntity (study, kind, key, value, position)
                VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position), 0) + 1 FROM studyEntity WHERE study = ?1))
                ON CONFLICT (study, kind, key) DO UPDATE SET value = excluded.value
                """,
            arguments: [entry.study, change.entity.rawValue, change.key, change.to.line])
    }
}
