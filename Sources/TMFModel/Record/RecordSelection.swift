/// Which records a reader gets: every other record is withheld, wherever the reader looks.
///
/// One selection makes a package, the open pages of a store, and the judging of both: restricted records are one
/// ground for withholding among others. An empty set asks for nothing in particular.
public struct RecordSelection: Hashable, Sendable {
    /// Whose file a record belongs to, by the reference model's flags (ICH E6(R3) C.2.3 keeps the two apart).
    public enum Part: String, Hashable, Sendable, CaseIterable {
        case sponsor, investigator
    }

    /// What is done with records that could unblind.
    public enum Blinding: String, Hashable, Sendable, CaseIterable {
        /// Restricted records are withheld.
        case open
        /// Restricted records only: the other half of an open package.
        case unblinded
        case both
    }

    /// Zones, sections or artifacts: `05`, `05.02`, `05.02.04`.
    public var branches: Set<String>
    /// Countries with their sites, and sites.
    public var places: Set<Scope>
    /// Takes the records of the trial, and of the country of a site, in with those of `places`.
    public var takesEnclosingPlaces: Bool
    /// IDs of people whom records are about.
    public var people: Set<String>
    /// Standings of the version in force, or of the latest where none is.
    public var standings: Set<VersionStanding>
    /// The document date of a version is on or after this day.
    public var from: Day?
    /// The document date of a version is on or before this day.
    public var through: Day?
    /// Nil for both.
    public var part: Part?
    public var blinding: Blinding

    public init(
        branches: Set<String> = [], places: Set<Scope> = [], takesEnclosingPlaces: Bool = false,
        people: Set<String> = [], standings: Set<VersionStanding> = [], from: Day? = nil, through: Day? = nil,
        part: Part? = nil, blinding: Blinding = .open
    ) {
        self.branches = branches
        self.places = places
        self.takesEnclosingPlaces = takesEnclosingPlaces
        self.people = people
        self.standings = standings
        self.from = from
        self.through = through
        self.part = part
        self.blinding = blinding
    }

    /// Everything that could not unblind.
    public static let open = RecordSelection()
    /// Everything.
    public static let whole = RecordSelection(blinding: .both)

    /// Whether it asks for all records but restricted ones, or for these too.
    public var isOfWholeStudy: Bool {
        var selection = self
        selection.blinding = .open
        return selection == .open
    }
}

/// What is in.
extension RecordSelection {
    /// Why a document is withheld, in words that tell nothing of it; nil if it is in.
    public func withholds(_ document: Document, model: ReferenceModel) -> String? {
        let facts = document.facts
        switch blinding {
        case .open where facts.isRestricted: return "restricted: could unblind"
        case .unblinded where !facts.isRestricted: return "not restricted: in the open part"
        default: break
        }
        if !holds(branch: facts.artifact) { return "outside the scope: zone" }
        if !holds(partOf: facts.artifact, model) { return "outside the scope: not for the \(part?.rawValue ?? "")" }
        if !holds(place: facts.scope) { return "outside the scope: place" }
        if !people.isEmpty, !people.contains(facts.person ?? "") { return "outside the scope: person" }
        if !standings.isEmpty, !standings.contains(document.standingInForce) { return "outside the scope: status" }
        if !holdsDate(of: document) { return "outside the scope: document date" }
        return nil
    }

    /// Whether a place where a record may be expected is in: by artifact, part, scope and person. What is asked of a
    /// record's status, dates and blinding says nothing about places.
    public func holds(
        artifact: ArtifactNumber?, scope: Scope?, person: String?, model: ReferenceModel
    ) -> Bool {
        if let artifact, !holds(branch: artifact) || !holds(partOf: artifact, model) { return false }
        if let scope, !holds(place: scope) { return false }
        return people.isEmpty || person.map { people.contains($0) } ?? false
    }

    private func holds(branch artifact: ArtifactNumber) -> Bool {
        branches.isEmpty
            || [artifact.zoneNumber, artifact.sectionNumber, artifact.description].contains(where: branches.contains)
    }

    private func holds(partOf number: ArtifactNumber, _ model: ReferenceModel) -> Bool {
        guard let part else { return true }
        // What the model does not know is the sponsor's own.
        guard let artifact = model.artifact(number) else { return part == .sponsor }
        return part == .sponsor ? artifact.isForSponsor : artifact.isForInvestigator
    }

    private func holds(place scope: Scope) -> Bool {
        places.isEmpty
            || places.contains { place in
                place.contains(scope) || (takesEnclosingPlaces && scope.contains(place))
            }
    }

    private func holdsDate(of document: Document) -> Bool {
        guard from != nil || through != nil else { return true }
        return document.versions.contains { version in
            guard let day = version.facts.documentDate else { return false }
            return (from.map { day >= $0 } ?? true) && (through.map { day <= $0 } ?? true)
        }
    }
}

extension Document {
    /// The standing of the version in force, or of the latest where none is.
    public var standingInForce: VersionStanding {
        listedVersion.map(standing) ?? .withdrawn
    }
}
