public import TMFModel

/// A journal entry as a sentence that needs no knowledge of the program: when, who, what, why.
public struct PlainWords: Hashable, Sendable {
    /// `05-Jan-2026 14:03 UTC`
    public let when: String
    /// As the journal names the actor.
    public let who: String
    /// `filed version 2 (label 2.0), 84 KB application/pdf, approved`: follows the actor, without a full stop.
    public let what: String
    /// Every single change, `document date: 03-Jan-2026 → 04-Jan-2026`; empty where `what` says it all.
    public let changes: [String]
    /// Nil where none was asked for.
    public let reason: String?

    public init(_ entry: JournalEntry, model: ReferenceModel? = nil) {
        when = entry.at.spelledOut
        who = entry.by.actor
        reason = entry.by.reason
        (what, changes) = PlainWords.tell(entry.event, model)
    }

    /// All in one line: `05-Jan-2026 14:03 UTC · m.beispiel filed version 2 (label 2.0). Reason: new address.`
    public var sentence: String {
        let detail = changes.isEmpty ? "" : ": " + changes.joined(separator: "; ")
        return "\(when) · \(who) \(what)\(detail)." + (reason.map { " Reason: \($0)" } ?? "")
    }

    private static func tell(_ event: JournalEvent, _ model: ReferenceModel?) -> (String, [String]) {
        switch event {
        case .studyChanged(let changes):
            ("changed the study in \(NumberWords.count(changes.count, "place"))", changes.map(StudyWords.change))
        case .documentFiled(let number, let facts, let version):
            ("filed \(number) at \(place(facts, model)): \(filed(1, version))", statements(version))
        case .versionFiled(let number, let ordinal, let version):
            ("filed \(filed(ordinal, version)) of \(number)", statements(version))
        case .documentAmended(let number, let ordinal, let changes):
            (
                "corrected \(ordinal.map { "version \($0) of " } ?? "")\(number)",
                changes.map { FieldWords.change($0.field, from: $0.from, to: $0.to) }
            )
        case .documentMoved(let number, let from, let to):
            ("moved \(number) from \(place(from, model)) to \(place(to, model))", [])
        case .documentWithdrawn(let number): ("withdrew \(number): it no longer counts, and stays on file", [])
        case .qualityReviewed(let review):
            (
                "\(review.outcome == .accepted ? "accepted" : "sent back") version \(review.version) of "
                    + "\(review.document) in quality control: \(review.from.rawValue) → \(review.to.rawValue)",
                reasonCode(review)
            )
        case .slotWaived(let address): ("waived \(place(address, model)): it is not required there", [])
        case .waiverLifted(let address): ("lifted the waiver of \(place(address, model)): it is required again", [])
        case .documentsLinked(let link):
            ("linked \(link.document) to \(link.target): \(link.document) \(sentence(link))", [])
        case .oversight(let event): OversightWords.tell(event)
        case .retention(let change): RetentionWords.tell(change)
        case .linkRemoved(let link):
            ("removed the link of \(link.document) to \(link.target), that \(link.document) \(sentence(link))", [])
        }
    }

    /// `incomplete (Incomplete)`: the code as given, with what the table calls it.
    private static func reasonCode(_ review: QualityReview) -> [String] {
        guard let code = review.code else { return [] }
        return ["reason code: \(code)" + (QualityReasonCode.known(code).map { " (\($0.title))" } ?? "")]
    }

    private static func sentence(_ link: DocumentLink) -> String {
        (link.relation == .relatedTo ? "is related to" : link.relation.rawValue) + " \(link.target)"
    }

    private static func filed(_ ordinal: Int, _ version: VersionFacts) -> String {
        var words = "version \(ordinal)"
        if let label = version.label { words += " (label \(label))" }
        if let content = version.content {
            words += ", \(NumberWords.bytes(content.bytes)) \(content.mediaType)"
        } else if let url = version.url {
            words += ", held at \(url)"
        }
        words += ", \(version.status.rawValue)"
        return version.isAddendum ? words + ", as an addendum after the lock" : words
    }

    private static func statements(_ version: VersionFacts) -> [String] {
        let said: [(String, String?)] = [
            ("document date", version.spelledDocumentDate), ("received", version.receivedDate?.spelledOut),
            ("filed elsewhere, as the sender states", version.filedElsewhere?.spelledOut),
            ("expires", version.expiryDate?.spelledOut), ("file name", version.originalName),
        ]
        return said.compactMap { name, value in value.map { "\(name): \($0)" } }
    }

    private static func place(_ facts: DocumentFacts, _ model: ReferenceModel?) -> String {
        place(
            SlotAddress(
                artifact: facts.artifact, subArtifact: facts.subArtifact, scope: facts.scope, person: facts.person,
                organization: facts.organization), model)
    }

    /// `05.02.04 Principal Investigator Curriculum Vitae, site DEU/101, p-mueller`
    private static func place(_ address: SlotAddress, _ model: ReferenceModel?) -> String {
        var words = [address.artifact.description]
        if let name = model?.artifact(address.artifact)?.name { words[0] += " " + name }
        if let subArtifact = address.subArtifact { words.append(subArtifact) }
        words.append(ScopeWords.words(address.scope))
        words += [address.person, address.organization].compactMap { $0 }
        return words.joined(separator: ", ")
    }
}
