/// A restricted record that a view or a package leaves out: where it stands and why, never what it is called.
public struct WithheldRecord: Hashable, Sendable {
    public let document: DocumentNumber
    public let artifact: ArtifactNumber
    public let scope: Scope
    /// How many versions are left out, all of the document's.
    public let versions: Int
    /// Whether it fills the slot it stands in: it has a current version that is approved and in force, or a signpost.
    public let counts: Bool
    public let reason: String
    /// IDs of the person and the organization the record is about, as in the study file: members of the trial's staff
    /// and its contractors, who do not tell what a subject receives. Nil where none is named, or not handed on.
    public let person: String?
    public let organization: String?

    public init(
        document: DocumentNumber, artifact: ArtifactNumber, scope: Scope, versions: Int, counts: Bool, reason: String,
        person: String? = nil, organization: String? = nil
    ) {
        self.document = document
        self.artifact = artifact
        self.scope = scope
        self.versions = versions
        self.counts = counts
        self.reason = reason
        self.person = person
        self.organization = organization
    }
}

extension Document {
    /// Whether it fills a slot on `day`: its current version is approved and in force, or a signpost stands for it.
    public func counts(on day: Day) -> Bool {
        guard let current, !current.hasExpired(on: day) else { return false }
        return current.facts.status == .approved || (current.isSignpost && current.facts.status != .draft)
    }
}

extension StudySnapshot {
    /// The snapshot without its restricted documents, and what was left out. `day` decides what counts.
    public func withholdingRestricted(on day: Day) -> (open: StudySnapshot, withheld: [WithheldRecord]) {
        let restricted = documents.filter(\.facts.isRestricted)
        guard !restricted.isEmpty else { return (self, []) }
        let numbers = Set(restricted.map(\.number))
        let open = StudySnapshot(
            study: study, documents: documents.filter { !$0.facts.isRestricted }, waivers: waivers,
            links: links.filter { !numbers.contains($0.document) && !numbers.contains($0.target) },
            oversight: oversight.withholding(numbers), head: head)
        let withheld = restricted.map {
            WithheldRecord(
                document: $0.number, artifact: $0.facts.artifact, scope: $0.facts.scope, versions: $0.versions.count,
                counts: $0.counts(on: day), reason: "restricted: could unblind", person: $0.facts.person,
                organization: $0.facts.organization)
        }
        return (open, withheld)
    }
}
