/// One piece of a study file that can change by itself: what the journal records and the catalog keeps.
public struct StudyEntity: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case study, setting, trait, organization, country, site, milestone, person, rule
    }

    public let kind: Kind
    /// Unique within the kind: `DEU/101/p-mueller/principal-investigator`.
    public let key: String
    public let value: JSON

    public init(kind: Kind, key: String, value: JSON) {
        self.kind = kind
        self.key = key
        self.value = value
    }
}

extension Study {
    /// The study as its entities, in the order of the study file.
    public var entities: [StudyEntity] {
        var entities = [
            StudyEntity(
                kind: .study, key: "study",
                value: .compact([
                    ("study", .string(id)), ("title", .string(title)), ("sponsor", .string(sponsor)),
                    ("model", .string(model)),
                    ("model_sha256", modelDigest.map { .string($0.description) }),
                ])),
            StudyEntity(kind: .setting, key: "filing-days", value: .int(settings.filingDays)),
            StudyEntity(kind: .setting, key: "expiry-window-days", value: .int(settings.expiryWindowDays)),
            StudyEntity(
                kind: .setting, key: "quality-control",
                value: .string(settings.isQualityControlRequired ? "required" : "optional")),
        ]
        // Absent where not set: a study without targets has the entities that it had before there were any.
        entities += settings.targets.settings.map { StudyEntity(kind: .setting, key: $0.key, value: .int($0.value)) }
        entities += settings.titles.settings.map {
            StudyEntity(kind: .setting, key: "title \($0.key)", value: .string($0.value))
        }
        entities += traits.map { StudyEntity(kind: .trait, key: $0, value: true) }
        entities += organizations.map {
            StudyEntity(
                kind: .organization, key: $0.id,
                value: .compact([
                    ("name", .string($0.name)), ("kind", .string($0.kind)),
                    (
                        "responsible",
                        $0.responsible.isEmpty ? nil : .array($0.responsible.map { .string($0.description) })
                    ),
                ]))
        }
        entities += rules.map { StudyEntity(kind: .rule, key: $0.key, value: $0.json) }
        entities += Study.entities(milestones: milestones, people: people, of: .trial)
        for country in countries {
            let scope = Scope.country(country.code)
            entities.append(
                StudyEntity(
                    kind: .country, key: scope.description,
                    value: country.json))
            entities += Study.entities(milestones: country.milestones, people: country.people, of: scope)
            for site in country.sites {
                let scope = Scope.site(country.code, site.id)
                entities.append(
                    StudyEntity(
                        kind: .site, key: scope.description,
                        value: site.json))
                entities += Study.entities(milestones: site.milestones, people: site.people, of: scope)
            }
        }
        return entities
    }

    private static func entities(milestones: [Milestone], people: [Person], of scope: Scope) -> [StudyEntity] {
        milestones.map {
            StudyEntity(
                kind: .milestone, key: "\(scope)/\($0.milestone)",
                value: .full([("planned", $0.planned.json), ("actual", $0.actual.json)]))
        }
            + people.map {
                StudyEntity(
                    kind: .person, key: "\(scope)/\($0.id)/\($0.role)",
                    value: .full([
                        ("id", .string($0.id)), ("name", .string($0.name)), ("role", .string($0.role)),
                        ("from", $0.from.json), ("to", $0.to.json),
                    ]))
            }
    }

    /// What must change to make a study of `before` into this one, in the order of the study file, removals last.
    /// Empty if nothing differs.
    public func changes(since before: Study?) -> [StudyChange] {
        struct Place: Hashable {
            let kind: StudyEntity.Kind
            let key: String
        }
        let old = before?.entities ?? []
        var oldValues: [Place: JSON] = [:]
        for entity in old { oldValues[Place(kind: entity.kind, key: entity.key)] = entity.value }
        let new = entities
        let newPlaces = Set(new.map { Place(kind: $0.kind, key: $0.key) })
        let changed = new.compactMap { entity -> StudyChange? in
            let from = oldValues[Place(kind: entity.kind, key: entity.key)]
            guard from != entity.value else { return nil }
            return StudyChange(entity: entity.kind, key: entity.key, from: from ?? .null, to: entity.value)
        }
        let removed = old.filter { !newPlaces.contains(Place(kind: $0.kind, key: $0.key)) }
        return changed + removed.map { StudyChange(entity: $0.kind, key: $0.key, from: $0.value, to: .null) }
    }
}

extension Study.Country {
    fileprivate var json: JSON {
        .full(
            [("activated", activated.json), ("closed", closed.json)] + StudyEntity.members(languages: languages))
    }
}

extension Study.Site {
    fileprivate var json: JSON {
        .full(
            [("name", .string(name)), ("activated", activated.json), ("closed", closed.json)]
                + StudyEntity.members(languages: languages))
    }
}

extension StudyEntity {
    /// Left out where there are none, as they were before countries and sites had any.
    fileprivate static func members(languages: [String]) -> [(String, JSON?)] {
        languages.isEmpty ? [] : [("languages", .array(languages.map { .string($0) }))]
    }
}

extension StudySettings {
    /// The names that the study file has for settings.
    public static let names = StudySettings().entities.map(\.key)

    /// The values of all settings as text, by name: what `setting:NAME=VALUE` of a rule is compared with.
    public var texts: [String: String] {
        var texts: [String: String] = [:]
        for entity in entities {
            texts[entity.key] = entity.value.string ?? entity.value.int.map(String.init) ?? entity.value.line
        }
        return texts
    }

    private var entities: [StudyEntity] { Study(id: "", settings: self).entities.filter { $0.kind == .setting } }
}
