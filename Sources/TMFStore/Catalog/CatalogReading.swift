import GRDB
import TMFModel

/// Reads the derived tables back into values.
enum CatalogReading {
    static func study(_ id: String, in db: Database) throws -> Study? {
        let sql = "SELECT kind, key, value FROM studyEntity WHERE study = ? ORDER BY position"
        let entities = try Row.fetchAll(db, sql: sql, arguments: [id]).map { row in
            let kind: String = row[0]
            guard let kind = StudyEntity.Kind(rawValue: kind) else { throw CatalogError.unreadable("entity \(kind)") }
            let value: String = row[2]
            return StudyEntity(kind: kind, key: row[1], value: try JSON(parsing: value))
        }
        return entities.isEmpty ? nil : try Study(entities: entities)
    }

    static func document(_ number: DocumentNumber, of study: String, in db: Database) throws -> Document? {
        let sql = "SELECT \(DocumentRow.columns) FROM document WHERE study = ? AND number = ?"
        let arguments: StatementArguments = [study, Int(number.value)]
        guard let row = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments) else { return nil }
        var document = try DocumentRow.read(row)
        let versions = try db.cachedStatement(
            sql: "SELECT \(VersionRow.columns) FROM version WHERE study = ? AND document = ? ORDER BY ordinal")
        document.versions = try Row.fetchAll(versions, arguments: arguments).map(VersionRow.read)
        try document.note { try DefectRow.read($0, study: study, in: db) }
        return document
    }

    /// All documents up to a number, in the order of their numbers. Of many, the twin reads the later half. `head` is the
    /// last entry that `db` knows.
    static func documents(
        of study: String, through newest: Int = .max, in db: Database, head: JournalHead?, beside twin: CatalogTwin?
    ) throws -> [Document] {
        let sql = "SELECT max(number) FROM document WHERE study = ? AND number <= ?"
        guard let last = try Int.fetchOne(db, sql: sql, arguments: [study, newest]) else { return [] }
        var documents: [Document] = []
        guard let twin, last >= twin.fewest else {
            try forEachDocument(of: study, numbered: 0...last, in: db) { documents.append($0) }
            return documents
        }
        let later = last / 2 + 1...last
        let reading = try twin.read(later, of: study, head: head)
        try forEachDocument(of: study, numbered: 0...last / 2, in: db) { documents.append($0) }
        if let others = try reading.documents() {
            documents += others
        } else {
            try forEachDocument(of: study, numbered: later, in: db) { documents.append($0) }
        }
        return documents
    }

    /// Every document in the order of their numbers, one in memory at a time: two passes, side by side, over two tables
    /// sorted alike. `numbers` are those of the documents to read.
    static func forEachDocument(
        of study: String, numbered numbers: ClosedRange<Int> = 0...Int.max, in db: Database,
        _ body: (Document) throws -> Void
    ) throws {
        let arguments: StatementArguments = [study, numbers.lowerBound, numbers.upperBound]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(DocumentRow.columns) FROM document WHERE study = ? AND number BETWEEN ? AND ?
                ORDER BY number
                """, arguments: arguments)
        let versions = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(VersionRow.columns) FROM version WHERE study = ? AND document BETWEEN ? AND ?
                ORDER BY document, ordinal
                """, arguments: arguments)
        let defects = try DefectRow.all(of: study, in: db)
        var version = try versions.next()
        while let row = try rows.next() {
            var document = try DocumentRow.read(row)
            while let row = version, row[0] as Int == Int(document.number.value) {
                document.versions.append(try VersionRow.read(row))
                version = try versions.next()
            }
            if !defects.isEmpty { document.note { defects[$0] } }
            try body(document)
        }
        if let row = version {
            throw CatalogError.unreadable("a version of \(DocumentNumber(row[0] as Int)), which is not there")
        }
    }

    static func waivers(of study: String, in db: Database) throws -> [Waiver] {
        let sql = "SELECT address, reason, by, at FROM waiver WHERE study = ? ORDER BY address"
        return try Row.fetchAll(db, sql: sql, arguments: [study]).map { row in
            guard let at = Instant(row[3] as String) else { throw CatalogError.unreadable("the time of a waiver") }
            return Waiver(
                address: try SlotAddress(json: try JSON(parsing: row[0] as String)), reason: row[1], by: row[2], at: at)
        }
    }

    static func links(of study: String, in db: Database) throws -> [DocumentLink] {
        let sql =
            "SELECT document, relation, target FROM documentLink WHERE study = ? ORDER BY document, relation, target"
        return try Row.fetchAll(db, sql: sql, arguments: [study]).map { row in
            guard let relation = DocumentLink.Relation(rawValue: row[1]) else {
                throw CatalogError.unreadable("a link's relation")
            }
            return DocumentLink(
                document: DocumentNumber(row[0] as Int), relation: relation, target: DocumentNumber(row[2] as Int))
        }
    }

    static func snapshot(
        of id: String, in db: Database, head: JournalHead?, beside twin: CatalogTwin? = nil
    ) throws -> StudySnapshot? {
        guard let study = try study(id, in: db) else { return nil }
        return StudySnapshot(
            study: study, documents: try documents(of: id, in: db, head: head, beside: twin),
            waivers: try waivers(of: id, in: db), links: try links(of: id, in: db),
            oversight: try OversightReading.oversight(of: id, in: db), head: head)
    }

    /// Hands over everything but the documents, then the documents one at a time. False if there is no such study.
    static func read(
        _ id: String, in db: Database, head: JournalHead?, frame: (StudySnapshot) throws -> Void,
        document: (Document) throws -> Void
    ) throws -> Bool {
        guard let study = try study(id, in: db) else { return false }
        try frame(
            StudySnapshot(
                study: study, documents: [], waivers: try waivers(of: id, in: db), links: try links(of: id, in: db),
                head: head))
        try forEachDocument(of: id, in: db, document)
        return true
    }
}
