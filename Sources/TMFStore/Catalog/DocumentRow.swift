import GRDB
import TMFModel

/// One row of `document`, in the order of its columns.
enum DocumentRow {
    static let columns = """
        number, artifact, subArtifact, level, country, site, person, organization, title, language, translationOf, \
        restricted, key, withdrawnAt, withdrawnBy, withdrawnReason
        """

    static func write(_ document: Document, study: String, to db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO document (study, \(columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        let facts = document.facts
        try statement.execute(arguments: [
            study, Int(document.number.value), facts.artifact.description, facts.subArtifact,
            facts.scope.level.rawValue, facts.scope.country?.description, facts.scope.site, facts.person,
            facts.organization, facts.title, facts.language, facts.translationOf, facts.isRestricted, facts.key,
            document.withdrawal?.at.description, document.withdrawal?.by, document.withdrawal?.reason,
        ])
    }

    /// The document without its versions.
    static func read(_ row: Row) throws -> Document {
        let artifact: String = row[1]
        guard let artifact = ArtifactNumber(artifact) else { throw CatalogError.unreadable("artifact \(artifact)") }
        let withdrawnAt: String? = row[13]
        let withdrawal = try withdrawnAt.map { at in
            guard let instant = Instant(at) else { throw CatalogError.unreadable("withdrawnAt \(at)") }
            return Document.Withdrawal(at: instant, by: row[14] ?? "", reason: row[15] ?? "")
        }
        let number: Int = row[0]
        return Document(
            number: DocumentNumber(number),
            facts: DocumentFacts(
                artifact: artifact, subArtifact: row[2], scope: try scope(country: row[4], site: row[5]),
                person: row[6], organization: row[7], title: row[8], language: row[9], translationOf: row[10],
                isRestricted: row[11], key: row[12]),
            versions: [], withdrawal: withdrawal)
    }

    private static func scope(country: String?, site: String?) throws -> Scope {
        guard let country else { return .trial }
        guard let code = CountryCode(country) else { throw CatalogError.unreadable("country \(country)") }
        return site.map { .site(code, $0) } ?? .country(code)
    }
}

/// A derived table that holds what no journal entry could have put there.
enum CatalogError: Error, CustomStringConvertible {
    case unreadable(String)

    var description: String {
        switch self {
        case .unreadable(let what): "the catalog is damaged (\(what)); `tmf doctor --rebuild` makes it again"
        }
    }
}
