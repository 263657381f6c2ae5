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

    public init(
        document: DocumentNumber, artifact: ArtifactNumber, scope: Scope, versions: Int, counts: Bool, reason: String
    ) {
        self.document = document
        self.artifact = artifact
        self.scope = scope
        self.versions = versions
        self.counts = counts
        self.reason = reason
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
                counts: $0.counts(on: day), reason: "restricted: could unblind")
        }
        return (open, withheld)
    }
}
