import TMFModel
import TMFReview

extension Sheet {
    /// The pages of the study, and the zones of the tree.
    func sidebar() -> HTML {
        var entries: [HTML] = [
            entry(.dashboard, "Overview"),
            entry(.tree, "Tree"),
            entry(.sites, "Countries and sites"),
            entry(.missing(part: 1), "Missing", count: index.openSlots.count),
            entry(.expiring(part: 1), "Expiring", count: index.lapsing.count),
            entry(.findings(part: 1), "Findings", count: binder.findings.count),
            entry(.timeline, "Timeline"),
            entry(.people(part: 1), "People"),
            entry(.amendments(part: 1), "Amendments"),
            entry(.retention, "Retention"),
        ]
        if pages.trend != nil { entries.append(entry(.trend, "Trend")) }
        if pages.journal != nil { entries.append(entry(.audit(part: 1), "Audit trail")) }
        entries += [entry(.search, "Search"), entry(.about, "About these pages")]
        return """
            <nav class="side" aria-label="Pages">
            <ul>\(entries)</ul>
            <h2>Zones</h2>
            <ul class="zones">\(model.zones.map(zoneEntry))</ul>
            </nav>
            """
    }

    private func entry(_ place: Place, _ label: HTML, count: Int? = nil) -> HTML {
        let isHere = place.with(part: 1) == here.with(part: 1)
        return """
            <li><a href="\(address(place))"\(isHere ? " aria-current=\"page\"" : "")>\(label)\
            \(count.map { " <span class=\"count\">\(HTML.number($0))</span>" as HTML })</a></li>
            """
    }

    private func zoneEntry(_ zone: ReferenceModel.Zone) -> HTML {
        let isHere = here == .zone(zone.number)
        let isInside = isHere || currentZone == zone.number
        let open = binder.tally(zone: zone.number).missing
        let gaps: HTML =
            open == 0
            ? ""
            : " <span class=\"count\" title=\"\(open) missing\">\(open)"
                + "<span class=\"unseen\"> missing</span></span>"
        return """
            <li><a href="\(address(.zone(zone.number)))"\
            \(isHere ? " aria-current=\"page\"" : isInside ? " class=\"inside\"" : "")>\
            <span class="number">\(zone.number)</span> \(HTML.isolated(zone.name))\(gaps)</a></li>
            """
    }

    /// The zone that the page is about or in.
    private var currentZone: String? {
        switch here {
        case .zone(let number): number
        case .section(let number): String(number.prefix(2))
        case .artifact(let number, _): number.zoneNumber
        case .document(let number): binder.snapshot.document(number)?.facts.artifact.zoneNumber
        default: nil
        }
    }
}

extension HTML {
    static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum += right
        return sum
    }
}
