import TMFModel

/// Whether a document fits a slot, and how a slot stands with those that do.
extension SlotMatching {
    /// What the document does for the slot; nil if it does not fit.
    ///
    /// A record that names no language fits where the country has only one. What is not needed any more is judged on
    /// the last day on which it was.
    func candidate(_ place: Int32, _ asked: Asked) -> Candidate? {
        let address = asked.address
        let document = snapshot.documents[Int(place)]
        if let asked = address.subArtifact {
            guard let said = document.facts.subArtifact, said == asked || said.lowercased() == asked.lowercased() else {
                return nil
            }
        }
        if let person = address.person, document.facts.person != person { return nil }
        if let organization = address.organization, document.facts.organization != organization { return nil }
        var assumptions: SlotAssumptions = []
        if let language = address.language, document.facts.language != language {
            guard document.facts.language == nil, asked.isOnlyLanguage else { return nil }
            assumptions.insert(.language)
        }
        if let key = asked.versionKey {
            guard let served = protocolVersions[place]?.first(where: { $0.key == key }) else { return nil }
            if served.isByDate { assumptions.insert(.version) }
            return Candidate(place: place, filling: served.filling, assumptions: assumptions)
        }
        let validity = asked.applied.rule.validity
        let isOver = asked.neededUntil.map { $0 < asOf } ?? false
        guard isOver || validity?.isCounted ?? false else {
            return Candidate(place: place, filling: index.fillings[Int(place)], assumptions: assumptions)
        }
        let day = isOver ? asked.neededUntil ?? asOf : asOf
        return Candidate(
            place: place, filling: Filling(of: document.current, on: day, validity: validity), assumptions: assumptions)
    }

    /// The numbers of the documents, those that fill the slot first.
    func numbers(_ candidates: [Candidate]) -> [DocumentNumber] {
        if candidates.count < 2 { return candidates.map { snapshot.documents[Int($0.place)].number } }
        var groups: [[DocumentNumber]] = [[], [], [], []]
        for candidate in candidates {
            let group =
                switch candidate.filling {
                case .approved: 0
                case .signpost: 1
                case .expired: 2
                case .unapproved, .withdrawn: 3
                }
            groups[group].append(snapshot.documents[Int(candidate.place)].number)
        }
        return groups.flatMap { $0.sorted() }
    }

    func state(
        _ rule: ExpectationRule, _ fitting: [Candidate], counting: Int, withheld: Int, isWaived: Bool
    ) -> ExpectedSlot.State {
        if counting >= rule.atLeast {
            return fitting.contains { $0.filling == .approved } ? .complete : .signposted
        }
        if counting + withheld >= rule.atLeast { return .withheld }
        if isWaived { return .waived }
        if fitting.contains(where: { $0.filling == .expired }) { return .expired }
        return fitting.contains { $0.filling == .unapproved } ? .unapproved : .missing
    }
}

/// What was taken for granted of a record that does not say it of itself.
struct SlotAssumptions: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// It names no protocol version, and was made when this one was the newest.
    static let version = SlotAssumptions(rawValue: 1)
    /// It names no language, and the country has only one.
    static let language = SlotAssumptions(rawValue: 2)
}

extension ExpiryRule {
    /// Whether it counts months from a document date.
    fileprivate var isCounted: Bool { if case .months = self { true } else { false } }
}

extension ExpectationRule.Due.Anchor {
    /// Whether it lies at the beginning of somebody's part in the trial: up to the first visit of a site.
    var isBeginning: Bool {
        switch self {
        case .milestone(let number): number <= "04"
        case .own(let date): date == .activated
        case .record: false
        }
    }
}
