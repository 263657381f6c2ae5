import TMFModel

extension ExpectedSlot {
    /// Rule, conditions, date arithmetic, and what fills the slot or why nothing does: one sentence each.
    ///
    /// Written when asked for: a large study has hundreds of thousands of slots, and few are ever explained.
    public var explanation: [String] {
        givenExplanation
            ?? [ruleSentence, conditionSentence, repetitionSentence, dueSentence, timingSentence].compactMap { $0 }
            + stateSentences
    }

    /// Where the slot is, in words: `05.02.04 Principal Investigator Curriculum Vitae, site 101 (DEU), Dr Anna Beispiel
    /// (p-beispiel)`.
    public var place: String {
        let name = applied.artifactName
        let artifact = name.isEmpty ? "\(address.artifact)" : "\(address.artifact) \(name)"
        let subArtifact = address.subArtifact.map { "\(artifact) (\($0))" } ?? artifact
        return [
            subArtifact, address.scope.inWords, address.person.map { applied.names.person($0) },
            address.organization.map { applied.names.organization($0) },
            address.protocolVersion.map { "protocol version \($0)" }, address.language.map { "language \($0)" },
            address.renews.map { "renewal after \($0)" },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private var ruleSentence: String {
        "Rule \(rule.id)\(rule.originInWords) expects \(rule.countInWords) for \(place)"
            + "\(rule.subjectInWords)\(rule.becauseInWords)"
    }

    /// Why there is only one slot where the rule would repeat.
    private var repetitionSentence: String? {
        if rule.isPerVersion, address.protocolVersion == nil {
            return "It would ask for each protocol version, but none is filed at 02.01.02: it asks once."
        }
        if rule.repetitions.contains(.language), address.language == nil {
            return "It would ask for each language of the country, but the study file lists none: it asks once."
        }
        return nil
    }

    private var conditionSentence: String? {
        guard rule.expectation == .when, !rule.conditions.isEmpty else { return nil }
        return "It applies here because \(rule.conditions.inWords)."
    }

    private var dueSentence: String {
        guard let offset = rule.due ?? address.renews.map({ _ in .init(.record(.expiryDate, at: nil), days: 0) }) else {
            return "No date asks for it: it never becomes due."
        }
        guard let trigger else { return "Not due: \(offset.anchor.inWords) has no date." }
        guard let day = trigger.day else { return "Not due: \(trigger.inWords)." }
        guard let due else { return leavingSentence(trigger) }
        var text = trigger.inWords
        var start = day
        if let personFrom, personFrom > start {
            text += "; \(personInWords) took the role on \(personFrom)"
            start = personFrom
        }
        if let versionFrom, versionFrom > start {
            let verb = rule.repetitions.contains(.approvedVersion) ? "was approved there by" : "dates from"
            text += "; protocol version \(address.protocolVersion ?? "") \(verb) \(versionFrom)"
            if rule.settlingDays > 0 { text += ", with \(rule.settlingDays.inWords("day")) for the record to arrive" }
            start = versionFrom
        }
        let days = due.days(since: start)
        switch days {
        case 0: text += "; due on the same day, \(due)"
        case ..<0: text += "; due \((-days).inWords("day")) before \(start), on \(due)"
        default: text += "; due \(days.inWords("day")) after \(start), on \(due)"
        }
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private var personInWords: String { address.person.map { applied.names.person($0) } ?? "the person" }

    private func leavingSentence(_ trigger: DueTrigger) -> String {
        guard let personTo else { return "Not due: \(trigger.inWords)." }
        return "Not due: \(personInWords) left the role on \(personTo), before \(trigger.inWords)."
    }

    private var timingSentence: String? {
        guard let asOf = applied.asOf, let due, !state.isComplete else { return nil }
        let days = due.days(since: asOf)
        switch days {
        case 0: return "It is due today, \(asOf)."
        case ..<0: return "On \(asOf) it is overdue by \((-days).inWords("day"))."
        default: return "On \(asOf) it is not due yet: \(days.inWords("day")) to go."
        }
    }

    /// What was compared, and found to be the same: `it has this artifact, site and person`.
    private var matchInWords: String {
        var fields = ["artifact"]
        if address.subArtifact != nil { fields.append("sub-artifact") }
        if sharedFrom == nil {
            fields.append(address.scope == .trial && address.organization != nil ? "" : address.scope.level.rawValue)
        }
        if address.person != nil { fields.append("person") }
        if address.organization != nil { fields.append("organization") }
        if address.protocolVersion != nil, !assumptions.contains(.version) { fields.append("protocol version") }
        if address.language != nil, !assumptions.contains(.language) { fields.append("language") }
        let named = fields.filter { !$0.isEmpty }
        let list =
            named.count > 1
            ? named.dropLast().joined(separator: ", ") + " and \(named.last ?? "")" : named.joined()
        let match = "matched by \(list)"
        guard let sharedFrom else { return match }
        return "\(match); filed for \(sharedFrom.inWords), and the rule lets it serve \(address.scope.inWords) too"
    }

    private var stateSentences: [String] {
        let filling = documents.prefix(counting).map(\.description)
        var sentences: [String] = []
        switch state {
        case .complete:
            let force =
                if rule.repetitions.contains(.renewal) {
                    "approved"
                } else if let neededUntil {
                    "approved and in force on \(neededUntil), the last day on which it was needed"
                } else {
                    "approved and in force"
                }
            sentences.append("Filled by \(Self.list(filling)), \(force): \(matchInWords).")
            sentences += assumptionSentences
        case .signposted:
            sentences.append(
                "Filled by the signpost \(Self.list(filling)), \(matchInWords): the record is held in another system.")
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
        if state == .expired, case .months(let months) = rule.validity {
            sentences.append("The rule keeps a record that does not say otherwise in force for \(months) months.")
        }
        return sentences
    }

    private var assumptionSentences: [String] {
        var sentences: [String] = []
        if assumptions.contains(.version), let version = address.protocolVersion {
            sentences.append("The record names no protocol version; \(version) was the newest when it was made.")
        }
        if assumptions.contains(.language), let language = address.language {
            sentences.append("The record names no language; the study file lists only \(language) there.")
        }
        return sentences
    }

    /// The first few of many numbers, and how many more there are.
    private static func list(_ numbers: [String]) -> String {
        let shown = numbers.prefix(5).joined(separator: ", ")
        return numbers.count > 5 ? "\(shown) and \(numbers.count - 5) more" : shown
    }
}
