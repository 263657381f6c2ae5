import TMFModel

/// Rules per renewal: the day on which one record lapses asks for the next.
extension SlotMatching {
    /// A record held, and until when.
    private struct Held {
        let number: DocumentNumber
        /// Nil if it does not lapse.
        let expires: Day?
        let isSignpost: Bool
        var assumptions: SlotAssumptions = []

        var lastDay: Day { expires ?? .distant }
    }

    /// A chain of slots, each with as many records as the rule asks for: the first is due as the rule says, each later
    /// one by the day on which fewer than so many of those before it are left in force.
    ///
    /// The chain ends with the first slot that is not filled, or with one whose records hold for as long as anybody
    /// needs them.
    func appendRenewals(_ asked: Asked, _ facts: ScopeFacts, to slots: inout [ExpectedSlot]) {
        let rule = asked.applied.rule
        let candidates = renewalPlaces(asked, facts).compactMap { candidate($0, asked) }
        let held = candidates.flatMap { candidate in
            records(of: snapshot.documents[Int(candidate.place)], rule, candidate.assumptions)
        }.sorted { ($0.lastDay, $0.number) < ($1.lastDay, $1.number) }
        let unapproved = candidates.filter { index.fillings[Int($0.place)] == .unapproved }
            .map { snapshot.documents[Int($0.place)].number }.sorted()
        var slot = asked
        var lapsed: [DocumentNumber] = []
        while true {
            let link = Self.link(of: held, after: slot.address.renews, atLeast: rule.atLeast)
            guard Set(link.map(\.number)).count >= rule.atLeast else {
                if let end = asked.neededUntil, let lapse = slot.address.renews, lapse >= end { return }
                slots.append(open(slot, facts, link.map(\.number), lapsed: lapsed, unapproved: unapproved))
                return
            }
            slots.append(filled(slot, link))
            guard let lapse = link.first?.expires else { return }
            lapsed = link.filter { $0.expires == lapse }.map(\.number)
            slot.address.renews = lapse
            slot.trigger = DueTrigger(scope: facts.scope, source: .lapse, day: lapse)
            slot.personFrom = nil
            slot.versionFrom = nil
        }
    }

    /// Own records first, then those of other scopes that the rule lets serve.
    private func renewalPlaces(_ asked: Asked, _ facts: ScopeFacts) -> [Int32] {
        let address = asked.address
        let own =
            if address.scope == .trial, let organization = address.organization {
                index.places(at: address.artifact, organization: organization)
            } else {
                asked.applied.rule.artifacts.flatMap { index.places(at: $0, in: address.scope) }
            }
        let known = Set(own)
        return own + elsewhere(asked, facts).filter { !known.contains($0) }
    }

    /// The records that fill one slot of a chain, the first to lapse first: of each document the version that lapses
    /// first after the day, and of the documents as many as are asked for, with those that lapse on the same day.
    private static func link(of held: [Held], after lapse: Day?, atLeast: Int) -> [Held] {
        var link: [Held] = []
        var numbers: Set<DocumentNumber> = []
        for record in held {
            if let lapse, record.lastDay <= lapse { continue }
            if numbers.count >= atLeast, record.expires != link.last?.expires { break }
            if numbers.insert(record.number).inserted { link.append(record) }
        }
        return link
    }

    private func filled(_ slot: Asked, _ link: [Held]) -> ExpectedSlot {
        ExpectedSlot(
            asked: slot, due: dueOfRenewal(slot), state: link.allSatisfy(\.isSignpost) ? .signposted : .complete,
            documents: link.map(\.number), surplus: slot.applied.rule.atMost.map { max(0, link.count - $0) } ?? 0,
            counting: link.count, waiver: waiver(for: slot.address), withheld: [], sharedFrom: nil,
            assumptions: link.first?.assumptions ?? [])
    }

    /// The slot at the end of a chain: `rest` are too few.
    private func open(
        _ slot: Asked, _ facts: ScopeFacts, _ rest: [DocumentNumber], lapsed: [DocumentNumber],
        unapproved: [DocumentNumber]
    ) -> ExpectedSlot {
        let withheld = withheld(slot, facts)
        let waiver = waiver(for: slot.address)
        let state: ExpectedSlot.State
        if rest.count + withheld.count >= slot.applied.rule.atLeast {
            state = .withheld
        } else if waiver != nil {
            state = .waived
        } else if !unapproved.isEmpty {
            state = .unapproved
        } else {
            state = slot.address.renews.map { $0 < asOf } ?? false ? .expired : .missing
        }
        return ExpectedSlot(
            asked: slot, due: dueOfRenewal(slot), state: state,
            documents: rest + (state == .expired ? lapsed : unapproved), surplus: 0, counting: rest.count,
            waiver: waiver, withheld: withheld.map(\.document), sharedFrom: nil)
    }

    /// A renewal is due by the last day of the record before it, moved by the rule's days where these count from the
    /// expiry date of the artifact's own records.
    private func dueOfRenewal(_ asked: Asked) -> Day? {
        guard let day = asked.address.renews else { return due(asked) }
        return day.adding(days: asked.applied.rule.daysOfRenewal)
    }

    private func records(of document: Document, _ rule: ExpectationRule, _ assumptions: SlotAssumptions) -> [Held] {
        document.versions.compactMap { version in
            let isSignpost = version.isSignpost
            guard version.facts.status == .approved || (isSignpost && version.facts.status == .filed) else {
                return nil
            }
            return Held(
                number: document.number, expires: version.expires(rule.validity), isSignpost: isSignpost,
                assumptions: assumptions)
        }
    }
}

extension ExpectationRule {
    /// Days from the last day of a record to the due date of its renewal.
    var daysOfRenewal: Int {
        guard let due, case .record(.expiryDate, let at) = due.anchor, at == nil || at == artifact else { return 0 }
        return due.days
    }
}

extension Day {
    /// The last day of the calendar: after any day on which a record lapses.
    fileprivate static let distant = Day(daysSince1970: Int.max)
}
