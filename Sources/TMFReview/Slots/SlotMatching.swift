import TMFModel

/// Finds what fills a slot: documents, signposts, withheld records and waivers.
struct SlotMatching {
    let snapshot: StudySnapshot
    let index: DocumentIndex
    let asOf: Day
    private let waivers: [Place: [Waiver]]
    private let withheld: [Place: [WithheldRecord]]
    private let withheldOfSubject: [SubjectPlace: [WithheldRecord]]
    /// Where the documents of a person or an organization stand, for the artifacts of rules that share them.
    private let ofSubject: [SubjectPlace: [Int32]]
    /// What each document at an artifact of a rule per protocol version is for.
    let protocolVersions: [Int32: [ServedVersion]]

    private struct Place: Hashable {
        let artifact: ArtifactNumber
        let scope: Scope
    }

    private struct SubjectPlace: Hashable {
        let artifact: ArtifactNumber
        let subject: String
    }

    /// A slot before anything was looked for.
    struct Asked {
        let applied: AppliedRule
        var address: SlotAddress
        var trigger: DueTrigger?
        var personFrom: Day?
        var personTo: Day?
        var versionKey: String?
        var versionFrom: Day?
        /// Whether the scope has no other language than the slot's.
        var isOnlyLanguage = false
        /// The last day on which anybody needs the record; nil while that is not known.
        var neededUntil: Day?

        init(applied: AppliedRule, address: SlotAddress, trigger: DueTrigger?) {
            self.applied = applied
            self.address = address
            self.trigger = trigger
        }

        /// Whether the person left before the day that asks for the record. What is asked for at the end, such as at
        /// the closing of the site, is asked of those who left, too.
        var hasLeftBefore: Bool {
            guard let personTo, let day = trigger?.day, personTo < day else { return false }
            return applied.rule.due?.anchor.isBeginning ?? false
        }
    }

    /// A document that fits a slot, and what it does there.
    struct Candidate {
        let place: Int32
        let filling: Filling
        /// What the record does not say of itself.
        var assumptions: SlotAssumptions = []
    }

    init(
        snapshot: StudySnapshot, withheld: [WithheldRecord], index: DocumentIndex, rules: [ExpectationRule],
        protocols: ProtocolVersions, asOf: Day
    ) {
        self.snapshot = snapshot
        self.index = index
        self.asOf = asOf
        waivers = Dictionary(grouping: snapshot.waivers) {
            Place(artifact: $0.address.artifact, scope: $0.address.scope)
        }
        let counting = withheld.filter(\.counts)
        self.withheld = Dictionary(grouping: counting) { Place(artifact: $0.artifact, scope: $0.scope) }
        var withheldOfSubject: [SubjectPlace: [WithheldRecord]] = [:]
        for record in counting {
            for subject in [record.person, record.organization].compactMap({ $0 }) {
                withheldOfSubject[SubjectPlace(artifact: record.artifact, subject: subject), default: []].append(record)
            }
        }
        self.withheldOfSubject = withheldOfSubject

        let asking = rules.filter { $0.expectation != .no }
        let documents = snapshot.documents
        var ofSubject: [SubjectPlace: [Int32]] = [:]
        for artifact in Set(asking.filter { $0.sharing != .own && $0.subject != .once }.map(\.artifact)) {
            for place in index.places(at: artifact) where index.fillings[Int(place)] != .withdrawn {
                let facts = documents[Int(place)].facts
                for subject in [facts.person, facts.organization].compactMap({ $0 }) {
                    ofSubject[SubjectPlace(artifact: artifact, subject: subject), default: []].append(place)
                }
            }
        }
        self.ofSubject = ofSubject
        var protocolVersions: [Int32: [ServedVersion]] = [:]
        for artifact in Set(asking.filter(\.isPerVersion).flatMap(\.artifacts)) {
            for place in index.places(at: artifact) where index.fillings[Int(place)] != .withdrawn {
                protocolVersions[place] = ServedVersion.all(of: documents[Int(place)], protocols, on: asOf)
            }
        }
        self.protocolVersions = protocolVersions
    }

    /// Adds the slot, or for a rule per renewal the chain of its slots.
    func append(_ asked: Asked, _ facts: ScopeFacts, to slots: inout [ExpectedSlot]) {
        if asked.applied.rule.repetitions.contains(.renewal) {
            appendRenewals(asked, facts, to: &slots)
        } else {
            slots.append(slot(asked, facts))
        }
    }

    private func slot(_ asked: Asked, _ facts: ScopeFacts) -> ExpectedSlot {
        let rule = asked.applied.rule
        let own = own(asked)
        let ownCounting = own.count { $0.filling.counts }
        let shared = ownCounting < rule.atLeast ? shared(asked, facts, atMost: rule.atLeast - ownCounting) : []
        let counting = ownCounting + shared.count
        let withheld = counting < rule.atLeast ? withheld(asked, facts) : []
        let waiver = waiver(for: asked.address)
        let fitting = own + shared
        return ExpectedSlot(
            asked: asked, due: due(asked),
            state: state(rule, fitting, counting: counting, withheld: withheld.count, isWaived: waiver != nil),
            documents: numbers(fitting), surplus: surplus(rule, ownCounting), counting: counting, waiver: waiver,
            withheld: withheld.map(\.document),
            sharedFrom: ownCounting == 0 ? shared.first.map { snapshot.documents[Int($0.place)].facts.scope } : nil,
            assumptions: fitting.first { $0.filling.counts }?.assumptions ?? [])
    }

