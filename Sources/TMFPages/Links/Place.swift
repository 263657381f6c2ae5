public import TMFModel

/// What a page is about.
public enum Place: Hashable, Sendable {
    /// The figures of the study. Offline, the page to start from.
    case dashboard
    /// What this is: as of when, of what scope, made by what, and what was left out.
    case about
    /// All zones and their sections, with counts.
    case tree
    /// `05`
    case zone(String)
    /// `05.02`
    case section(String)
    /// Parts from 1, of `Pages.rowsPerPart` documents each.
    case artifact(ArtifactNumber, part: Int)
    /// Offline, its row on the artifact's page.
    case document(DocumentNumber)
    /// All countries and sites.
    case sites
    case country(CountryCode)
    case site(CountryCode, String)
    case missing(part: Int)
    case expiring(part: Int)
    case findings(part: Int)
    /// When records were dated and filed.
    case timeline
    case people(part: Int)
    /// Protocol versions against countries and sites.
    case amendments(part: Int)
    /// How long the file is to be kept, and what holds it.
    case retention
    case search
    /// The figures month by month.
    case trend
    case audit(part: Int)

    /// The part of a page that is split; 1 for the others.
    public var part: Int {
        switch self {
        case .artifact(_, let part), .missing(let part), .expiring(let part), .findings(let part), .people(let part),
            .amendments(let part), .audit(let part):
            part
        default: 1
        }
    }

    /// The same page's other part.
    func with(part: Int) -> Place {
        switch self {
        case .artifact(let number, _): .artifact(number, part: part)
        case .missing: .missing(part: part)
        case .expiring: .expiring(part: part)
        case .findings: .findings(part: part)
        case .people: .people(part: part)
        case .amendments: .amendments(part: part)
        case .audit: .audit(part: part)
        default: self
        }
    }

    /// The page of a scope; the trial's is the dashboard.
    init(_ scope: Scope) {
        switch scope {
        case .trial: self = .dashboard
        case .country(let code): self = .country(code)
        case .site(let code, let site): self = .site(code, site)
        }
    }
}
