public import TMFModel

/// Every address that a page holds. Served pages use absolute paths, offline pages relative ones.
public struct Links: Sendable {
    public enum Style: Hashable, Sendable {
        /// Below `/studies/{id}`. With a day, every link keeps it as `as-of`.
        case served(asOf: Day?)
        /// Files below the package's `data/`: `index.html` and `report.html` there, everything else in `viewer/`.
        case offline
    }

    public let style: Style
    private let base: String
    private let siteNames: [Scope: String]

    /// Links between pages over HTTP. `asOf` is the past day that the reader asked for, nil for today.
    public static func served(study: Study, asOf: Day? = nil) -> Links { Links(style: .served(asOf: asOf), study) }

    /// Links between the files of a package.
    public static func offline(study: Study) -> Links { Links(style: .offline, study) }

    private init(style: Style, _ study: Study) {
        self.style = style
        base = "/studies/\(PercentEncoding.segment(study.id))"
        siteNames = style == .offline ? FileNames.sites(of: study) : [:]
    }

    var isOffline: Bool { style == .offline }

    /// Where the page of `place` is: a path below `data/` offline, an absolute path when served.
    ///
    /// Nil for a document offline: its row is on its artifact's page.
    public func path(of place: Place) -> String? {
        isOffline ? offlinePath(of: place) : base + servedPath(of: place)
    }

    /// The address of `place` for a link on the page of `origin`.
    public func address(
        of place: Place, from origin: Place, filter: PageFilter = PageFilter(), fragment: String? = nil
    ) -> String {
        let anchor = fragment.map { "#" + PercentEncoding.segment($0) } ?? ""
        guard case .served(let asOf) = style else {
            guard let path = offlinePath(of: place) else { return anchor }
            return (path == offlinePath(of: origin) && !anchor.isEmpty ? "" : relative(path, from: origin)) + anchor
        }
        if asOf == nil, place.part == 1, filter.isEmpty { return base + servedPath(of: place) + anchor }
        var query = filter.query
        if place.part > 1 { query.insert(("part", String(place.part)), at: 0) }
        if let asOf { query.append(("as-of", asOf.description)) }
        let pairs = query.map { "\($0.name)=\(PercentEncoding.segment($0.value))" }
        return base + servedPath(of: place) + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")) + anchor
    }

    /// The address of the bytes of one version. `path` is the record's path below `data/`, for offline pages; nil if
    /// the package does not hold it.
    func content(of document: DocumentNumber, version: Int, path: String?, from origin: Place) -> String? {
        guard isOffline else { return "\(base)/documents/\(document.value)/versions/\(version)/content" }
        return path.map { relative($0, from: origin) }
    }

    /// The address of a file beside the pages: style, script, search data, or a list at the top of the package.
    func file(_ name: String, from origin: Place) -> String {
        isOffline ? relative("viewer/" + name, from: origin) : "/assets/" + name
    }

    /// The address of a file at the top of the package; nil when served.
    func packaged(_ name: String, from origin: Place) -> String? { isOffline ? relative(name, from: origin) : nil }

    /// The place at a served address: the decoded segments after `/studies/{id}`, and the `part` of its query.
    /// Nil if the address has no such form; whether the study has the place is for `Pages` to say.
    public func place(segments: [String], part: Int = 1) -> Place? {
        let rest = segments.dropFirst()
        switch (segments.first, rest.count) {
        case (nil, _): return .dashboard
        case ("tree", 0): return .tree
        case ("tree", 1): return .zone(segments[1])
        case ("tree", 2) where segments[2].hasPrefix(segments[1] + "."): return .section(segments[2])
        case ("tree", 3):
            guard let number = ArtifactNumber(segments[3]), number.sectionNumber == segments[2],
                number.zoneNumber == segments[1]
            else { return nil }
            return .artifact(number, part: part)
        case ("documents", 1): return DocumentNumber(segments[1]).map(Place.document)
        case ("sites", 0): return .sites
        case ("countries", 1): return CountryCode(segments[1]).map(Place.country)
        case ("countries", 3) where segments[2] == "sites":
            return CountryCode(segments[1]).map { .site($0, segments[3]) }
        case ("about", 0): return .about
        case ("missing", 0): return .missing(part: part)
        case ("expiring", 0): return .expiring(part: part)
        case ("findings", 0): return .findings(part: part)
        case ("timeline", 0): return .timeline
        case ("people", 0): return .people(part: part)
        case ("amendments", 0): return .amendments(part: part)
        case ("retention", 0): return .retention
        case ("search", 0): return .search
        case ("trend", 0): return .trend
        case ("audit", 0): return .audit(part: part)
        default: return nil
        }
    }

    private func servedPath(of place: Place) -> String {
        switch place {
        case .dashboard: ""
        case .about: "/about"
        case .tree: "/tree"
        case .zone(let number): "/tree/\(PercentEncoding.segment(number))"
        case .section(let number):
            "/tree/\(PercentEncoding.segment(String(number.prefix(2))))/\(PercentEncoding.segment(number))"
        case .artifact(let number, _): "/tree/\(number.zoneNumber)/\(number.sectionNumber)/\(number)"
        case .document(let number): "/documents/\(number.value)"
        case .sites: "/sites"
        case .country(let code): "/countries/\(code)"
        case .site(let code, let site): "/countries/\(code)/sites/\(PercentEncoding.segment(site))"
        case .missing: "/missing"
        case .expiring: "/expiring"
        case .findings: "/findings"
        case .timeline: "/timeline"
        case .people: "/people"
        case .amendments: "/amendments"
        case .retention: "/retention"
        case .search: "/search"
        case .trend: "/trend"
        case .audit: "/audit"
        }
    }

    private func offlinePath(of place: Place) -> String? {
        let name: String
        switch place {
        case .dashboard: return "index.html"
        case .about: return "report.html"
        case .document: return nil
        case .tree: name = "tree"
        case .zone(let number): name = "zone-\(FileNames.slug(number))"
        case .section(let number): name = "section-\(FileNames.slug(number))"
        case .artifact(let number, _): name = "artifact-\(number)"
        case .sites: name = "sites"
        case .country(let code): name = "country-\(FileNames.slug(code.description))"
        case .site(let code, let site):
            guard let known = siteNames[.site(code, site)] else { return nil }
            name = known
        case .missing: name = "missing"
        case .expiring: name = "expiring"
        case .findings: name = "findings"
        case .timeline: name = "timeline"
        case .people: name = "people"
        case .amendments: name = "amendments"
        case .retention: name = "retention"
        case .search: name = "search"
        case .trend: name = "trend"
        case .audit: name = "audit"
        }
        return "viewer/\(name)\(place.part > 1 ? "-\(place.part)" : "").html"
    }

    /// From the folder of `origin` to a path below `data/`.
    private func relative(_ path: String, from origin: Place) -> String {
        let encoded = PercentEncoding.path(path)
        // The dashboard and the report stand beside `viewer/`, where nobody has to look for them.
        if origin == .dashboard || origin == .about { return encoded }
        return encoded.hasPrefix("viewer/") ? String(encoded.dropFirst(7)) : "../" + encoded
    }
}
