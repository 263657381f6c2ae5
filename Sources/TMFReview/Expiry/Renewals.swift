import TMFModel

/// Which documents renew others that have lapsed: later ones of the same kind, about the same person or
/// organization, or for the same place where one record stands for the place as a whole. A renewal that has lapsed
/// itself stands for what it renewed: only the last of a line is anybody's task.
struct Renewals {
    private let binder: Binder
    private let coverage: CoveredArtifacts
    /// The latest document date of what is or was in force.
    private var latest: [Key: Day] = [:]

    /// What two documents have in common of which one renews the other.
    private struct Key: Hashable {
        let artifact: ArtifactNumber
        let subArtifact: String?
        /// Nil where the record of a person or an organization serves every scope.
        let scope: Scope?
        let person: String?
        let organization: String?
        /// Nil where a record in another language renews as well.
        let language: String?
        let isTranslation: Bool
    }

    /// Looks at the artifacts of these documents, by their places in the snapshot.
    init(of places: [Int32], in binder: Binder) {
        self.binder = binder
        coverage = CoveredArtifacts(model: binder.model)
        let index = binder.index
        var hasAny = [Bool](repeating: false, count: index.cellPlaces.count)
        for place in places { hasAny[Int(index.cells[Int(place)])] = true }
        for artifact in Set(places.map { binder.snapshot.documents[Int($0)].facts.artifact }) {
            // Elsewhere than where the documents stand only what is covered is renewed.
            let isCovered = coverage.all.contains(artifact)
            for place in index.places(at: artifact)
            where index.fillings[Int(place)].hasCounted && (isCovered || hasAny[Int(index.cells[Int(place)])]) {
                let document = binder.snapshot.documents[Int(place)]
                guard let key = key(document.facts), let date = document.current?.facts.documentDate else { continue }
                latest[key] = max(latest[key] ?? date, date)
            }
        }
    }

    func hasRenewed(_ document: Document, _ current: Version) -> Bool {
        guard let key = key(document.facts), let date = current.facts.documentDate else { return false }
        return latest[key].map { $0 > date } ?? false
    }

    /// Nil for a record that nothing renews by itself: two certificates of a site that name nobody may be about
    /// different things.
    private func key(_ facts: DocumentFacts) -> Key? {
        let isNamed = facts.person != nil || facts.organization != nil
        guard isNamed || coverage.ofPlaces.contains(facts.artifact) else { return nil }
        let isCovered = coverage.all.contains(facts.artifact)
        return Key(
            artifact: facts.artifact, subArtifact: facts.subArtifact?.lowercased(),
            scope: isNamed && isCovered ? nil : facts.scope, person: facts.person,
            organization: isNamed ? facts.organization : nil, language: isCovered ? nil : facts.language,
            isTranslation: facts.translationOf != nil)
    }
}

/// The artifacts of all requirements of coverage in one model.
struct CoveredArtifacts {
    let all: Set<ArtifactNumber>
    /// Those of which one record stands for a whole place.
    let ofPlaces: Set<ArtifactNumber>

    init(model: ReferenceModel) {
        var all: Set<ArtifactNumber> = []
        var ofPlaces: Set<ArtifactNumber> = []
        for requirement in CoverageRequirement.stock {
            let artifacts = requirement.records.artifacts(in: model)
            all.formUnion(artifacts)
            switch requirement.subject {
            case .countries, .sites: ofPlaces.formUnion(artifacts)
            case .siteStaff, .trialTeam, .organization, .siteLaboratories: break
            }
        }
        self.all = all
        self.ofPlaces = ofPlaces
    }
}
