/// A record that a view or a package leaves out: where it stands and why, never what it is called.
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
    /// The snapshot without the documents that a selection withholds, and what was left out. `day` decides what counts.
    /// `others` are documents that are withheld for another reason.
    public func withholding(
        outside selection: RecordSelection, _ others: [DocumentNumber: String] = [:], model: ReferenceModel,
        on day: Day
    ) -> (kept: StudySnapshot, withheld: [WithheldRecord]) {
        var kept: [Document] = []
        var withheld: [WithheldRecord] = []
        for document in documents {
            guard let reason = selection.withholds(document, model: model) ?? others[document.number] else {
                kept.append(document)
                continue
            }
            withheld.append(
                WithheldRecord(
                    document: document.number, artifact: document.facts.artifact, scope: document.facts.scope,
                    versions: document.versions.count, counts: document.counts(on: day), reason: reason,
                    person: document.facts.person, organization: document.facts.organization))
        }
        guard !withheld.isEmpty else { return (self, []) }
        let numbers = Set(withheld.map(\.document))
        let snapshot = StudySnapshot(
            study: study, documents: kept, waivers: waivers,
            links: links.filter { !numbers.contains($0.document) && !numbers.contains($0.target) },
            oversight: oversight.withholding(numbers), head: head, keptModel: keptModel,
            remarks: remarks, likenesses: likenesses)
        return (snapshot, withheld)
    }

    /// A record that was found to unblind after the day of this snapshot is as dangerous in it as in `now`.
    public func restrictingToo(_ now: StudySnapshot) -> StudySnapshot {
        let restricted = Set(now.documents.filter(\.facts.isRestricted).map(\.number))
        let marked = documents.map { document in
            guard restricted.contains(document.number) else { return document }
            var document = document
            document.facts.isRestricted = true
            return document
        }
        return with(documents: marked)
    }
}
