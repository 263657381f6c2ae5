import TMFModel

/// Applies rules to the scopes of a study, and finds what fills each slot.
struct SlotBuilder {
    let snapshot: StudySnapshot
    let index: DocumentIndex
    let model: ReferenceModel
    let rules: [ExpectationRule]
    let asOf: Day
    private let waivers: [Place: [Waiver]]
    private let withheld: [Place: [DocumentNumber]]

    struct Place: Hashable {
        let artifact: ArtifactNumber
        let scope: Scope
    }

    init(
        snapshot: StudySnapshot, withheld: [WithheldRecord], index: DocumentIndex, model: ReferenceModel,
        rules: [ExpectationRule], asOf: Day
    ) {
        self.snapshot = snapshot
        self.index = index
        self.model = model
        self.rules = rules
        self.asOf = asOf
        waivers = Dictionary(grouping: snapshot.waivers) {
            Place(artifact: $0.address.artifact, scope: $0.address.scope)
        }
        self.withheld = Dictionary(grouping: withheld.filter(\.counts)) {
            Place(artifact: $0.artifact, scope: $0.scope)
        }.mapValues { $0.map(\.document) }
    }

    /// Every slot, in the order of artifact, scope, rule, and person or organization.
    func slots() -> [ExpectedSlot] {
        let applied = rules.filter { $0.expectation != .no }.map {
            AppliedRule(rule: $0, artifactName: model.artifact($0.artifact)?.name ?? "")
        }
        let byArtifact = Dictionary(grouping: applied, by: \.rule.artifact).sorted { $0.key < $1.key }
        let scopes = ScopeFacts.all(of: snapshot.study, asOf: asOf)
        let triggers = self.triggers(in: scopes)
        let traits = Set(snapshot.study.traits)
        var slots: [ExpectedSlot] = []
        for (_, rulesOfArtifact) in byArtifact {
            let levels = Set(rulesOfArtifact.map(\.rule.level))
            for (place, facts) in scopes.enumerated() where levels.contains(facts.scope.level) {
                for applied in rulesOfArtifact
                where applied.rule.level == facts.scope.level && facts.satisfies(applied.rule, traits: traits) {
                    let trigger = applied.rule.due.flatMap { triggers[place][$0.milestone] }
                    append(applied, facts, trigger, to: &slots)
                }
            }
        }
        return slots
    }

    /// The trigger of every milestone that a rule names, for each scope.
    private func triggers(in scopes: [ScopeFacts]) -> [[String: DueTrigger]] {
        let milestones = Set(rules.compactMap(\.due?.milestone)).map { ($0, model.milestone($0)?.name ?? "") }
        return scopes.map { facts in
            Dictionary(
                milestones.map { ($0, facts.trigger($0, name: $1)) }, uniquingKeysWith: { first, _ in first })
        }
    }

    private func append(
        _ applied: AppliedRule, _ facts: ScopeFacts, _ trigger: DueTrigger?, to slots: inout [ExpectedSlot]
    ) {
        let rule = applied.rule
        var address = SlotAddress(artifact: rule.artifact, subArtifact: rule.subArtifact, scope: facts.scope)
        switch rule.subject {
        case .once:
            slots.append(slot(applied, address, trigger, from: nil))
        case .person(let roles):
            for (id, from) in people(of: facts, in: roles) {
                address.person = id
                slots.append(slot(applied, address, trigger, from: from))
            }
        case .organization(let kinds):
            var seen: Set<String> = []
            for organization in snapshot.study.organizations
            where kinds.contains(organization.kind) && seen.insert(organization.id).inserted {
                address.organization = organization.id
                slots.append(slot(applied, address, trigger, from: nil))
            }
        }
    }

