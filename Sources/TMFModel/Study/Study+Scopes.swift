extension Study {
    /// Every scope of a level: the trial, its countries, or its sites, in their order.
    public func scopes(at level: Level) -> [Scope] {
        switch level {
        case .trial: [.trial]
        case .country: countries.map { .country($0.code) }
        case .site: countries.flatMap { country in country.sites.map { .site(country.code, $0.id) } }
        }
    }

    public func country(_ code: CountryCode) -> Country? { countries.first { $0.code == code } }

    public func site(_ scope: Scope) -> Site? {
        guard case .site(let code, let id) = scope else { return nil }
        return country(code)?.sites.first { $0.id == id }
    }

    /// The country of a site by the site's number, which is unique in a study.
    public func scope(ofSite id: String) -> Scope? {
        for country in countries where country.sites.contains(where: { $0.id == id }) {
            return .site(country.code, id)
        }
        return nil
    }

    public func contains(_ scope: Scope) -> Bool {
        switch scope {
        case .trial: true
        case .country(let code): country(code) != nil
        case .site: site(scope) != nil
        }
    }

    /// The dates of a milestone in a scope; nil if the study file has none there.
    public func milestone(_ number: String, in scope: Scope) -> Milestone? {
        milestones(in: scope).first { $0.milestone == number }
    }

    /// The milestones recorded for a scope itself.
    public func milestones(in scope: Scope) -> [Milestone] {
        switch scope {
        case .trial: milestones
        case .country(let code): country(code)?.milestones ?? []
        case .site: site(scope)?.milestones ?? []
        }
    }

    /// The people recorded for a scope itself.
    public func people(in scope: Scope) -> [Person] {
        switch scope {
        case .trial: people
        case .country(let code): country(code)?.people ?? []
        case .site: site(scope)?.people ?? []
        }
    }

    /// Every person of the study with the scope that lists them.
    public var everyone: [(scope: Scope, person: Person)] {
        Level.allCases.flatMap { scopes(at: $0) }.flatMap { scope in people(in: scope).map { (scope, $0) } }
    }

    public func hasPerson(_ id: String) -> Bool { everyone.contains { $0.person.id == id } }

    public func organization(_ id: String) -> Organization? { organizations.first { $0.id == id } }
}
