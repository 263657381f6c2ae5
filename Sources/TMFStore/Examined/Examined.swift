import GRDB
public import TMFModel

/// What looking into the contents of a store showed: facts, texts, and an index of the words.
///
/// Derived from the contents, and kept beside the catalog. Any process may read it while another adds to it.
public final class Examined: Sendable {
    let database: DatabaseQueue

    init(_ database: DatabaseQueue) { self.database = database }

    /// What was found in one content; nil if it was not examined.
    public func examination(of digest: Digest) throws -> FileExamination? {
        try database.read { db in
            // Null, too, is no fact.
            try String?.fetchOne(
                db, sql: "SELECT facts FROM content WHERE sha256 = ?", arguments: [digest.description]
            ).flatMap { $0 }.flatMap { FileExamination(json: try JSON(parsing: $0)) }
        }
    }

    /// The text of one content, page by page; nil if it was not examined or has none.
    public func text(of digest: Digest) throws -> ExtractedText? {
        let sql = "SELECT pages, recognized FROM contentText JOIN content ON id = contentText.content WHERE sha256 = ?"
        return try database.read { db in
            try Row.fetchOne(db, sql: sql, arguments: [digest.description]).map(Self.text)
        }
    }

    /// The beginning of the text of one content; nil if it was not examined or has none.
    public func beginning(of digest: Digest, characters: Int) throws -> String? {
        let sql =
            "SELECT substr(pages, 1, ?) FROM contentText JOIN content ON id = contentText.content WHERE sha256 = ?"
        return try database.read { db in
            try String.fetchOne(db, sql: sql, arguments: [characters, digest.description])
        }
    }

    /// The remarks on every content that has some.
    public func remarks() throws -> [Digest: [FileRemark]] {
        try database.read { db in
            var remarks: [Digest: [FileRemark]] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT sha256, facts FROM content WHERE hasRemarks = 1")
            while let row = try rows.next() {
                guard let digest = Digest(row[0] as String) else { continue }
                remarks[digest] = FileExamination(json: try JSON(parsing: row[1] as String))?.remarks
            }
            return remarks
        }
    }

    /// Changes when contents are examined: how many were, in how many there was something to remark or to search, and how
    /// many are alike.
    public func edition() throws -> String {
        let sql = """
            SELECT count(facts), count(nullif(hasRemarks, 0)), count(nullif(hasText, 0)),
              (SELECT count(*) FROM likeness) FROM content
            """
        return try database.read { db in
            try Row.fetchOne(db, sql: sql).map { row in (0..<4).map { String(row[$0] as Int) }.joined(separator: " ") }
                ?? ""
        }
    }

    /// How many contents were examined.
    public func count() throws -> Int {
        try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM content WHERE facts IS NOT NULL") ?? 0 }
    }

    /// The contents that were examined and in which there is nothing to search.
    public func withoutText() throws -> Set<Digest> {
        let sql = "SELECT sha256 FROM content WHERE facts IS NOT NULL AND hasText = 0"
        return try database.read { try Set(String.fetchAll($0, sql: sql).compactMap { Digest($0) }) }
    }

    /// How many they are.
    public func withoutTextCount() throws -> Int {
        let sql = "SELECT count(*) FROM content WHERE facts IS NOT NULL AND hasText = 0"
        return try database.read { try Int.fetchOne($0, sql: sql) ?? 0 }
    }

    /// Whether any text was recognized in a picture.
    public func hasRecognizedText() throws -> Bool {
        try database.read { db in
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM contentText WHERE recognized <> '')") ?? false
        }
    }

    /// Of these contents those that were not examined yet; with `orWithoutText` also those in which nothing was found
    /// to search, in their order.
    public func unexamined(_ digests: [Digest], orWithoutText: Bool = false) throws -> [Digest] {
        let sql = "SELECT sha256 FROM content WHERE " + (orWithoutText ? "hasText = 1" : "facts IS NOT NULL")
        let known = try database.read { try Set(String.fetchCursor($0, sql: sql)) }
        return digests.filter { !known.contains($0.description) }
    }

    static func text(_ row: Row) -> ExtractedText {
        let pages = (row[0] as String).utf8.split(
            separator: UInt8(ascii: Self.pageEnd), omittingEmptySubsequences: false
        ).map { String(Substring($0)) }
        let recognized = (row[1] as String).split(separator: " ").compactMap { Int($0) }
        return ExtractedText(pages: pages, recognized: Set(recognized))
    }

    /// Between the pages of a text. A scalar: as a character, it would be one with a mark at the beginning of a page.
    static let pageEnd: Unicode.Scalar = "\u{0C}"

    /// No page holds the sign that parts them.
    static func withoutPageEnds(_ page: String) -> String {
        guard page.utf8.contains(UInt8(ascii: pageEnd)) else { return page }
        return String(String.UnicodeScalarView(page.unicodeScalars.map { $0 == pageEnd ? "\n" : $0 }))
    }
}

extension Store {
    /// What was examined; nil if nothing was yet.
    public func examined() throws -> Examined? { try ExaminedFile.openForReading(root).map { Examined($0) } }

    /// Adds to a snapshot what looking into contents showed.
    public func addExamined(to snapshot: inout StudySnapshot) throws {
        guard let examined = try examined() else { return }
        snapshot.remarks = try examined.remarks()
        snapshot.likenesses = try examined.likenesses()
    }

    /// The same for adding to it; made where it is not there. Journal, catalog and contents are not touched, so that
    /// others may write to the store meanwhile.
    public func examinedForWriting() throws -> Examined { Examined(try ExaminedFile.openForWriting(root)) }

    /// The same; nil where nobody may write, as on a disc.
    public func examinedIfWritable() throws -> Examined? {
        do {
            return try examinedForWriting()
        } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
            return nil
        }
    }

    /// How many contents versions name.
    public func contentCount() throws -> Int {
        try database.read { try Int.fetchOne($0, sql: "SELECT count(DISTINCT sha256) FROM version") ?? 0 }
    }

    /// Documents by their numbers, in that order; those that are not there are left out.
    public func documents(_ numbers: [DocumentNumber], in study: String) throws -> [Document] {
        try database.read { db in
            try numbers.compactMap { try CatalogReading.document($0, of: study, in: db) }
        }
    }

    /// Throws away what was examined, as where contents are to be looked at anew.
    public func forgetExamined() throws { try ExaminedFile.remove(root) }

    /// The contents that versions name, each once, with the name one came with and the media type it was filed as.
    public func contents() throws -> [(digest: Digest, name: String?, mediaType: String)] {
        let sql = """
            SELECT sha256, max(originalName), max(mediaType) FROM version WHERE sha256 IS NOT NULL
            GROUP BY sha256 ORDER BY sha256
            """
        return try database.read { db in
            try Row.fetchAll(db, sql: sql).compactMap { row in
                Digest(row[0] as String).map { ($0, row[1], row[2]) }
            }
        }
    }
}
