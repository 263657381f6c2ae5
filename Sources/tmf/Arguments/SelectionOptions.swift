import ArgumentParser
import TMFModel

/// Which records go out.
struct SelectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only this zone, section or artifact, 05 or 05.02; may be repeated.", valueName: "branch"),
        transform: ArgumentReading.branch)
    var zone: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only this country with its sites, by its ISO 3166-1 alpha-3 code; may be repeated.", valueName: "code"),
        transform: ArgumentReading.country)
    var country: [CountryCode] = []

    @Option(help: ArgumentHelp("Only this site; may be repeated.", valueName: "id"))
    var site: [String] = []

    @Flag(help: "With --country or --site: also the records of the trial, and of the country of each site.")
    var withEnclosing = false

    @Option(help: ArgumentHelp("Only records about this person, by id; may be repeated.", valueName: "id"))
    var person: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only documents that stand so: draft, filed, approved, returned or withdrawn; may be repeated.",
            valueName: "status"), transform: ArgumentReading.standing)
    var status: [VersionStanding] = []

    @Option(
        help: ArgumentHelp("Only documents with a version dated on or after this day.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: Day?

    @Option(
        help: ArgumentHelp("Only documents with a version dated on or before this day.", valueName: "date"),
        transform: ArgumentReading.day)
    var to: Day?

    @Option(
        help: ArgumentHelp(
            "sponsor or investigator, by the reference model's flags; open or unblinded, by what is restricted. May be given once of each pair.",
            valueName: "part"))
    var part: [PartOption] = []

    @Flag(help: "Take restricted records in.")
    var includeRestricted = false

    enum PartOption: String, ExpressibleByArgument, CaseIterable {
        case sponsor, investigator, open, unblinded
    }

    func validate() throws {
        let (owners, blindings) = (part.filter { Self.owner($0) != nil }, part.filter { Self.blinding($0) != nil })
        if Set(owners).count > 1 || Set(blindings).count > 1 {
            throw ValidationError(
                "A package is of the sponsor or the investigator part, and of the open or the unblinded one.")
        }
        if includeRestricted, !blindings.isEmpty {
            throw ValidationError("--include-restricted takes both in; leave --part \(blindings[0].rawValue) out.")
        }
        if withEnclosing, country.isEmpty, site.isEmpty {
            throw ValidationError("--with-enclosing needs --country or --site.")
        }
        if let from, let to, to < from { throw ValidationError("--to \(to) is before --from \(from).") }
    }

    /// Throws `Failure` if the study has no such country, site or person: an empty package would look complete.
    func selection(in study: Study) throws -> RecordSelection {
        for code in country {
            var options = ScopeOptions()
            options.country = code
            options.site = nil
            try options.requirePlaces(in: study)
        }
        var places = Set(country.map { Scope.country($0) })
        for id in site {
            guard let scope = study.scope(ofSite: id) else {
                throw Failure(.noInput, "study \(study.id) has no site '\(id)'; `tmf study show` lists them")
            }
            places.insert(scope)
        }
        for id in person where !study.everyone.contains(where: { $0.person.id == id }) {
            throw Failure(.noInput, "study \(study.id) has no person '\(id)'; `tmf study show` lists them")
        }
        return RecordSelection(
            branches: Set(zone), places: places, takesEnclosingPlaces: withEnclosing, people: Set(person),
            standings: Set(status), from: from, through: to, part: part.compactMap(Self.owner).first,
            blinding: includeRestricted ? .both : part.compactMap(Self.blinding).first ?? .open)
    }

    private static func owner(_ part: PartOption) -> RecordSelection.Part? {
        RecordSelection.Part(rawValue: part.rawValue)
    }

    private static func blinding(_ part: PartOption) -> RecordSelection.Blinding? {
        RecordSelection.Blinding(rawValue: part.rawValue)
    }
}
