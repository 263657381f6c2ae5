import TMFModel

extension Check {
    /// Days on which something was needed and nothing that is filed was in force.
    ///
    /// Where nothing is filed at all, `missing` speaks; where the record in force last has lapsed and is still the
    /// current one, `expired` does.
    static let coverageGap = Check(
        code: "coverage-gap", title: "What must be in force was, on every day on which it was needed",
        severity: .warning,
        rationale: "An inspector asks what was valid on the day, not what is valid today."
    ) { binder in
        let expired = Set(binder.expiring(within: -1).map(\.document))
        return binder.coverage.filter { $0.state == .gap }.flatMap { line in
            line.gaps.compactMap { gap -> Finding? in
                if gap.after == nil, !line.requirement.judgesBeginning { return nil }
                if gap.isOpen, let last = gap.after, expired.contains(last.document) { return nil }
                let whose = line.whose(binder.names) ?? ", \(gap.scope.inWords)"
                let force = gap.isOpen ? "has been" : "was"
                let span = Period(first: gap.first, last: gap.isOpen ? nil : gap.last).inSentence
                let days = gap.days > 1 ? ", for \(gap.days.inWords("day"))" : ""
                return Finding(
                    rule: "coverage-gap", severity: .warning, artifact: line.artifact, scope: gap.scope,
                    person: line.person, organization: line.organization, document: gap.after?.document,
                    message:
                        "\(line.requirement.name)\(whose): nothing \(force) in force \(span)\(days).",
                    due: gap.first, explanation: line.explanation)
            }
        }
    }
}

extension CoverageLine {
    /// ` of Dr Anna Beispiel (p-beispiel)`; nil for a place.
    func whose(_ names: StudyNames) -> String? {
        (person.map { names.person($0) } ?? organization.map { names.organization($0) }).map { " of \($0)" }
    }

    /// Why and when it was needed, and what was held: one sentence each.
    public var explanation: [String] {
        var sentences = [requirement.rationale]
        let needed = needs.prefix(5).map {
            "\(Period(first: $0.first, last: $0.last).inSentence) (\($0.scope.inWords))"
        }
        let more = needs.count > 5 ? " and \(needs.count - 5) more" : ""
        if !needed.isEmpty { sentences.append("Needed \(needed.joined(separator: "; "))\(more).") }
        if held.isEmpty {
            sentences.append("Nothing approved is filed.")
        } else {
            let holdings = held.map { "\($0.document) version \($0.version) \($0.period.inSentence)" }
            sentences.append("Held: \(holdings.joined(separator: "; ")).")
        }
        if !unapproved.isEmpty {
            let numbers = unapproved.map(\.description).joined(separator: ", ")
            sentences.append("Filed but not approved: \(numbers).")
        }
        return sentences
    }
}
