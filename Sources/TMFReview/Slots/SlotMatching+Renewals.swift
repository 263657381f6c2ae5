import TMFModel

/// Rules per renewal: the day on which one record lapses asks for the next.
extension SlotMatching {
    /// A record held, and until when.
    private struct Held {
        let number: DocumentNumber
        /// Nil if it does not lapse.
        let expires: Day?
        let isSignpost: Bool
    }

    /// A chain of slots: the first is due as the rule says, each later one by the last day of the record before it.
    /// The chain ends with the first slot that nothing fills.
    func appendRenewals(_ asked: Asked, _ facts: ScopeFacts, to slots: inout [ExpectedSlot]) {
        let places =
            index.places(at: asked.address.artifact, in: asked.address.scope).map { $0 } + elsewhere(asked, facts)
        let fitting = places.filter { candidate($0, asked) != nil }
        let all: [Held] = fitting.flatMap { records(of: snapshot.documents[Int($0)], asked.applied.rule) }
        let held = all.sorted { ($0.expires ?? .distant, $0.number) < ($1.expires ?? .distant, $1.number) }
        let unapproved = fitting.filter { index.fillings[Int($0)] == .unapproved }
            .map { snapshot.documents[Int($0)].number }.sorted()
        var next = held.startIndex
        var last: (day: Day, documents: [DocumentNumber])?
        while true {
            var slot = asked
            slot.address.renews = last?.day
            if let day = last?.day {
                slot.trigger = DueTrigger(scope: facts.scope, source: .lapse, day: day)
                slot.personFrom = nil
                slot.versionFrom = nil
            }
            let waiver = waiver(for: slot.address)
            guard next < held.endIndex else {
                let withheld = withheld(slot, facts)
                let state: ExpectedSlot.State =
                    if !withheld.isEmpty {
                        .withheld
                    } else if waiver != nil {
                        .waived
                    } else if let last, last.day < asOf, unapproved.isEmpty {
                        .expired
                    } else {
                        unapproved.isEmpty ? .missing : .unapproved
                    }
                slots.append(
                    ExpectedSlot(
                        asked: slot, due: dueOfRenewal(slot), state: state,
                        documents: state == .expired ? last?.documents ?? [] : unapproved, surplus: 0, counting: 0,
                        waiver: waiver, withheld: withheld.map(\.document), sharedFrom: nil))
                return
            }
            let expires = held[next].expires
            let group = held[next...].prefix { $0.expires == expires }
            var numbers: [DocumentNumber] = []
            for one in group where numbers.last != one.number { numbers.append(one.number) }
            slots.append(
                ExpectedSlot(
                    asked: slot, due: dueOfRenewal(slot),
                    state: group.allSatisfy(\.isSignpost) ? .signposted : .complete, documents: numbers, surplus: 0,
                    counting: numbers.count, waiver: waiver, withheld: [], sharedFrom: nil))
            guard let expires else { return }
            last = (expires, numbers)
            next = group.endIndex
        }
    }

    /// A renewal is due by the last day of the record before it, moved by the rule's days where these count from the
    /// expiry date of the artifact's own records.
    private func dueOfRenewal(_ asked: Asked) -> Day? {
        guard let day = asked.address.renews else { return due(asked) }
        return day.adding(days: asked.applied.rule.daysOfRenewal)
    }

    private func records(of document: Document, _ rule: ExpectationRule) -> [Held] {
        document.versions.compactMap { version in
            let isSignpost = version.isSignpost
            guard version.facts.status == .approved || (isSignpost && version.facts.status == .filed) else {
                return nil
            }
            return Held(number: document.number, expires: version.expires(rule.validity), isSignpost: isSignpost)
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
