public import TMFModel

/// Records filed beyond what is expected: more than a rule asks for, or such as no rule asks for.
public struct UnexpectedRecord: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// More documents in force than the rule has use for.
        case overCount = "over-count"
        /// No rule speaks of the artifact at this level, or every one that does holds under conditions that do not.
        case neverExpected = "never-expected"
        /// Rules ask for such records here, but not for one about this person, organization, version or language.
        case fitsNoSlot = "fits-no-slot"
    }

    public let kind: Kind
    /// The rule that has too many; nil for the other kinds.
    public let rule: String?
    public let artifact: ArtifactNumber
    public let scope: Scope
    public let person: String?
    public let organization: String?
    public let documents: [DocumentNumber]
    /// Whether it is listed only, and no check reports it: a rule's milestone may still come, somebody of the place is
    /// in another role, no rule speaks of the level, which is a matter of its own, or a rule names no most.
    let isExcused: Bool
    /// Sentences that name documents by number, never by title.
    public let explanation: [String]

    /// The object that `missing --unexpected` lists.
    public var json: JSON {
        .full([
            ("kind", .string(kind.rawValue)), ("rule", rule.json), ("artifact", .string(artifact.description)),
            ("level", .string(scope.level.rawValue)), ("country", (scope.country?.description).json),
            ("site", scope.site.json), ("person", person.json), ("organization", organization.json),
            ("documents", .array(documents.map { .string($0.description) })),
            ("explanation", .array(explanation.map { .string($0) })),
        ])
    }
}

extension ExpectationRule {
    /// Why none of the rule's slots in the record's scope takes it: the end of a sentence.
    func mismatch(with facts: DocumentFacts, _ names: StudyNames) -> String {
        if let (asked, named) = whom(of: facts, names) {
            guard let named else { return "asks for one about each \(asked), and this one names nobody" }
            if repetitions.isEmpty || repetitions == [.renewal] {
                return "asks for one about each \(asked), and \(named) is not listed as such here"
            }
        }
        let asked = repetitions.filter { $0 != .renewal }.map { $0 == .language ? "language" : "protocol version" }
        return asked.isEmpty
            ? "has no use for it"
            : "asks for one for each \(asked.joined(separator: " and ")), and this one is for none that concerns this place"
    }

    private func whom(of facts: DocumentFacts, _ names: StudyNames) -> (asked: String, named: String?)? {
        switch subject {
        case .person(let roles): (roles.orInWords, facts.person.map { names.person($0) })
        case .organization(let kinds):
            (kinds.orInWords, facts.organization.map { names.organization($0) })
        case .once: nil
        }
    }
}
