import TMFModel

/// Applies rules to the scopes of a study: one slot for each person, organization, protocol version and language that
/// a rule repeats over.
struct SlotBuilder {
    let snapshot: StudySnapshot
    let index: DocumentIndex
    let model: ReferenceModel
    let rules: [ExpectationRule]
    let asOf: Day
    let names: StudyNames
    private let matching: SlotMatching
    private let protocols: ProtocolVersions

    init(
        snapshot: StudySnapshot, withheld: [WithheldRecord], index: DocumentIndex, model: ReferenceModel,
        rules: [ExpectationRule], asOf: Day, names: StudyNames
    ) {
        self.snapshot = snapshot
        self.index = index
        self.model = model
        self.rules = rules
        self.asOf = asOf
        self.names = names
        let isRepeating = rules.contains { $0.expectation != .no && $0.isPerVersion }
        protocols = ProtocolVersions(isRepeating ? snapshot.documents : [], isRepeating ? index : .empty, model)
        matching = SlotMatching(
            snapshot: snapshot, withheld: withheld, index: index, rules: rules, protocols: protocols, asOf: asOf)
    }

    /// Every slot, in the order of artifact, scope, rule, and person or organization.
    func slots() -> [ExpectedSlot] {
        let applied = rules.filter { $0.expectation != .no }.map {
            AppliedRule(rule: $0, artifactName: model.artifact($0.artifact)?.name ?? "", asOf: asOf, names: names)
        }
        let byArtifact = Dictionary(grouping: applied, by: \.rule.artifact).sorted { $0.key < $1.key }
        let scopes = ScopeFacts.all(of: snapshot.study, asOf: asOf)
        let triggers = self.triggers(in: scopes)
        let versions = scopes.map { Versions(all: protocols.concerning($0), approved: protocols.approved(for: $0)) }
        let design = StudyDesign(snapshot.study)
        let parts = inParallel(byArtifact.count) { artifact in
            let rulesOfArtifact = byArtifact[artifact].value
            let levels = Set(rulesOfArtifact.map(\.rule.level))
            var slots: [ExpectedSlot] = []
            for (place, facts) in scopes.enumerated() where levels.contains(facts.scope.level) {
                for applied in rulesOfArtifact
                where applied.rule.level == facts.scope.level && facts.satisfies(applied.rule, design) {
                    let trigger = applied.rule.anchor.flatMap { triggers[place][$0] }
                    append(applied, facts, trigger, versions[place], to: &slots)
                }
            }
            return slots
        }
        return parts.flatMap { $0 }
    }

    /// The protocol versions of one scope.
    private struct Versions {
        let all: [ProtocolVersions.Entry]
        let approved: [ProtocolVersions.Entry]

        func of(_ rule: ExpectationRule) -> [ProtocolVersions.Entry] {
            rule.repetitions.contains(.approvedVersion) ? approved : all
        }
    }

    /// The trigger of every day that a rule counts from, for each scope.
    private func triggers(in scopes: [ScopeFacts]) -> [[ExpectationRule.Due.Anchor: DueTrigger]] {
        let anchors = Set(rules.compactMap(\.anchor))
        return scopes.map { facts in
            var triggers: [ExpectationRule.Due.Anchor: DueTrigger] = [:]
            for anchor in anchors {
                switch anchor {
                case .milestone(let number):
                    triggers[anchor] = facts.trigger(number, name: model.milestone(number)?.name ?? "")
                case .record(let date, let artifact):
                    if let artifact { triggers[anchor] = matching.trigger(date, artifact, facts) }
                case .own(.activated), .own(.closed):
                    if case .own(let date) = anchor { triggers[anchor] = facts.trigger(own: date) }
                case .own(.from), .own(.to): break
                }
            }
            return triggers
        }
    }

    private func append(
        _ applied: AppliedRule, _ facts: ScopeFacts, _ trigger: DueTrigger?, _ versions: Versions,
        to slots: inout [ExpectedSlot]
    ) {
        let rule = applied.rule
        var slot = SlotMatching.Asked(
            applied: applied,
            address: SlotAddress(artifact: rule.artifact, subArtifact: rule.subArtifact, scope: facts.scope),
            trigger: trigger)
        slot.neededUntil = facts.closed
        switch rule.subject {
        case .once: appendRepeated(&slot, facts, versions, to: &slots)
        case .person(let roles):
            for person in people(of: facts, in: roles) {
                slot.address.person = person.id
                slot.personFrom = person.from
                slot.personTo = person.to
                slot.neededUntil = [person.to, facts.closed].compactMap { $0 }.min()
                if case .own(let date) = rule.due?.anchor, date == .from || date == .to {
                    slot.trigger = DueTrigger(
                        scope: facts.scope, source: .own(date), day: date == .from ? person.from : person.to)
                }
                appendRepeated(&slot, facts, versions, to: &slots)
            }
        case .organization(let kinds):
            var seen: Set<String> = []
            for organization in snapshot.study.organizations
            where kinds.contains(organization.kind) && seen.insert(organization.id).inserted {
                slot.address.organization = organization.id
                appendRepeated(&slot, facts, versions, to: &slots)
            }
        }
    }

    /// One slot for each protocol version and language; where nothing is known to repeat over, one.
    private func appendRepeated(
        _ slot: inout SlotMatching.Asked, _ facts: ScopeFacts, _ versions: Versions,
        to slots: inout [ExpectedSlot]
    ) {
        let rule = slot.applied.rule
        guard !rule.repetitions.isEmpty else { return matching.append(slot, facts, to: &slots) }
        let known = rule.isPerVersion ? versions.of(rule) : []
        // Nobody is asked for a version that was not in force while they took part.
        let versions: [ProtocolVersions.Entry?] =
            known.isEmpty ? [nil] : ProtocolVersions.inForce(known, from: slot.personFrom, to: slot.personTo)
        let languages: [String?] =
            rule.repetitions.contains(.language) && !facts.languages.isEmpty ? facts.languages : [nil]
        slot.isOnlyLanguage = facts.languages.count == 1
        for version in versions {
            slot.address.protocolVersion = version?.label
            slot.versionKey = version?.key
            slot.versionFrom = version?.from
            for language in languages {
                slot.address.language = language
                matching.append(slot, facts, to: &slots)
            }
        }
    }

    /// Each person of the scope in one of the roles once, with the first and the last day in any of them; nil if such a
    /// day is unknown or not over.
    private func people(of facts: ScopeFacts, in roles: [String]) -> [(id: String, from: Day?, to: Day?)] {
        var people: [(id: String, from: Day?, to: Day?)] = []
        for person in facts.people where roles.contains(person.role) {
            if let known = people.firstIndex(where: { $0.id == person.id }) {
                let before = people[known]
                people[known].from = before.from.flatMap { from in person.from.map { min($0, from) } }
                people[known].to = before.to.flatMap { to in person.to.map { max($0, to) } }
            } else {
                people.append((person.id, person.from, person.to))
            }
        }
        return people
    }
}

extension ExpectationRule {
    /// What its due date counts from, a record's artifact always named.
    var anchor: Due.Anchor? {
        guard let anchor = due?.anchor else { return nil }
        if case .record(let date, nil) = anchor { return .record(date, at: artifact) }
        return anchor
    }
}
