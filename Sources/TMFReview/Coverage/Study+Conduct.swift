import TMFModel

extension Study.Site {
    /// The first day on which it could treat participants; nil if it was never opened.
    var opened: Day? { activated ?? milestones.first { $0.milestone == "03" }?.actual }

    /// The day on which it was closed; nil if it was not.
    var shut: Day? { closed ?? milestones.first { $0.milestone == "09" }?.actual }
}

extension Study.Country {
    /// From the opening of its first site to the closing of its last; nil if no site was opened.
    var conduct: (first: Day, last: Day?)? {
        let open = sites.filter { $0.opened != nil }
        guard let first = open.compactMap(\.opened).min() else { return nil }
        let ends = open.compactMap(\.shut)
        return (first, ends.count == open.count ? ends.max() : nil)
    }
}

extension Study {
    /// The day on which each scope was closed, by its own date or milestone 09; those that were not are absent.
    var closings: [Scope: Day] {
        var closings: [Scope: Day] = [:]
        closings[.trial] = milestone("09", in: .trial)?.actual
        for country in countries {
            closings[.country(country.code)] =
                country.closed ?? country.milestones.first { $0.milestone == "09" }?.actual
            for site in country.sites { closings[.site(country.code, site.id)] = site.shut }
        }
        return closings
    }

    /// From the day its infrastructure was ready, or its first site opened, to the closing of the trial or of its last
    /// site; nil if neither has happened.
    var conduct: (first: Day, last: Day?)? {
        let countries = countries.compactMap(\.conduct)
        let ready = milestone("02", in: .trial)?.actual
        guard let first = ready ?? countries.map(\.first).min() else { return nil }
        if let closed = milestone("09", in: .trial)?.actual { return (first, closed) }
        let ends = countries.compactMap(\.last)
        return (first, !ends.isEmpty && ends.count == countries.count ? ends.max() : nil)
    }
}
