import TMFModel

extension Check {
    /// An original that was translated for other countries, and not for one that has translations of others.
    ///
    /// Nobody tells the program which languages a country needs: it concludes from what is filed. A country without
    /// any translation, or with any record of its own at the artifact, is not asked.
    static let originalWithoutTranslation = Check(
        code: "original-without-translation", title: "What is translated is translated for every country that needs it",
        severity: .warning, rationale: "Participants read in their own language, everywhere the trial runs."
    ) { binder in
        let pairs = Translations(binder).pairs
        let translating = Set(pairs.compactMap(\.translation.facts.scope.country))
        guard translating.count > 1 else { return [] }
        let open = binder.study.countries.filter {
            translating.contains($0.code) && ($0.conduct.map { $0.first <= binder.asOf } ?? false)
        }
        let hidden = Set(binder.withheld.map(\.artifact))
        let waived = Set(binder.snapshot.waivers.map { "\($0.address.artifact) \($0.address.scope)" })
        return Dictionary(grouping: pairs, by: \.original.number).sorted { $0.key < $1.key }.flatMap { _, pairs in
            let original = pairs[0].original
            let artifact = original.facts.artifact
            let reached = Set(pairs.compactMap(\.translation.facts.scope.country)).sorted()
            guard original.facts.scope == .trial, !reached.isEmpty, !hidden.contains(artifact) else {
                return [Finding]()
            }
            return open.filter { !reached.contains($0.code) }.compactMap { country in
                let scopes = [.country(country.code)] + country.sites.map { Scope.site(country.code, $0.id) }
                guard scopes.allSatisfy({ binder.index.places(at: artifact, in: $0).isEmpty }),
                    !waived.contains("\(artifact) \(country.code)")
                else { return nil }
                return Finding(
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
}
