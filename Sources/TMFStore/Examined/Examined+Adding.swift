import GRDB
public import TMFModel

/// One content with what looking into it showed.
public struct ExaminedContent: Sendable {
    let digest: Digest
    let examination: FileExamination
    let pages: String
    let recognized: String
    /// Empty where there is nothing to find.
    let words: String
    /// Nil where the text says too little.
    let signature: TextSignature?
    let pageCount: Int

    /// Folds the text, which takes longer than to write it: to be done where several contents are examined at once.
    public init(_ digest: Digest, _ examination: FileExamination, _ text: ExtractedText) {
        self.digest = digest
        self.examination = examination
        pages = text.pages.map(Examined.withoutPageEnds).joined(separator: String(Examined.pageEnd))
        recognized = text.recognized.sorted().map(String.init).joined(separator: " ")
        words = examination.hasText ? Folding.fold(pages) : ""
        signature = examination.hasText ? TextSignature(folded: words) : nil
        pageCount = examination.pages ?? text.pages.count
    }
}

extension Examined {
    /// Writes what was found, all of it or nothing; what was known of the same contents is replaced.
    public func add(_ contents: [ExaminedContent]) throws {
        try database.write { db in
            for content in contents { try Self.add(content, to: db) }
        }
    }

    private static func add(_ content: ExaminedContent, to db: Database) throws {
        let id = try contentNumber(content.digest, in: db)
        try remove(textOf: id, from: db)
        let hasText = !content.words.isEmpty
        try db.cachedStatement(sql: "UPDATE content SET facts = ?, hasRemarks = ?, hasText = ? WHERE id = ?")
            .execute(arguments: [
                content.examination.json.line, !content.examination.remarks.isEmpty, hasText, id,
            ])
        try sign(content, id, in: db)
        guard hasText else { return }
        try db.cachedStatement(sql: "INSERT INTO contentText (content, pages, recognized) VALUES (?,?,?)")
            .execute(arguments: [id, content.pages, content.recognized])
        try db.cachedStatement(sql: "INSERT INTO word (rowid, text) VALUES (?,?)")
            .execute(arguments: [id, content.words])
    }

    /// The number of a content in this file, a new one if it has none.
    static func contentNumber(_ digest: Digest, in db: Database) throws -> Int64 {
        let known = try db.cachedStatement(sql: "SELECT id FROM content WHERE sha256 = ?")
        if let id = try Int64.fetchOne(known, arguments: [digest.description]) { return id }
        try db.cachedStatement(sql: "INSERT INTO content (sha256) VALUES (?)").execute(arguments: [digest.description])
        return db.lastInsertedRowID
    }

    /// An index without texts forgets a text only when it is told the text again.
    private static func remove(textOf id: Int64, from db: Database) throws {
        let known = try db.cachedStatement(sql: "SELECT pages FROM contentText WHERE content = ?")
        guard let pages = try String.fetchOne(known, arguments: [id]) else { return }
        try db.execute(
            sql: "INSERT INTO word (word, rowid, text) VALUES ('delete', ?, ?)", arguments: [id, Folding.fold(pages)])
        try db.execute(sql: "DELETE FROM contentText WHERE content = ?", arguments: [id])
    }
}
