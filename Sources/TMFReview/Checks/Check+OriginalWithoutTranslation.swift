import TMFModel

extension Check {
    /// An original that subjects read, without a translation that a country needs.
    ///
    /// A country that lists its languages needs what subjects read in each of them. Of one that lists none it is
    /// concluded from what is filed: it is asked for what was translated for others if it has translations of other
    /// documents, and no record of its own at the artifact.
    static let originalWithoutTranslation = Check(
        code: "original-without-translation", title: "What is translated is translated for every country that needs it",
        severity: .warning, rationale: "Participants read in their own language, everywhere the trial runs."
    ) { binder in
        let judging = TranslationNeeds(binder)
        return judging.listed() + judging.concluded()
    }
}

/// What open countries need in which language.
private struct TranslationNeeds {
    let binder: Binder
    private let translations: Translations
    private let open: [Study.Country]
    private let hidden: Set<ArtifactNumber>
    private let waived: Set<Place>

    private struct Place: Hashable {
        let artifact: ArtifactNumber
        let scope: Scope
    }

    /// What every subject is given to read or to fill in: diary, questionnaire, consent form, information sheet, card.
    /// Advertisements and other material may be for one country alone.
    private static let readBySubjects = ArtifactSelector(["038", "039", "040", "041", "042"])

    /// Sub-artifacts of these, by the ends of their names, that subjects never see.
    private static let behindTheScenes = ["review and approval", "summary of changes", "qc checklist"]

    private static func isRead(_ facts: DocumentFacts) -> Bool {
        let name = facts.subArtifact?.lowercased() ?? ""
        return facts.translationOf == nil && !behindTheScenes.contains { name.hasSuffix($0) }
    }

    init(_ binder: Binder) {
        self.binder = binder
        translations = Translations(binder)
        open = binder.study.countries.filter { $0.conduct.map { $0.first <= binder.asOf } ?? false }
        hidden = Set(binder.withheld.map(\.artifact))
        waived = Set(binder.snapshot.waivers.map { Place(artifact: $0.address.artifact, scope: $0.address.scope) })
    }

    /// For countries that list their languages.
    func listed() -> [Finding] {
        let countries = open.filter { !$0.languages.isEmpty }
        guard !countries.isEmpty else { return [] }
        let byOriginal = Dictionary(grouping: translations.pairs, by: \.original.number)
        return Self.readBySubjects.artifacts(in: binder.model).filter { !hidden.contains($0) }.flatMap { artifact in
            let originals = binder.documents(at: artifact, in: .trial).filter { Self.isRead($0.facts) }
            return originals.flatMap { original -> [Finding] in
                let made = (byOriginal[original.number] ?? []).map(\.translation.facts)
                // Nobody says which language it is in, and nobody has translated it: it may be for everyone.
                guard original.facts.language != nil || !made.isEmpty else { return [] }
                return countries.flatMap { country in
                    missing(original, made, country).map { finding(original, $0, country) }
                }
            }
        }
    }

    /// The languages in which the sites of a country that have been opened lack the original.
    private func missing(_ original: Document, _ made: [DocumentFacts], _ country: Study.Country) -> [String] {
        let artifact = original.facts.artifact
        let national = Scope.country(country.code)
        guard !waived.contains(Place(artifact: artifact, scope: national)) else { return [] }
        let sites = country.sites.filter { $0.opened.map { $0 <= binder.asOf } ?? false }
        let needed = country.languages.filter { language in
            sites.contains { $0.languages.isEmpty || $0.languages.contains(language) }
        }
        let own = ([national] + country.sites.map { Scope.site(country.code, $0.id) })
            .flatMap { binder.documents(at: artifact, in: $0) }.filter { Self.isRead($0.facts) }
        let asked = Set(
            binder.slots(at: artifact).filter { $0.address.scope == national }.compactMap(\.address.language))
        return needed.filter { language in
            func isIn(_ facts: DocumentFacts) -> Bool {
                facts.language.map { $0 == language } ?? (country.languages.count == 1)
            }
            return original.facts.language != language && !asked.contains(language)
                && !own.contains { isIn($0.facts) }
                && !made.contains { isIn($0) && ($0.scope == .trial || $0.scope.country == country.code) }
        }
    }

    private func finding(_ original: Document, _ language: String, _ country: Study.Country) -> Finding {
        Finding(
            rule: "original-without-translation", severity: .warning, artifact: original.facts.artifact,
            scope: .country(country.code), document: original.number,
            message: "\(original.number) is not there in language \(language) for country \(country.code).",
            explanation: [
                "The study file lists \(country.languages.joined(separator: ", ")) as the languages of country "
                    + "\(country.code), which has an open site.",
                original.facts.language.map { "\(original.number) is in \($0)." }
                    ?? "\(original.number) does not say in which language it is.",
            ])
    }

    /// For countries that list none.
    func concluded() -> [Finding] {
        let pairs = translations.pairs
        let translating = Set(pairs.compactMap(\.translation.facts.scope.country))
        guard translating.count > 1 else { return [] }
        let countries = open.filter { $0.languages.isEmpty && translating.contains($0.code) }
        return Dictionary(grouping: pairs, by: \.original.number).sorted { $0.key < $1.key }.flatMap { _, pairs in
            let original = pairs[0].original
            let artifact = original.facts.artifact
            let reached = Set(pairs.compactMap(\.translation.facts.scope.country)).sorted()
            guard original.facts.scope == .trial, !reached.isEmpty, !hidden.contains(artifact) else {
                return [Finding]()
            }
            return countries.filter { !reached.contains($0.code) && isWithout(artifact, $0) }.map { country in
                Finding(
                    rule: "original-without-translation", severity: .warning, artifact: artifact,
                    scope: .country(country.code), document: original.number,
                    message: "\(original.number) is not translated for country \(country.code).",
                    explanation: [
                        "It is translated for \(reached.map(\.description).joined(separator: ", ")).",
                        "Country \(country.code) has translations of other documents, and nothing at \(artifact).",
                    ])
            }
        }
    }

    private func isWithout(_ artifact: ArtifactNumber, _ country: Study.Country) -> Bool {
        let scopes = [.country(country.code)] + country.sites.map { Scope.site(country.code, $0.id) }
        return scopes.allSatisfy({ binder.index.places(at: artifact, in: $0).isEmpty })
            && !waived.contains(Place(artifact: artifact, scope: .country(country.code)))
    }
}
