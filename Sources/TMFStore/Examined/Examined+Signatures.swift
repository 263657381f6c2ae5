import Foundation
import GRDB
public import TMFModel

/// What is kept of one content to find others like it.
public struct ContentSignature: Sendable {
    public let digest: Digest
    /// 0 where nobody counted.
    public let pages: Int
    /// Nil where the text says too little, or there is none.
    public let text: TextSignature?
    public let hasText: Bool
    /// What the first pages look like; nil until they were looked at.
    public let picture: [UInt64]?
    /// Whether the content was held against all others.
    public let isCompared: Bool
}

extension Examined {
    /// What is kept of every content, in the order of the digests.
    public func signatures() throws -> [ContentSignature] {
        let sql = """
            SELECT sha256, signature.pages, words, digest, sketch, picture, compared, hasText
            FROM signature JOIN content ON id = content ORDER BY sha256
            """
        return try database.read { db in
            var signatures: [ContentSignature] = []
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() {
                guard let digest = Digest(row[0] as String) else { continue }
                signatures.append(
                    ContentSignature(
                        digest: digest, pages: row[1], text: Self.text(row), hasText: row[7],
                        picture: (row[5] as Data?).map { Numbers.read($0) }, isCompared: row[6]))
            }
            return signatures
        }
    }

    /// How many contents were not held against the others yet.
    public func uncomparedCount() throws -> Int {
        try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM signature WHERE compared = 0") ?? 0 }
    }

    /// Everything that is to be compared is compared anew.
    public func forgetLikenesses() throws {
        try database.write { try $0.execute(sql: "DELETE FROM likeness; UPDATE signature SET compared = 0") }
    }

    /// Keeps what the first pages of contents look like; nothing where they could not be looked at.
    public func keep(pictures: [(digest: Digest, picture: [UInt64])]) throws {
        try database.write { db in
            let update = try db.makeStatement(
                sql: "UPDATE signature SET picture = ? WHERE content = (SELECT id FROM content WHERE sha256 = ?)")
            for (digest, picture) in pictures {
                try update.execute(arguments: [Numbers.data(picture), digest.description])
            }
        }
    }

    /// Keeps which contents are alike, and, with the last of them, that all of these were compared.
    public func keep(_ likenesses: [ContentLikeness], compared: [Digest]) throws {
        try database.write { db in
            for likeness in likenesses {
                let (one, two) = (
                    try Self.contentNumber(likeness.first, in: db), try Self.contentNumber(likeness.second, in: db)
                )
                let evidence = JSON.array(likeness.evidence.map { .string($0) }).line
                try db.cachedStatement(
                    sql: "INSERT OR REPLACE INTO likeness (one, two, kind, share, evidence) VALUES (?,?,?,?,?)"
                ).execute(arguments: [min(one, two), max(one, two), likeness.kind.rawValue, likeness.share, evidence])
            }
            let update = try db.makeStatement(
                sql: "UPDATE signature SET compared = 1 WHERE content = (SELECT id FROM content WHERE sha256 = ?)")
            for digest in compared { try update.execute(arguments: [digest.description]) }
        }
    }

    /// Contents that are alike, by their digests; those that are similar only if asked for.
    public func likenesses(withSimilar: Bool = false) throws -> [ContentLikeness] {
        let sql = """
            SELECT first.sha256, second.sha256, kind, share, evidence FROM likeness
            JOIN content first ON first.id = one JOIN content second ON second.id = two
            WHERE ? OR kind <> 'similar' ORDER BY 1, 2
            """
        return try database.read { db in
            try Row.fetchAll(db, sql: sql, arguments: [withSimilar]).compactMap { row in
                guard let first = Digest(row[0] as String), let second = Digest(row[1] as String),
                    let kind = LikenessKind(rawValue: row[2])
                else { return nil }
                let evidence = try JSON(parsing: row[4] as String).array?.compactMap(\.string) ?? []
                return ContentLikeness(first, second, kind: kind, share: row[3], evidence: evidence)
            }
        }
    }

    /// What is known of a content is no longer held against others.
    static func sign(_ content: ExaminedContent, _ id: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM likeness WHERE one = ?1 OR two = ?1").execute(arguments: [id])
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO signature (content, pages, words, digest, sketch) VALUES (?,?,?,?,?)"
        ).execute(arguments: [
            id, content.pageCount, content.signature?.words, content.signature?.digest.description,
            content.signature.map { Numbers.data($0.sketch) },
        ])
    }

    private static func text(_ row: Row) -> TextSignature? {
        guard let words = row[2] as Int?, let digest = (row[3] as String?).flatMap({ Digest($0) }),
            let sketch: [UInt32] = (row[4] as Data?).map({ Numbers.read($0) }), sketch.count == TextSignature.places
        else { return nil }
        return TextSignature(words: words, digest: digest, sketch: sketch)
    }
}