    /// Days from the trigger's day, or from the person's first day in the role if that is later; a protocol version
    /// that came later still counts from its own day, and is given the rule's days to arrive.
    func due(_ asked: Asked) -> Day? {
        let rule = asked.applied.rule
        guard let offset = rule.due, let day = asked.trigger?.day, !asked.hasLeftBefore else { return nil }
        let start = max(day, asked.personFrom ?? day)
        guard let version = asked.versionFrom, version > start else { return start.adding(days: offset.days) }
        return version.adding(days: offset.days + rule.settlingDays)
    }

    private func surplus(_ rule: ExpectationRule, _ counting: Int) -> Int {
        guard let most = rule.atMost ?? (rule.isForOneSubject ? rule.atLeast : nil) else { return 0 }
        return max(0, counting - most)
    }

    /// The documents that fit at the slot's own scope. A trial's record about an organization counts wherever in the
    /// trial it was filed.
    private func own(_ asked: Asked) -> [Candidate] {
        let address = asked.address
        var found: [Candidate] = []
        let places =
            if address.scope == .trial, let organization = address.organization {
                index.places(at: address.artifact, organization: organization)[...]
            } else {
                index.places(at: address.artifact, in: address.scope)
            }
        for place in places {
            if let candidate = candidate(place, asked) { found.append(candidate) }
        }
        for artifact in asked.applied.rule.alternatives {
            for place in index.places(at: artifact, in: address.scope) {
                if let candidate = candidate(place, asked) { found.append(candidate) }
            }
        }
        return found
    }

    /// Documents in force of other scopes that the rule lets serve here, no more than are needed.
    private func shared(_ asked: Asked, _ facts: ScopeFacts, atMost count: Int) -> [Candidate] {
        let rule = asked.applied.rule
        if rule.sharing == .own { return [] }
        let enclosing = facts.enclosingScopes
        var found: [Candidate] = []
        func add(_ place: Int32) {
            if found.count < count, let one = candidate(place, asked), one.filling.counts { found.append(one) }
        }
        for place in elsewhere(asked, facts) {
            add(place)
            if found.count == count { return found }
        }
        if rule.subject == .once {
            for scope in enclosing {
                for place in index.places(at: rule.artifact, in: scope) {
                    add(place)
                    if found.count == count { return found }
                }
            }
        }
        return found
    }

    /// Where the documents of the slot's person or organization stand outside its own scope, as far as the rule shares.
    func elsewhere(_ asked: Asked, _ facts: ScopeFacts) -> [Int32] {
        let rule = asked.applied.rule
        guard rule.sharing != .own, let subject = asked.address.person ?? asked.address.organization else { return [] }
        let places = ofSubject[SubjectPlace(artifact: rule.artifact, subject: subject)] ?? []
        let enclosing = facts.enclosingScopes
        return places.filter { place in
            let scope = snapshot.documents[Int(place)].facts.scope
            return scope != facts.scope && (rule.sharing == .anywhere || enclosing.contains(scope))
        }
    }

    /// A waiver that leaves person, organization, sub-artifact, version, language or renewal open waives it for all.
    func waiver(for address: SlotAddress) -> Waiver? {
        waivers[Place(artifact: address.artifact, scope: address.scope)]?.first { waiver in
            let waived = waiver.address
            return (waived.subArtifact == nil || waived.subArtifact == address.subArtifact)
                && (waived.person == nil || waived.person == address.person)
                && (waived.organization == nil || waived.organization == address.organization)
                && (waived.protocolVersion == nil || waived.protocolVersion == address.protocolVersion)
                && (waived.language == nil || waived.language == address.language)
                && (waived.renews == nil || waived.renews == address.renews)
        }
    }

    /// Withheld records that count here. Of their version and language nothing is known: they fill no slot that asks
    /// for a certain one.
    func withheld(_ asked: Asked, _ facts: ScopeFacts) -> [WithheldRecord] {
        let address = asked.address
        if address.protocolVersion != nil || address.language != nil { return [] }
        guard let subject = address.person ?? address.organization else {
            return withheld[Place(artifact: address.artifact, scope: address.scope)] ?? []
        }
        let sharing = asked.applied.rule.sharing
        let isAnywhere = sharing == .anywhere || (address.scope == .trial && address.organization != nil)
        return (withheldOfSubject[SubjectPlace(artifact: address.artifact, subject: subject)] ?? []).filter {
            isAnywhere || $0.scope == address.scope
                || (sharing == .above && facts.enclosingScopes.contains($0.scope))
        }
    }
}
