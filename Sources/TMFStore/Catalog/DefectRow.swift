import GRDB
import TMFModel

/// One row of `contentDefect`. Few files are defective: theirs is a table of its own.
enum DefectRow {
    static func write(_ defect: FileDefect, of digest: Digest, study: String, to db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO contentDefect (study, sha256, defect) VALUES (?,?,?)")
            .execute(arguments: [study, digest.description, defect.rawValue])
    }

    /// Every defective content of a study. None for a catalog that was made before defects were recorded.
    static func all(of study: String, in db: Database) throws -> [Digest: FileDefect] {
        guard try db.tableExists("contentDefect") else { return [:] }
        let rows = try Row.fetchAll(
            db, sql: "SELECT sha256, defect FROM contentDefect WHERE study = ?", arguments: [study])
        return try rows.reduce(into: [:]) { defects, row in
            guard let digest = Digest(row[0] as String), let defect = FileDefect(rawValue: row[1]) else {
                throw CatalogError.unreadable("a defect of a file")
            }
            defects[digest] = defect
        }
    }
}

extension Document {
    /// Says of each version's content what is wrong with it.
    mutating func note(_ defects: [Digest: FileDefect]) {
        for place in versions.indices {
            guard let digest = versions[place].facts.content?.digest, let defect = defects[digest] else { continue }
            versions[place].facts.content?.defect = defect
        }
    }
}
