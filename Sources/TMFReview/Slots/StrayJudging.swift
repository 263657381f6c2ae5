import TMFModel

/// Tells why a document that fills no slot is not expected where it stands.
struct StrayJudging {
    private let design: StudyDesign
    private let scopes: [Scope: ScopeFacts]
    private let rules: [ArtifactNumber: [ExpectationRule]]
    private let protocolKeys: Set<String>
    private let names: StudyNames

    init(_ binder: Binder) {
        design = StudyDesign(binder.study)
        scopes = Dictionary(
            ScopeFacts.all(of: binder.study, asOf: binder.asOf).map { ($0.scope, $0) },
            uniquingKeysWith: { first, _ in first })
        var rules: [ArtifactNumber: [ExpectationRule]] = [:]
        for rule in binder.rules {
            for artifact in rule.artifacts { rules[artifact, default: []].append(rule) }
        }
        self.rules = rules
        protocolKeys = ProtocolVersions(binder.snapshot.documents, binder.index, binder.model).keys
        names = binder.names
    }

    /// An artifact in one scope, with the rules that speak of it.
    struct Place {
        fileprivate let facts: ScopeFacts
        fileprivate let rules: [ExpectationRule]
    }

    /// Nil where anything may be filed.
    func place(_ artifact: ArtifactNumber, _ scope: Scope) -> Place? {
        guard let facts = scopes[scope] else { return nil }
        let here = (rules[artifact] ?? []).filter { $0.level == scope.level && $0.countries.contains(scope) }
        // `no` is for "may be filed".
        if here.contains(where: { $0.expectation == .no && $0.artifact == artifact }) { return nil }
        return Place(facts: facts, rules: here)
    }

    /// Nil if it may be filed there.
    func record(_ document: Document, at place: Place) -> UnexpectedRecord? {
        let record = document.facts
        let (facts, here) = (place.facts, place.rules)
        var kind = UnexpectedRecord.Kind.neverExpected
        var isExcused = here.isEmpty
        var reasons: [String] = []
        for rule in here {
            let failing = rule.conditions.filter { !facts.holds($0, design) }
            if let first = failing.first(where: { !$0.mayComeToHold }) ?? failing.first {
                reasons.append("Rule \(rule.id) asks only where \(first.inWords).")
                if first.mayComeToHold { isExcused = true }
                continue
            }
            if let asked = rule.subArtifact, record.subArtifact?.lowercased() != asked.lowercased() { return nil }
            if rule.isPerVersion, isOfProtocol(document), isListed(record, for: rule, facts) { return nil }
            kind = .fitsNoSlot
            // Somebody of the place in another role, such as a licence of the study nurse.
            if facts.people.contains(where: { $0.id == record.person }) { isExcused = true }
            reasons.append("Rule \(rule.id) \(rule.mismatch(with: record, names)).")
        }
        if here.isEmpty {
            reasons = ["No rule speaks of \(record.artifact) at \(facts.scope.level.rawValue) level here."]
        }
        return UnexpectedRecord(
            kind: kind, rule: nil, artifact: record.artifact, scope: record.scope, person: record.person,
            organization: record.organization, documents: [document.number], isExcused: isExcused,
            explanation: reasons)
    }

    /// Whether some version of it is for a version of the protocol, if only for one that was replaced in time.
    private func isOfProtocol(_ document: Document) -> Bool {
        document.versions.contains { version in
            ProtocolVersions.keys(of: version).contains { protocolKeys.contains($0) }
        }
    }

    private func isListed(_ record: DocumentFacts, for rule: ExpectationRule, _ facts: ScopeFacts) -> Bool {
        guard case .person(let roles) = rule.subject else { return true }
        return facts.people.contains { $0.id == record.person && roles.contains($0.role) }
    }
}

extension ExpectationRule.Condition {
    /// Whether it hangs on what happens in the course of the trial.
    fileprivate var mayComeToHold: Bool {
        switch self {
        case .milestone, .noMilestone, .status: true
        case .trait, .noTrait, .setting: false
        }
    }
}
