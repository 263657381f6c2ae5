public import TMFModel

/// What a reader narrows a served page to. It lives in the address; offline pages are never narrowed.
public struct PageFilter: Hashable, Sendable {
    /// `DEU`
    public var country: CountryCode?
    /// The site's number.
    public var site: String?
    /// The person's id.
    public var person: String?
    /// `approved`, `superseded`…, or `expired`.
    public var status: Status?
    /// Document dates from this day to that, both included.
    public var from: Day?
    public var to: Day?
    /// Leaves the empty artifacts out of the tree.
    public var isFilledOnly = false
    /// The words searched for.
    public var text = ""
    /// One sentence for each value of the address that could not be used.
    public var problems: [String] = []

    /// A document's standing, or that it has expired.
    public enum Status: Hashable, Sendable {
        case standing(VersionStanding)
        case expired

        var name: String {
            switch self {
            case .standing(let standing): standing.rawValue
            case .expired: "expired"
            }
        }

        init?(_ name: String) {
            if name == "expired" {
                self = .expired
            } else if let standing = VersionStanding(rawValue: name) {
                self = .standing(standing)
            } else {
                return nil
            }
        }

        static var all: [Status] { VersionStanding.allCases.map(Status.standing) + [.expired] }
    }

    public init() {}

    /// Reads the query of an address, its names and values decoded. Empty values and unknown names mean nothing.
    public init(query: [(name: String, value: String)]) {
        for (name, value) in query where !value.isEmpty {
            switch name {
            case "country":
                country = CountryCode(value)
                if country == nil { problems.append("“\(value)” is not a country’s code, such as DEU.") }
            case "site": site = value
            case "person": person = value
            case "status":
                status = Status(value)
                if status == nil { problems.append("“\(value)” is not a status, such as approved.") }
            case "from": from = day(value)
            case "to": to = day(value)
            case "filled-only": isFilledOnly = value != "no"
            case "q": text = value
            default: break
            }
        }
    }

    private mutating func day(_ text: String) -> Day? {
        let day = Day(text)
        if day == nil { problems.append("“\(text)” is not a day, such as 2026-01-31.") }
        return day
    }

    /// Whether it leaves any record out.
    public var isNarrowing: Bool {
        country != nil || site != nil || person != nil || status != nil || from != nil || to != nil
    }

    /// Whether its query is empty.
    var isEmpty: Bool { !isNarrowing && !isFilledOnly && text.isEmpty }

    /// The query that reads back as this filter, without problems.
    public var query: [(name: String, value: String)] {
        let all: [(String, String?)] = [
            ("country", country?.description), ("site", site), ("person", person), ("status", status?.name),
            ("from", from?.description), ("to", to?.description), ("filled-only", isFilledOnly ? "yes" : nil),
            ("q", text.isEmpty ? nil : text),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    func includes(_ scope: Scope) -> Bool {
        (country == nil || scope.country == country) && (site == nil || scope.site == site)
    }

    func includes(_ document: Document, asOf: Day) -> Bool {
        guard includes(document.facts.scope), person == nil || document.facts.person == person else { return false }
        guard let version = document.listedVersion else { return false }
        switch status {
        case .standing(let standing): if document.standing(of: version) != standing { return false }
        case .expired: if document.withdrawal != nil || !version.hasExpired(on: asOf) { return false }
        case nil: break
        }
        if from == nil, to == nil { return true }
        guard let date = version.facts.documentDate else { return false }
        return (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
    }
}