    /// Each person of the scope in one of the roles once, with the first day in any of them; nil if a day is unknown.
    private func people(of facts: ScopeFacts, in roles: [String]) -> [(id: String, from: Day?)] {
        var people: [(id: String, from: Day?)] = []
        for person in facts.people where roles.contains(person.role) {
            if let known = people.firstIndex(where: { $0.id == person.id }) {
                guard let from = people[known].from else { continue }
                people[known].from = person.from.map { min($0, from) }
            } else {
                people.append((person.id, person.from))
            }
        }
        return people
    }

    private func slot(
        _ applied: AppliedRule, _ address: SlotAddress, _ trigger: DueTrigger?, from: Day?
    ) -> ExpectedSlot {
        let rule = applied.rule
        let due = rule.due.flatMap { offset in
            trigger?.day.map { max($0, from ?? $0).adding(days: offset.days) }
        }
        let places = candidates(for: address, level: rule.level).filter { matches($0, address) }
        let counting = places.filter { index.fillings[Int($0)].counts }
        let withheld =
            rule.subject == .once
            ? withheld[Place(artifact: address.artifact, scope: address.scope)] ?? [] : []
        let waiver = waiver(for: address)
        return ExpectedSlot(
            applied: applied, address: address, due: due,
            state: state(rule, places, counting: counting, withheld: withheld.count, isWaived: waiver != nil),
            documents: documents(places), surplus: rule.subject == .once ? 0 : max(0, counting.count - rule.atLeast),
            trigger: trigger, personFrom: from, counting: counting.count, waiver: waiver, withheld: withheld)
    }

    /// A trial's record about an organization counts wherever in the trial it was filed.
    private func candidates(for address: SlotAddress, level: Level) -> ArraySlice<Int32> {
        if level == .trial, let organization = address.organization {
            return index.places(at: address.artifact, organization: organization)[...]
        }
        return index.places(at: address.artifact, in: address.scope)
    }

    private func matches(_ place: Int32, _ address: SlotAddress) -> Bool {
        let place = Int(place)
        if let asked = address.subArtifact {
            guard let said = snapshot.documents[place].facts.subArtifact,
                said == asked || said.lowercased() == asked.lowercased()
            else { return false }
        }
        if let person = address.person, snapshot.documents[place].facts.person != person { return false }
        if let organization = address.organization, snapshot.documents[place].facts.organization != organization {
            return false
        }
        return true
    }

    /// The numbers of the documents, those that fill the slot first.
    private func documents(_ places: [Int32]) -> [DocumentNumber] {
        if places.count < 2 { return places.map { snapshot.documents[Int($0)].number } }
        var groups: [[DocumentNumber]] = [[], [], [], []]
        for place in places {
            let group =
                switch index.fillings[Int(place)] {
                case .approved: 0
                case .signpost: 1
                case .expired: 2
                case .unapproved, .withdrawn: 3
                }
            groups[group].append(snapshot.documents[Int(place)].number)
        }
        return groups.flatMap { $0.sorted() }
    }

    /// A waiver that leaves person, organization or sub-artifact open waives it for all of them.
    private func waiver(for address: SlotAddress) -> Waiver? {
        waivers[Place(artifact: address.artifact, scope: address.scope)]?.first { waiver in
            (waiver.address.subArtifact == nil || waiver.address.subArtifact == address.subArtifact)
                && (waiver.address.person == nil || waiver.address.person == address.person)
                && (waiver.address.organization == nil || waiver.address.organization == address.organization)
        }
    }

    private func state(
        _ rule: ExpectationRule, _ places: [Int32], counting: [Int32], withheld: Int, isWaived: Bool
    ) -> ExpectedSlot.State {
        if counting.count >= rule.atLeast {
            let approved = counting.contains { index.fillings[Int($0)] == .approved }
            return approved ? .complete : .signposted
        }
        if counting.count + withheld >= rule.atLeast { return .withheld }
        if isWaived { return .waived }
        let fillings = places.map { index.fillings[Int($0)] }
        if fillings.contains(.expired) { return .expired }
        return fillings.contains(.unapproved) ? .unapproved : .missing
    }
}
