import GRDB
import TMFModel

/// One row of `contentDefect`. Few files are defective: theirs is a table of its own.
enum DefectRow {
    static func write(_ defect: FileDefect, of digest: Digest, study: String, to db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO contentDefect (study, sha256, defect) VALUES (?,?,?)")
            .execute(arguments: [study, digest.description, defect.rawValue])
    }

    /// What is wrong with one content; nil for most.
    static func read(_ digest: Digest, study: String, in db: Database) throws -> FileDefect? {
        let statement = try db.cachedStatement(
            sql: "SELECT defect FROM contentDefect WHERE study = ? AND sha256 = ?")
        return try String.fetchOne(statement, arguments: [study, digest.description]).map { try defect($0) }
    }

    /// Every defective content of a study.
    static func all(of study: String, in db: Database) throws -> [Digest: FileDefect] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT sha256, defect FROM contentDefect WHERE study = ?", arguments: [study])
        return try rows.reduce(into: [:]) { defects, row in
            guard let digest = Digest(row[0] as String) else { throw CatalogError.unreadable("a content's digest") }
            defects[digest] = try defect(row[1])
        }
    }

    private static func defect(_ text: String) throws -> FileDefect {
        guard let defect = FileDefect(rawValue: text) else { throw CatalogError.unreadable("file defect '\(text)'") }
        return defect
    }
}

extension Document {
    /// Says of each version's content what is wrong with it.
    mutating func note(_ defect: (Digest) throws -> FileDefect?) rethrows {
        for place in versions.indices {
            guard let digest = versions[place].facts.content?.digest, let defect = try defect(digest) else { continue }
            versions[place].facts.content?.defect = defect
        }
    }
}
