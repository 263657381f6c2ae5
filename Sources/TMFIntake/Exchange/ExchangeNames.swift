import TMFModel

/// The people and organizations of a study by the names that a sender writes.
struct ExchangeNames {
    private var people: [Set<String>: Set<String>] = [:]
    private var organizations: [Set<String>: Set<String>] = [:]
    private let peopleIDs: Set<String>
    private let organizationIDs: Set<String>
    private let scopes: [String: [Scope]]

    init(_ study: Study) {
        peopleIDs = Set(study.everyone.map(\.person.id))
        organizationIDs = Set(study.organizations.map(\.id))
        var scopes: [String: [Scope]] = [:]
        for (scope, person) in study.everyone {
            people[ExchangeNames.words(person.name), default: []].insert(person.id)
            scopes[person.id, default: []].append(scope)
        }
        self.scopes = scopes
        for organization in study.organizations {
            organizations[ExchangeNames.words(organization.name), default: []].insert(organization.id)
        }
    }

    /// The id of the person meant: the sender's own id if the study has it, else the only one of one of the names; of
    /// several, the one in `scope`. Nil if that names nobody, or more than one.
    func person(id: String?, names: [String], in scope: Scope) -> String? {
        if let id, peopleIDs.contains(id) { return id }
        for name in names {
            guard let ids = people[ExchangeNames.words(name)] else { continue }
            let here = ids.filter { scopes[$0]?.contains(scope) ?? false }
            if here.count == 1 { return here.first }
            if ids.count == 1 { return ids.first }
        }
        return nil
    }

    /// The same for an organization.
    func organization(id: String?, name: String?) -> String? {
        if let id, organizationIDs.contains(id) { return id }
        guard let name, let ids = organizations[ExchangeNames.words(name)], ids.count == 1 else { return nil }
        return ids.first
    }

    /// The words of a name without titles: their order differs between systems.
    private static func words(_ name: String) -> Set<String> {
        Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(titles)
    }

    private static let titles: Set = ["dr", "prof", "professor", "md", "phd", "med", "mr", "mrs", "ms"]
}
