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

extension Binder {
    /// What is filed beyond what is expected, by artifact and scope, for one artifact or for all; withdrawn documents
    /// are left out.
    ///
    /// A rule that expects `no` says that records may be filed there: they are never listed, unless they are more than
    /// its count allows. Nor are records of a sub-artifact that no rule names.
    public func unexpected(at artifact: ArtifactNumber? = nil) -> [UnexpectedRecord] {
        let design = StudyDesign(study)
        let scopes = Dictionary(
            ScopeFacts.all(of: study, asOf: asOf).map { ($0.scope, $0) }, uniquingKeysWith: { first, _ in first })
        let rules = Dictionary(
            grouping: self.rules.filter { artifact == nil || $0.artifact == artifact }, by: \.artifact)
        let slots: ArraySlice<ExpectedSlot> = artifact.map { self.slots(at: $0) } ?? self.slots[...]
        let places: ArraySlice<Int32> = artifact.map { index.places(at: $0) } ?? index.order[...]
        var found = slots.filter { $0.surplus > 0 }.map(Self.overCount)
        let used = Set(slots.flatMap(\.documents))
        for place in places where index.fillings[Int(place)] != .withdrawn {
            let document = snapshot.documents[Int(place)]
            guard !used.contains(document.number), let facts = scopes[document.facts.scope] else { continue }
            if let record = Self.unexpected(document, rules[document.facts.artifact] ?? [], facts, design) {
                found.append(record)
            }
        }
        found += overCountsOfUnasked(rules, scopes)
        return found.sorted {
            ($0.artifact, $0.scope, $0.documents.first?.value ?? 0) < (
                $1.artifact, $1.scope, $1.documents.first?.value ?? 0
            )
        }
    }

    private static func overCount(_ slot: ExpectedSlot) -> UnexpectedRecord {
        UnexpectedRecord(
            kind: .overCount, rule: slot.rule.id, artifact: slot.address.artifact, scope: slot.address.scope,
            person: slot.address.person, organization: slot.address.organization, documents: slot.documents,
            explanation: [
                "Rule \(slot.rule.id) asks for \(slot.rule.countInWords), and \(slot.counting) are in force for "
                    + "\(slot.place): \(slot.surplus) more than asked for."
            ])
    }

    /// Too many documents where a rule expects none but limits how many there may be.
    private func overCountsOfUnasked(
        _ rules: [ArtifactNumber: [ExpectationRule]], _ scopes: [Scope: ScopeFacts]
    ) -> [UnexpectedRecord] {
        rules.values.joined().filter { $0.expectation == .no && $0.atMost != nil }.flatMap { rule in
            scopes.keys.filter { $0.level == rule.level && rule.countries.contains($0) }.compactMap { scope in
                let documents = index.places(at: rule.artifact, in: scope)
                    .filter { index.fillings[Int($0)].counts }.map { snapshot.documents[Int($0)].number }
                guard let most = rule.atMost, documents.count > most else { return nil }
                return UnexpectedRecord(
                    kind: .overCount, rule: rule.id, artifact: rule.artifact, scope: scope, person: nil,
                    organization: nil, documents: documents.sorted(),
                    explanation: [
                        "Rule \(rule.id) allows \(most), and \(documents.count) are in force for \(scope.inWords)."
                    ])
            }
        }
    }

    private static func unexpected(
        _ document: Document, _ rules: [ExpectationRule], _ facts: ScopeFacts, _ design: StudyDesign
    ) -> UnexpectedRecord? {
        let record = document.facts
        let here = rules.filter { $0.level == facts.scope.level && $0.countries.contains(facts.scope) }
        // `no` is for "may be filed".
        if here.contains(where: { $0.expectation == .no }) { return nil }
        var kind = UnexpectedRecord.Kind.neverExpected
        var reasons: [String] = []
        for rule in here {
            if let failing = rule.conditions.first(where: { !facts.holds($0, design) }) {
                reasons.append("Rule \(rule.id) asks only where \(failing.inWords).")
                continue
            }
            if let asked = rule.subArtifact, record.subArtifact?.lowercased() != asked.lowercased() { return nil }
            kind = .fitsNoSlot
            reasons.append("Rule \(rule.id) \(rule.mismatch(with: record)).")
        }
        if here.isEmpty {
            reasons = ["No rule speaks of \(record.artifact) at \(facts.scope.level.rawValue) level here."]
        }
        return UnexpectedRecord(
            kind: kind, rule: nil, artifact: record.artifact, scope: record.scope, person: record.person,
            organization: record.organization, documents: [document.number], explanation: reasons)
    }
}

extension ExpectationRule {
    /// Why none of the rule's slots in the record's scope takes it: the end of a sentence.
    fileprivate func mismatch(with facts: DocumentFacts) -> String {
        let who: (String, String?)? =
            switch subject {
            case .person(let roles): (roles.joined(separator: " or "), facts.person.map { "person \($0)" })
            case .organization(let kinds):
                (kinds.joined(separator: " or "), facts.organization.map { "organization \($0)" })
            case .once: nil
            }
        if let (asked, named) = who {
            guard let named else { return "asks for one about each \(asked), and this one names nobody" }
            if repetitions.isEmpty {
                return "asks for one about each \(asked), and \(named) is not listed as such here"
            }
        }
        let asked = repetitions.filter { $0 != .renewal }.map { $0 == .version ? "protocol version" : "language" }
        return asked.isEmpty
            ? "has no use for it"
            : "asks for one for each \(asked.joined(separator: " and ")), and this one is for none that concerns this place"
    }
}
