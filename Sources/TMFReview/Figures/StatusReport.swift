public import TMFModel

/// The figures of a study, each with the parts of its formula, as a whole and by its parts.
public struct StatusReport: Hashable, Sendable {
    public let study: String
    public let asOf: Day
    public let head: JournalHead?
    /// Withdrawn documents are not counted.
    public let documents: Int
    public let versions: Int
    /// The study's `filing-days`: within so many days a version is filed on time.
    public let limitDays: Int
    public let zones: [Group]
    public let sections: [Group]
    public let countries: [Group]
    public let sites: [Group]
    /// By the organization that answers for the records: the one they are about, else the one that names their place
    /// most nearly.
    public let organizations: [Group]
    /// What the figures should reach, as the study's settings say.
    public let targets: StudyTargets
    /// The whole study.
    public let total: Group

    public var completeness: Completeness { total.completeness }
    public var timeliness: Timeliness { total.timeliness }
    public var quality: Quality { total.quality }
    public var expiry: Expiry { total.expiry }
    public var findings: FindingCounts { total.findings }

    /// The kinds of parts by which figures are told apart.
    public enum Division: String, Hashable, Sendable, CaseIterable {
        case zone, section, country, site, organization
    }

    public func groups(by division: Division) -> [Group] {
        switch division {
        case .zone: zones
        case .section: sections
        case .country: countries
        case .site: sites
        case .organization: organizations
        }
    }

    /// What belongs to no group of a division: the trial's own records beside countries and sites, the sponsor's beside
    /// organizations. Groups and rest add up to the whole.
    public func rest(beside division: Division) -> Group {
        var rest = total
        rest.number = ""
        switch division {
        case .zone, .section: rest.name = "elsewhere"
        case .country: rest.name = "the trial itself"
        case .site: rest.name = "the trial and its countries themselves"
        case .organization: rest.name = "the sponsor itself"
        }
        for group in groups(by: division) { rest -= group }
        return rest
    }
}
