/// How a study wants its records to be called, artifact by artifact.
public struct TitleTemplates: Hashable, Sendable {
    /// For every artifact without a template of its own.
    public var all: NameTemplate?
    public var byArtifact: [ArtifactNumber: NameTemplate]

    public init(all: NameTemplate? = nil, byArtifact: [ArtifactNumber: NameTemplate] = [:]) {
        self.all = all
        self.byArtifact = byArtifact
    }

    public var isEmpty: Bool { all == nil && byArtifact.isEmpty }

    /// The templates by their keys in the study file, `all` first.
    public var settings: [(key: String, value: String)] {
        (all.map { [("all", $0.text)] } ?? [])
            + byArtifact.sorted { $0.key.description < $1.key.description }.map { ($0.key.description, $0.value.text) }
    }

    /// Sets the template of a key of the study file: `all`, or an artifact's number. Throws `FactError`.
    public mutating func set(_ key: String, to text: String) throws(FactError) {
        let template = try NameTemplate(text)
        if key == "all" {
            all = template
            return
        }
        guard let artifact = ArtifactNumber(key) else {
            throw FactError(field: key, expected: "all, or an artifact's number such as 05.02.04")
        }
        byArtifact[artifact] = template
    }
}

extension Study {
    /// The title that the study's template makes of a record; nil if it has no template for it, or none of the
    /// template's fields is said.
    public func title(
        of facts: DocumentFacts, _ version: VersionFacts, in model: ReferenceModel
    ) -> String? {
        guard let template = settings.titles.byArtifact[facts.artifact] ?? settings.titles.all else { return nil }
        let title = template.name { field in
            switch field {
            case .artifact: model.artifact(facts.artifact)?.name
            case .number: facts.artifact.description
            case .subArtifact: facts.subArtifact
            case .study: id
            case .level: facts.scope.level.rawValue
            case .country: facts.scope.country?.description
            case .site: facts.scope.site
            case .person: facts.person.map { name(ofPerson: $0, in: facts.scope) }
            case .organization: facts.organization.map { id in organization(id).map(\.name) ?? id }
            case .version: version.label
            case .documentDate: version.documentDate?.description
            case .language: facts.language
            case .file: version.originalName.map(Study.stem)
            }
        }
        return title.isEmpty ? nil : title
    }

    /// A person may be listed in several places, with the same name.
    private func name(ofPerson id: String, in scope: Scope) -> String {
        let here = people(in: scope).first { $0.id == id } ?? everyone.first { $0.person.id == id }?.person
        return here.map { $0.name.isEmpty ? id : $0.name } ?? id
    }

    private static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex, name[dot...].utf8.count <= 6 else {
            return name
        }
        return String(name[..<dot])
    }
}
