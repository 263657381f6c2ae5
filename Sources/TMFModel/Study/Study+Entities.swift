extension Study {
    /// The study that these entities make up. Throws `FactError` if a key or a value is none that `entities` writes,
    /// or if a site stands without its country.
    public init(entities: [StudyEntity]) throws(FactError) {
        guard let head = entities.first(where: { $0.kind == .study }) else {
            throw FactError(field: "study", expected: "the study's own entity")
        }
        self.init(
            id: try head.value.requiredText("study"), title: try head.value.requiredText("title"),
            sponsor: try head.value.requiredText("sponsor"), model: try head.value.requiredText("model"))
        if let digest = head.value["model_sha256"]?.string {
            guard let digest = Digest(digest) else {
                throw FactError(field: "model_sha256", expected: "64 hexadecimal digits")
            }
            modelDigest = digest
        }
        // The study file's order is kept where it has a meaning; entities may come in any order.
        let rank: [StudyEntity.Kind: Int] = [.country: 1, .site: 2]
        let ordered = entities.enumerated().sorted {
            (rank[$0.element.kind] ?? 3, $0.offset) < (rank[$1.element.kind] ?? 3, $1.offset)
        }
        for (_, entity) in ordered { try insert(entity) }
    }

    private mutating func insert(_ entity: StudyEntity) throws(FactError) {
        switch entity.kind {
        case .study: break
        case .trait: traits.append(entity.key)
        case .setting: try set(entity)
        case .organization:
            organizations.append(
                Organization(
                    id: entity.key, name: try entity.value.requiredText("name"),
                    kind: try entity.value.requiredText("kind"),
                    responsible: try Study.responsibilities(entity.value["responsible"]?.array ?? [])))
        case .country:
            guard let code = CountryCode(entity.key) else {
                throw FactError(field: "country \(entity.key)", expected: "an ISO 3166-1 alpha-3 code")
            }
            countries.append(
                Country(
                    code: code, activated: try entity.value.day("activated"), closed: try entity.value.day("closed"),
                    languages: Study.languages(entity.value)))
        case .rule: rules.append(try Rule(json: entity.value))
        case .site:
            let (country, _) = try place(of: entity.key, kind: "site")
            guard case .site(_, let id) = Scope(entity.key) else {
                throw FactError(field: "site \(entity.key)", expected: "COUNTRY/SITE")
            }
            countries[country].sites.append(
                Site(
                    id: id, name: try entity.value.requiredText("name"), activated: try entity.value.day("activated"),
                    closed: try entity.value.day("closed"), languages: Study.languages(entity.value)))
        case .milestone:
            let milestone = Milestone(
                milestone: String(entity.key.suffix(2)), planned: try entity.value.day("planned"),
                actual: try entity.value.day("actual"))
            let owner = String(entity.key.dropLast(3))
            if owner == "trial" {
                milestones.append(milestone)
                return
            }
            let (country, site) = try place(of: owner, kind: "milestone")
            if let site {
                countries[country].sites[site].milestones.append(milestone)
            } else {
                countries[country].milestones.append(milestone)
            }
        case .person:
            let person = Person(
                id: try entity.value.requiredText("id"), name: try entity.value.requiredText("name"),
                role: try entity.value.requiredText("role"), from: try entity.value.day("from"),
                to: try entity.value.day("to"))
            let owner = String(entity.key.dropLast("/\(person.id)/\(person.role)".count))
            if owner == "trial" {
                people.append(person)
                return
            }
            let (country, site) = try place(of: owner, kind: "person")
            if let site {
                countries[country].sites[site].people.append(person)
            } else {
                countries[country].people.append(person)
            }
        }
    }

    private mutating func set(_ entity: StudyEntity) throws(FactError) {
        switch entity.key {
        case "filing-days": settings.filingDays = try entity.value.requiredInt(entity.key)
        case "expiry-window-days": settings.expiryWindowDays = try entity.value.requiredInt(entity.key)
        case let key where key.hasPrefix("title "):
            try settings.titles.set(String(key.dropFirst("title ".count)), to: entity.value.string ?? "")
        case "quality-control": settings.isQualityControlRequired = entity.value.string == "required"
        default:
            guard settings.targets.set(entity.key, to: try entity.value.requiredInt(entity.key)) else {
                throw FactError(field: "setting \(entity.key)", expected: "a setting of this version")
            }
        }
    }

    private static func languages(_ value: JSON) -> [String] { (value["languages"]?.array ?? []).compactMap(\.string) }

    private static func responsibilities(_ texts: [JSON]) throws(FactError) -> [Responsibility] {
        var responsibilities: [Responsibility] = []
        for text in texts {
            guard let responsibility = text.string.flatMap({ Responsibility($0) }) else {
                throw FactError(field: "responsible", expected: "a place such as 05.02, DEU or 05.02 in DEU")
            }
            responsibilities.append(responsibility)
        }
        return responsibilities
    }

    /// Where in `countries`, and in its sites, the owner of an entity stands.
    private func place(of owner: String, kind: String) throws(FactError) -> (country: Int, site: Int?) {
        guard let scope = Scope(owner), let country = countries.firstIndex(where: { $0.code == scope.country }) else {
            throw FactError(field: "\(kind) \(owner)", expected: "a country of the study")
        }
        guard let siteID = scope.site, kind != "site" else { return (country, nil) }
        guard let site = countries[country].sites.firstIndex(where: { $0.id == siteID }) else {
            throw FactError(field: "\(kind) \(owner)", expected: "a site of the study")
        }
        return (country, site)
    }
}
