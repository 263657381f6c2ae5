/// What must hold of a record before it may be filed in a study: place, people and dates that exist and fit together.
public struct FilingRules: Sendable {
    public let study: Study
    public let model: ReferenceModel
    private let people: Set<String>
    private let organizations: Set<String>

    public init(study: Study, model: ReferenceModel) {
        self.study = study
        self.model = model
        people = Set(study.everyone.map(\.person.id))
        organizations = Set(study.organizations.map(\.id))
    }

    /// Everything that is wrong, each with the manifest's column; empty if the record may be filed.
    public func problems(_ facts: DocumentFacts, _ version: VersionFacts) -> [FactError] {
        problems(address: facts) + problems(version: version) + problems(texts: facts, version)
    }

    /// A database's text, and a file's name, end at a NUL: what follows it would be kept by the journal alone.
    private func problems(texts facts: DocumentFacts, _ version: VersionFacts) -> [FactError] {
        let texts = [
            ("sub_artifact", facts.subArtifact), ("title", facts.title), ("language", facts.language),
            ("translation_of", facts.translationOf), ("document", facts.key), ("version", version.label),
            ("source_system", version.source.system), ("source_id", version.source.id), ("path", version.source.path),
            ("url", version.url), ("note", version.note), ("certified_by", version.copy?.certifiedBy),
            ("certified_method", version.copy?.certifiedMethod),
        ]
        return texts.compactMap { field, text in
            text?.utf8.contains(0) ?? false ? FactError(field: field, expected: "a text without NUL characters") : nil
        }
    }

    private func problems(address facts: DocumentFacts) -> [FactError] {
        var problems: [FactError] = []
        if let artifact = model.artifact(facts.artifact) {
            if !artifact.levels.contains(facts.scope.level) {
                let levels = artifact.levels.sorted().map(\.rawValue).joined(separator: " or ")
                problems.append(
                    FactError(
                        field: "level",
                        expected: "\(levels) for \(artifact.number) \(artifact.name), not \(facts.scope.level.rawValue)"
                    ))
            }
        } else {
            problems.append(
                FactError(
                    field: "artifact",
                    expected: "an artifact of reference model \(model.version), which has no \(facts.artifact)"))
        }
        if let country = facts.scope.country, study.country(country) == nil {
            let known = study.countries.map(\.code.description).joined(separator: ", ")
            problems.append(FactError(field: "country", expected: "a country of the study (\(known)), not \(country)"))
        } else if !study.contains(facts.scope), let site = facts.scope.site, let country = facts.scope.country {
            let expected =
                study.scope(ofSite: site).map { "country \($0.country?.description ?? "") for site \(site)" }
                ?? "a site of \(country) in the study, which has no site '\(site)'"
            problems.append(FactError(field: "site", expected: expected))
        }
        if let person = facts.person, !people.contains(person) {
            problems.append(
                FactError(field: "person", expected: "the id of a person of the study, which has no '\(person)'"))
        }
        if let organization = facts.organization, !organizations.contains(organization) {
            problems.append(
                FactError(
                    field: "organization",
                    expected: "the id of an organization of the study, which has no '\(organization)'"))
        }
        if facts.title.isEmpty { problems.append(FactError(field: "title", expected: "a title")) }
        return problems
    }

    private func problems(version: VersionFacts) -> [FactError] {
        var problems: [FactError] = []
        if let expiry = version.expiryDate, let date = version.documentDate, expiry < date {
            problems.append(FactError(field: "expiry_date", expected: "a day on or after the document date \(date)"))
        }
        if version.expiryRule == .printed, version.expiryDate == nil {
            problems.append(
                FactError(field: "expiry_date", expected: "the printed date, because expiry_rule is printed"))
        }
        if case .months = version.expiryRule, version.documentDate == nil {
            problems.append(FactError(field: "document_date", expected: "a date, because expiry_rule counts from it"))
        }
        if let copy = version.copy, copy.kind == .certifiedCopy {
            let said = [
                ("certified_by", copy.certifiedBy != nil), ("certified_on", copy.certifiedOn != nil),
                ("certified_method", copy.certifiedMethod != nil),
            ]
            for (field, isSaid) in said where !isSaid {
                problems.append(FactError(field: field, expected: "who certified the copy, when and how"))
            }
        }
        if (version.source.system == nil) != (version.source.id == nil) {
            problems.append(FactError(field: "source_id", expected: "source_system and source_id together, or neither"))
        }
        return problems
    }
}
