public import TMFModel
import TMFFormats

/// A place, person or organization that rows name and the study does not have.
public struct UnknownName: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case country, site, person, organization
    }

    public let kind: Kind
    public let id: String
    /// Where in the trial the first row files a record of it; for a site, its country alone is known. Nil if the row
    /// does not say.
    public let scope: Scope?
    /// The role or kind that the expected records of the first row's artifact speak of; nil if there is no one of them.
    public let word: String?
    /// The row that names it first, and how many do.
    public let row: Int
    public internal(set) var count = 1

    public static let keys = ["kind", "id", "scope", "rows", "first_row"]

    public var json: JSON {
        .full([
            ("kind", .string(kind.rawValue)), ("id", .string(id)), ("scope", (scope?.description).json),
            ("rows", .int(count)), ("first_row", .int(row)),
        ])
    }
}

/// Gathers the names that a study does not have, each once, however many rows have it.
struct UnknownNames {
    private struct Key: Hashable {
        let kind: UnknownName.Kind
        let id: String
    }

    private let study: Study
    private let rules: [ExpectationRule]
    private let people: Set<String>
    private let organizations: Set<String>
    private var places: [Key: Int] = [:]
    private(set) var names: [UnknownName] = []

    init(study: Study, rules: [ExpectationRule]) {
        self.study = study
        self.rules = rules
        people = Set(study.everyone.map(\.person.id))
        organizations = Set(study.organizations.map(\.id))
    }

    /// Takes note of what a row names.
    mutating func note(_ row: ManifestRow) {
        let known = row.site.flatMap { study.scope(ofSite: $0) }
        let country = row.country ?? known?.country
        var scope: Scope? = country.map { .country($0) }
        if let country, let site = row.site { scope = .site(country, site) }
        if row.country == nil, row.site == nil { scope = .trial }
        if let code = row.country, study.country(code) == nil { note(.country, code.description, scope, nil, row) }
        if let site = row.site, known == nil { note(.site, site, country.map { .country($0) }, nil, row) }
        if let person = row.person, !people.contains(person) {
            note(
                .person, person, scope, word(row.artifact) { if case .person(let roles) = $0 { roles } else { [] } },
                row)
        }
        if let organization = row.organization, !organizations.contains(organization) {
            let word = word(row.artifact) { if case .organization(let kinds) = $0 { kinds } else { [] } }
            note(.organization, organization, nil, word, row)
        }
    }

    private mutating func note(
        _ kind: UnknownName.Kind, _ id: String, _ scope: Scope?, _ word: String?, _ row: ManifestRow
    ) {
        let key = Key(kind: kind, id: id)
        if let place = places[key] {
            names[place].count += 1
            return
        }
        places[key] = names.count
        names.append(UnknownName(kind: kind, id: id, scope: scope, word: word, row: row.row))
    }

    /// The only word that the rules of an artifact speak of.
    private func word(_ artifact: ArtifactNumber?, _ words: (ExpectationRule.Subject) -> [String]) -> String? {
        let found = Set(rules.filter { $0.artifact == artifact }.flatMap { words($0.subject) })
        return found.count == 1 ? found.first : nil
    }
}

extension [UnknownName] {
    /// What to add to the study file, in its own form: parts of it, with the countries and sites that they stand under.
    /// Where a role or a kind is not known, it is `unknown`. Empty if there is nothing to add.
    public func studyLines(for study: String) -> String {
        var addition = Study(id: study, title: "", sponsor: "", model: "")
        var homeless: [String] = []
        for name in self where name.kind == .country { addition.add(name.scope) }
        for name in self where name.kind == .site {
            guard let country = name.scope?.country else {
                homeless.append("# site \(name.id): no row says in which country\n")
                continue
            }
            addition.add(.site(country, name.id))
        }
        for name in self {
            switch name.kind {
            case .country, .site: continue
            case .organization:
                addition.organizations.append(
                    Study.Organization(id: name.id, name: name.id, kind: name.word ?? "unknown"))
            case .person:
                let person = Study.Person(id: name.id, name: name.id, role: name.word ?? "unknown")
                addition.add(person, in: name.scope ?? .trial)
            }
        }
        return StudyFile.additions(in: addition) + homeless.joined()
    }
}

extension Study {
    /// Adds a country, or a site with its country, if it is not there.
    fileprivate mutating func add(_ scope: Scope?) {
        guard let scope, let code = scope.country else { return }
        if country(code) == nil { countries.append(Country(code: code)) }
        guard let id = scope.site, site(scope) == nil else { return }
        for index in countries.indices where countries[index].code == code {
            countries[index].sites.append(Site(id: id, name: id))
        }
    }

    fileprivate mutating func add(_ person: Person, in scope: Scope) {
        add(scope)
        if scope == .trial { people.append(person) }
        for country in countries.indices where countries[country].code == scope.country {
            guard let id = scope.site else {
                countries[country].people.append(person)
                continue
            }
            for site in countries[country].sites.indices where countries[country].sites[site].id == id {
                countries[country].sites[site].people.append(person)
            }
        }
    }
}
