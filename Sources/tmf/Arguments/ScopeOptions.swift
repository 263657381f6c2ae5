import ArgumentParser
import TMFModel

/// Which part of the trial to look at.
struct ScopeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only this country with its sites, by its ISO 3166-1 alpha-3 code.", valueName: "code"),
        transform: ArgumentReading.country)
    var country: CountryCode?

    @Option(help: ArgumentHelp("Only this site.", valueName: "id"))
    var site: String?

    /// Whether nothing was asked for: everything is meant, also what belongs to no place.
    var isEmpty: Bool { country == nil && site == nil }

    func contains(_ scope: Scope) -> Bool {
        (country == nil || scope.country == country) && (site == nil || scope.site == site)
    }

    /// The one scope that is meant; nil for all.
    func scope(in study: Study) throws -> Scope? {
        try requirePlaces(in: study)
        if let site { return study.scope(ofSite: site) }
        return country.map { .country($0) }
    }

    /// Throws `Failure` if the study has no such country or site: an empty answer would look like good news.
    func requirePlaces(in study: Study) throws {
        if let country, study.country(country) == nil {
            let known = study.countries.map(\.code.description).joined(separator: ", ")
            throw Failure(.noInput, "study \(study.id) has no country \(country), only \(known)")
        }
        guard let site else { return }
        guard let scope = study.scope(ofSite: site), country == nil || scope.country == country else {
            throw Failure(
                .noInput,
                "study \(study.id) has no site '\(site)'\(country.map { " in \($0)" } ?? ""); `tmf study show` lists them"
            )
        }
    }
}

extension Study {
    /// Throws `Failure` if an organization is named that the study does not have.
    func requireOrganization(_ id: String?) throws {
        guard let id, organization(id) == nil else { return }
        let known = organizations.map(\.id).joined(separator: ", ")
        throw Failure(
            .noInput,
            organizations.isEmpty
                ? "study \(self.id) has no organizations"
                : "study \(self.id) has no organization '\(id)', only \(known)")
    }
}
