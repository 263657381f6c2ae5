import TMFModel

/// A point at which the file must be in order: which conditions keep it closed.
public struct Gate: Hashable, Sendable, Identifiable {
    /// `close-out`, `inspection` or `site-activation`: the journal and the command line name it.
    public let id: String
    public let title: String
    /// In the order in which blockers are listed.
    public let criteria: [GateCriterion]
    /// Whether it is a site's gate.
    public let isForSite: Bool

    /// Every gate.
    public static let all: [Gate] = [.closeOut, .inspection, .siteActivation]

    /// Before the file, or a part of it, is locked: everything is there, reviewed, dated and answered.
    public static let closeOut = Gate(
        id: "close-out", title: "Close-out",
        criteria: [
            .dueRecords, .milestones, .errorFindings, .qualityControl, .returned, .drafts, .issues,
        ], isForSite: false)

    /// Before an inspector reads it: what is due by now is there and sound. Milestones may lie ahead.
    public static let inspection = Gate(
        id: "inspection", title: "Inspection",
        criteria: [.dueRecords, .errorFindings, .qualityControl, .returned, .issues], isForSite: false)

    /// Before a site opens: what is due by its opening is there, for the site and for its country.
    public static let siteActivation = Gate(
        id: "site-activation", title: "Site activation",
        criteria: [.principalInvestigator, .activationRecords, .errorFindings, .issues], isForSite: true)

    public static func named(_ id: String) -> Gate? { all.first { $0.id == id } }

    /// Whether what stands in `scope` can keep the gate of `place` closed. A site opens in its country.
    func concerns(_ scope: Scope, at place: Scope) -> Bool {
        place.contains(scope) || (isForSite && scope.level == .country && scope.country == place.country)
    }
}

/// One condition of a gate.
public enum GateCriterion: String, Hashable, Sendable, CaseIterable {
    /// Every expected record that is due is there: approved and in force, signposted, or waived.
    case dueRecords = "due-records"
    /// Every milestone has been reached: none that is recorded, and none that an open place hangs on, lacks its day.
    /// Milestones that come again or that are the lock itself are not asked for.
    case milestones
    /// No other finding is an error.
    case errorFindings = "error-findings"
    /// Nothing waits for quality control.
    case qualityControl = "quality-control"
    /// Nothing that was sent back is left as it is.
    case returned
    /// No document is only a draft.
    case drafts
    /// No quality issue is open.
    case issues
    /// The site has a principal investigator on the day.
    case principalInvestigator = "principal-investigator"
    /// Every record that is due by the milestones up to the site's opening is there, whether or not they have a day.
    case activationRecords = "activation-records"
}
