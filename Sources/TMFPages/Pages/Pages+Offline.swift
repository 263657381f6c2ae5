import TMFModel
import TMFReview

extension Pages {
    /// Every page of the offline viewer, each once: their number grows with artifacts, scopes and parts, never with
    /// every document.
    public var offlinePlaces: [Place] {
        var places: [Place] = [.dashboard, .about, .tree, .sites, .timeline, .retention, .search]
        if trend != nil { places.append(.trend) }
        places += binder.model.zones.map { .zone($0.number) }
        places += binder.model.sections.map { .section($0.number) }
        for artifact in binder.model.artifacts {
            let parts = Pages.parts(for: index.documents(at: artifact.number).count)
            places += (1...parts).map { .artifact(artifact.number, part: $0) }
        }
        for country in binder.study.countries {
            places.append(.country(country.code))
            places += country.sites.map { .site(country.code, $0.id) }
        }
        places += (1...Pages.parts(for: index.openSlots.count)).map(Place.missing)
        places += (1...Pages.parts(for: index.lapsing.count)).map(Place.expiring)
        places += (1...Pages.parts(for: binder.findings.count)).map(Place.findings)
        places += (1...Pages.parts(for: index.people.roles.count)).map(Place.people)
        places += (1...Pages.parts(for: index.amendments.rows.count)).map(Place.amendments)
        if journal != nil {
            places += (1...Pages.parts(for: binder.snapshot.head?.seq ?? 0)).map(Place.audit)
        }
        return places
    }
}
