import TMFModel

/// Finds for every requirement who needs it, and what is held. Time is linear in documents, people and sites.
struct CoverageBuilder {
    let binder: Binder
    private let withheld: Set<Place>

    private struct Place: Hashable {
        let artifact: ArtifactNumber
        let scope: Scope
    }

    init(binder: Binder) {
        self.binder = binder
        withheld = Set(binder.withheld.map { Place(artifact: $0.artifact, scope: $0.scope) })
    }

    /// By requirement, then in the order of the study file.
    func lines() -> [CoverageLine] {
        CoverageRequirement.stock.flatMap { requirement -> [CoverageLine] in
            let artifacts = requirement.records.artifacts(in: binder.model)
            guard !artifacts.isEmpty else { return [] }
            let asked = Asked(requirement: requirement, artifacts: artifacts)
            return switch requirement.subject {
            case .siteStaff(let roles): people(asked, siteNeeds(roles: roles))
            case .trialTeam: people(asked, teamNeeds())
            case .organization(let kinds): organizations(asked, kinds: kinds)
            case .countries: countries(asked)
            case .sites: binder.study.countries.flatMap { sites(asked, of: $0) }
            case .siteLaboratories: siteLaboratories(asked)
            }
        }
    }

    /// A requirement with the artifacts that this model has for it.
    private struct Asked {
        let requirement: CoverageRequirement
        let artifacts: [ArtifactNumber]
    }

    /// What one person needs, in the order in which the study lists people.
    private struct PersonNeeds {
        let person: String
        var needs: [CoverageLine.Need]
    }

    private func siteNeeds(roles: [String]) -> [PersonNeeds] {
        var all = NeedsByPerson()
        for country in binder.study.countries {
            for site in country.sites {
                for person in site.people where roles.isEmpty || roles.contains(person.role) {
                    // A site that was never opened needs nothing; its people are listed all the same.
                    let need = site.opened.flatMap { opened in
                        span(
                            .site(country.code, site.id), from: max(opened, person.from ?? opened),
                            to: [person.to, site.shut])
                    }
                    all.add(need, of: person.id)
                }
            }
        }
        return all.people
    }

    private func teamNeeds() -> [PersonNeeds] {
        let conduct = binder.study.conduct
        var all = NeedsByPerson()
        for scope in [Scope.trial] + binder.study.scopes(at: .country) {
            for person in binder.study.people(in: scope) {
                let need = (person.from ?? conduct?.first).flatMap {
                    span(scope, from: $0, to: [person.to ?? conduct?.last])
                }
                all.add(need, of: person.id)
            }
        }
        return all.people
    }

    private struct NeedsByPerson {
        private(set) var people: [PersonNeeds] = []
        private var places: [String: Int] = [:]

        mutating func add(_ need: CoverageLine.Need?, of person: String) {
            if places[person] == nil {
                places[person] = people.count
                people.append(PersonNeeds(person: person, needs: []))
            }
            if let need, let place = places[person] { people[place].needs.append(need) }
        }
    }

    /// Nil where the last day is before the first: dates that contradict each other ask for nothing.
    private func span(_ scope: Scope, from first: Day, to ends: [Day?]) -> CoverageLine.Need? {
        let last = ends.compactMap { $0 }.min()
        if let last, last < first { return nil }
        return CoverageLine.Need(scope: scope, first: first, last: last)
    }

    /// A person's records count wherever they were filed: one curriculum vitae serves every site.
    private func people(_ asked: Asked, _ people: [PersonNeeds]) -> [CoverageLine] {
        var filed: [String: [Int32]] = [:]
        for artifact in asked.artifacts {
            for place in index.places(at: artifact) where index.fillings[Int(place)] != .withdrawn {
                let facts = binder.snapshot.documents[Int(place)].facts
                guard let person = facts.person, asked.requirement.records.accepts(facts.subArtifact) else { continue }
                filed[person, default: []].append(place)
            }
        }
        return people.compactMap { needs in
            let places = filed[needs.person] ?? []
            if needs.needs.isEmpty && places.isEmpty { return nil }
            return line(asked, person: needs.person, needs: needs.needs, places: places)
        }
    }

