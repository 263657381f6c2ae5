import TMFModel

extension ExpectedSlot {
    /// Rule, conditions, date arithmetic, and what fills the slot or why nothing does: one sentence each.
    ///
    /// Written when asked for: a large study has hundreds of thousands of slots, and few are ever explained.
    public var explanation: [String] {
        givenExplanation ?? [ruleSentence, conditionSentence, dueSentence].compactMap { $0 } + stateSentences
    }

    /// Where the slot is, in words: `05.02.04 Principal Investigator Curriculum Vitae, site 101 (DEU), person p-1`.
    public var place: String { Self.place(of: address, name: applied.artifactName) }

    static func place(of address: SlotAddress, name: String) -> String {
        let artifact = name.isEmpty ? "\(address.artifact)" : "\(address.artifact) \(name)"
        let subArtifact = address.subArtifact.map { "\(artifact) (\($0))" } ?? artifact
        return [
            subArtifact, address.scope.inWords, address.person.map { "person \($0)" },
            address.organization.map { "organization \($0)" },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private var ruleSentence: String {
        let count = rule.atLeast == 1 ? "a document" : "at least \(rule.atLeast) documents"
        return "Rule \(rule.id) expects \(count) for \(place)\(rule.subjectInWords)\(rule.becauseInWords)"
    }

    private var conditionSentence: String? {
        guard rule.expectation == .when, !rule.conditions.isEmpty else { return nil }
        return "It applies here because \(rule.conditions.map(\.inWords).joined(separator: " and "))."
    }

    private var dueSentence: String {
        guard let offset = rule.due else { return "No date asks for it: it never becomes due." }
        guard let trigger else { return "Not due: milestone \(offset.milestone) has no date." }
        guard let day = trigger.day, let due else { return "Not due: \(trigger.inWords)." }
        var text = trigger.inWords
        if let personFrom, personFrom > day {
            text += "; \(address.person ?? "the person") took the role on \(personFrom)"
        }
        let start = max(day, personFrom ?? day)
        switch offset.days {
        case 0: text += "; due on the same day, \(due)"
        case ..<0: text += "; due \(-offset.days) days before \(start), on \(due)"
        default: text += "; due \(offset.days) days after \(start), on \(due)"
        }
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private var stateSentences: [String] {
        let filling = documents.prefix(counting).map(\.description)
        var sentences: [String] = []
        switch state {
        case .complete: sentences.append("Filled by \(Self.list(filling)), approved and in force.")
        case .signposted:
            sentences.append("Filled by the signpost \(Self.list(filling)): the record is held in another system.")
        case .withheld:
            sentences.append("Filled by \(Self.list(withheld.map(\.description))), which this view withholds.")
        case .waived: break
        case .expired:
            sentences.append("Not in force any more: \(Self.list(documents.dropFirst(counting).map(\.description))).")
        case .unapproved:
            sentences.append("Filed but not approved: \(Self.list(documents.dropFirst(counting).map(\.description))).")
        case .missing where documents.isEmpty: sentences.append("Nothing is filed.")
        case .missing: break
        }
        if !state.isComplete, counting > 0 {
            sentences.append("\(counting) of \(rule.atLeast) documents are in force: \(Self.list(filling)).")
        }
        if let waiver {
            sentences.append("Waived by \(waiver.by) on \(waiver.at.day): \(waiver.reason)")
        }
        if surplus > 0 { sentences.append("\(surplus) more than asked for.") }
        return sentences
    }

    /// The first few of many numbers, and how many more there are.
    private static func list(_ numbers: [String]) -> String {
        let shown = numbers.prefix(5).joined(separator: ", ")
        return numbers.count > 5 ? "\(shown) and \(numbers.count - 5) more" : shown
    }
}
