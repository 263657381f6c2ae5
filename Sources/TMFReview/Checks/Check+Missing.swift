import TMFModel

extension Check {
    /// Due slots with nothing in them, or nothing approved. The severity is the rule's.
    static let missing = Check(
        code: "missing", title: "Everything that is due is filed and approved", severity: .error,
        rationale: "A trial is reconstructed from its records: what is due and not there cannot be shown."
    ) { binder in
        binder.slots.compactMap { slot in
            guard slot.isDue(on: binder.asOf), let due = slot.due else { return nil }
            let what: String
            switch slot.state {
            case .missing where slot.counting == 0 && slot.documents.isEmpty: what = "nothing is filed"
            case .missing: what = "\(slot.counting) of \(slot.rule.atLeast) documents are filed"
            case .unapproved: what = "what is filed is not approved"
            case .complete, .signposted, .waived, .withheld, .expired: return nil
            }
            return Finding(
                rule: "missing", severity: slot.rule.severity, artifact: slot.address.artifact,
                scope: slot.address.scope, person: slot.address.person, organization: slot.address.organization,
                document: slot.documents.first,
                message: "\(slot.place): \(what), \(overdue(due, binder.asOf)).", due: due,
                explanation: slot.explanation)
        }
    }

    private static func overdue(_ due: Day, _ asOf: Day) -> String {
        switch asOf.days(since: due) {
        case 0: "due today"
        case let days: "due since \(due), \(days.inWords("day")) ago"
        }
    }
}