    private func organizations(_ asked: Asked, kinds: [String]) -> [CoverageLine] {
        let needs = binder.study.conduct.flatMap { span(.trial, from: $0.first, to: [$0.last]) }.map { [$0] } ?? []
        return binder.study.organizations.filter { kinds.contains($0.kind) }.map { organization in
            let places = asked.artifacts.flatMap { index.places(at: $0, organization: organization.id) }
            return line(
                asked, organization: organization.id, needs: needs, places: places.filter { accepts($0, asked) })
        }
    }

    private func countries(_ asked: Asked) -> [CoverageLine] {
        let needs = binder.study.countries.compactMap { country in
            country.conduct.flatMap { span(.country(country.code), from: $0.first, to: [$0.last]) }
        }
        return lines(asked, needs: needs, sharing: .trial)
    }

    private func sites(_ asked: Asked, of country: Study.Country) -> [CoverageLine] {
        let needs = country.sites.compactMap { site in
            site.opened.flatMap { span(.site(country.code, site.id), from: $0, to: [site.shut]) }
        }
        return lines(asked, needs: needs, sharing: .country(country.code))
    }

    /// Scopes with records of their own one by one; the others together, by the records of what encloses them.
    private func lines(_ asked: Asked, needs: [CoverageLine.Need], sharing enclosing: Scope) -> [CoverageLine] {
        let shared = places(asked, in: enclosing)
        var lines: [CoverageLine] = []
        var pooled: [CoverageLine.Need] = []
        for need in needs {
            let own = places(asked, in: need.scope)
            if own.isEmpty {
                pooled.append(need)
            } else {
                lines.append(line(asked, needs: [need], places: own + shared))
            }
        }
        return pooled.isEmpty ? lines : lines + [line(asked, needs: pooled, places: shared)]
    }

    private func siteLaboratories(_ asked: Asked) -> [CoverageLine] {
        binder.study.countries.flatMap { country in
            country.sites.compactMap { site -> CoverageLine? in
                let scope = Scope.site(country.code, site.id)
                let own = places(asked, in: scope).filter {
                    binder.snapshot.documents[Int($0)].facts.organization == nil
                }
                guard !own.isEmpty, let opened = site.opened, let need = span(scope, from: opened, to: [site.shut])
                else { return nil }
                return line(asked, needs: [need], places: own)
            }
        }
    }

    private var index: DocumentIndex { binder.index }

    private func places(_ asked: Asked, in scope: Scope) -> [Int32] {
        asked.artifacts.flatMap { index.places(at: $0, in: scope) }.filter { accepts($0, asked) }
    }

    private func accepts(_ place: Int32, _ asked: Asked) -> Bool {
        asked.requirement.records.accepts(binder.snapshot.documents[Int(place)].facts.subArtifact)
    }

    private func line(
        _ asked: Asked, person: String? = nil, organization: String? = nil, needs: [CoverageLine.Need],
        places: [Int32]
    ) -> CoverageLine {
        let documents = places.map { binder.snapshot.documents[Int($0)] }
        let held = CoverageLine.Holding.all(of: documents)
        let isWithheld = asked.artifacts.contains { artifact in
            needs.contains { withheld.contains(Place(artifact: artifact, scope: $0.scope)) }
        }
        return CoverageLine(
            requirement: asked.requirement, artifact: documents.first?.facts.artifact ?? asked.artifacts[0],
            person: person, organization: organization,
            needs: needs.sorted { ($0.scope, $0.first) < ($1.scope, $1.first) }, held: held,
            unapproved: documents.filter { document in !held.contains { $0.document == document.number } }
                .map(\.number),
            isWithheld: isWithheld, asOf: binder.asOf)
    }
}
