/// Something that must be in force, without a gap, for as long as it is needed.
public struct CoverageRequirement: Hashable, Sendable, Identifiable {
    /// Whose record it is, and by that how long it is needed.
    public enum Subject: Hashable, Sendable {
        /// People of a site in one of these roles, in any if empty: while in the role at an open site.
        case siteStaff(roles: [String])
        /// People of the trial or of a country: while in the role.
        case trialTeam
        /// Organizations of one of these kinds: while the trial is conducted.
        case organization(kinds: [String])
        /// The trial's conduct in each country, by the country's own records, or the trial's where it has none.
        case countries
        /// Each open site, by its own records and its country's.
        case sites
        /// Each open site, by its own records that name no organization; a site without any is not asked.
        case siteLaboratories
    }

    /// Stable: `gcp-training`
    public let id: String
    /// `GCP training`
    public let name: String
    public let records: ArtifactSelector
    public let subject: Subject
    /// One sentence.
    public let rationale: String
    /// Whether its beginning is judged here, or by a check of its own.
    public let judgesBeginning: Bool

    public init(
        id: String, name: String, records: ArtifactSelector, subject: Subject, rationale: String,
        judgesBeginning: Bool = true
    ) {
        self.id = id
        self.name = name
        self.records = records
        self.subject = subject
        self.rationale = rationale
        self.judgesBeginning = judgesBeginning
    }

    /// What is asked of every study. No period of validity is among it: records say themselves how long they hold.
    public static let stock: [CoverageRequirement] = [
        CoverageRequirement(
            id: "curriculum-vitae", name: "Curriculum vitae", records: ArtifactSelector(["087", "088", "089"]),
            subject: .siteStaff(roles: []),
            rationale: "A curriculum vitae shows that somebody was qualified while working on the trial."),
        CoverageRequirement(
            id: "gcp-training", name: "GCP training",
            records: ArtifactSelector(["090"], only: ["ICH-GCP Evidence of Training"]),
            subject: .siteStaff(roles: []),
            rationale: "Everybody with trial tasks is trained in good clinical practice before and during them."),
        CoverageRequirement(
            id: "medical-licence", name: "Medical licence",
            records: ArtifactSelector(
                ["090"], only: ["Medical License", "Professional License", "Evidence of Registration"]),
            subject: .siteStaff(roles: ["principal-investigator", "sub-investigator"]),
            rationale: "Investigators are licensed to practise on every day on which they treat participants."),
        CoverageRequirement(
            id: "team-curriculum-vitae", name: "Curriculum vitae, trial team", records: ArtifactSelector(["017"]),
            subject: .trialTeam,
            rationale: "A curriculum vitae shows that somebody was qualified while working on the trial."),
        CoverageRequirement(
            id: "laboratory-accreditation", name: "Laboratory accreditation", records: ArtifactSelector(["160"]),
            subject: .organization(kinds: ["central-laboratory", "local-laboratory"]),
            rationale: "A laboratory is accredited or certified on every day on which it analyses samples."),
        CoverageRequirement(
            id: "normal-ranges", name: "Normal ranges", records: ArtifactSelector(["163"]),
            subject: .organization(kinds: ["central-laboratory", "local-laboratory"]),
            rationale: "A result is judged by the ranges that were in force when the sample was analysed."),
        CoverageRequirement(
            id: "site-laboratory-accreditation", name: "Laboratory accreditation, site",
            records: ArtifactSelector(["160"]), subject: .siteLaboratories,
            rationale: "A site that shows its laboratory's accreditation shows it for as long as it is open."),
        CoverageRequirement(
            id: "site-normal-ranges", name: "Normal ranges, site", records: ArtifactSelector(["163"]),
            subject: .siteLaboratories,
            rationale: "A site that shows its laboratory's ranges shows them for as long as it is open."),
        CoverageRequirement(
            id: "ethics-approval", name: "Ethics approval",
            records: ArtifactSelector(["066"], except: ["IRB or IEC Rejection"]), subject: .sites,
            rationale: "A site takes part only under an opinion of its ethics committee that is in force.",
            judgesBeginning: false),
        CoverageRequirement(
            id: "insurance", name: "Insurance", records: ArtifactSelector(["036"]), subject: .countries,
            rationale: "Participants are insured on every day on which the trial is conducted."),
    ]
}
