import TMFModel

extension GateJudging {
    /// Milestones that come again and again, and the lock itself: their days are never a condition of closing.
    private static let unasked: Set = ["06", "11", "12"]

    /// Milestones that are each site's and country's own.
    private static let ofScope: Set = ["03", "09"]

    private struct Undated: Hashable {
        let milestone: String
        let scope: Scope
    }

    /// Milestones without an actual day: those recorded, and those that expected records hang on.
    func milestones() -> [GateBlocker] {
        var hanging: [Undated: Int] = [:]
        for undated in recordedMilestones() { hanging[undated] = 0 }
        for slot in binder.slots
        where !slot.state.isComplete && !slot.isDue(on: binder.asOf) && concerns(slot.address.scope)
            && hasOpened(slot.address.scope)
        {
            guard let undated = undatedMilestone(of: slot) else { continue }
            hanging[undated, default: 0] += 1
        }
        return hanging.sorted { ($0.key.scope, $0.key.milestone) < ($1.key.scope, $1.key.milestone) }.map {
            undated, count in
            blocker(undated, hanging: count)
        }
    }

    private func recordedMilestones() -> [Undated] {
        Level.allCases.flatMap { study.scopes(at: $0) }.filter { place.contains($0) && hasOpened($0) }.flatMap {
            scope in
            study.milestones(in: scope)
                .filter { $0.actual.map { $0 > binder.asOf } ?? true && !Self.unasked.contains($0.milestone) }
                .map { Undated(milestone: $0.milestone, scope: scope) }
        }
    }

    /// The milestone without a day that keeps a record from becoming due; nil where it hangs on none, or on one that
    /// has its day.
    private func undatedMilestone(of slot: ExpectedSlot) -> Undated? {
        guard let milestone = slot.rule.due?.milestone, !Self.unasked.contains(milestone) else { return nil }
        guard let trigger = slot.trigger else { return nil }
        switch trigger.source {
        case .planned, .passed, .undated: return Undated(milestone: milestone, scope: trigger.scope)
        case .unknown:
            return Undated(milestone: milestone, scope: Self.ofScope.contains(milestone) ? slot.address.scope : .trial)
        default: return nil
        }
    }

    /// A site that never opened owes no milestones.
    private func hasOpened(_ scope: Scope) -> Bool {
        guard let site = study.site(scope) else { return true }
        let opened = study.milestone("03", in: scope)?.actual ?? site.activated
        return opened.map { $0 <= binder.asOf } ?? false
    }

    private func blocker(_ undated: Undated, hanging count: Int) -> GateBlocker {
        let name = binder.model.milestone(undated.milestone)?.name ?? ""
        let title = name.isEmpty ? "Milestone \(undated.milestone)" : "Milestone \(undated.milestone) \(name)"
        let recorded = study.milestone(undated.milestone, in: undated.scope)
        var explanation: [String] = []
        switch (recorded?.planned, recorded?.actual) {
        case (_, let actual?): explanation.append("It is recorded for \(actual), which lies ahead.")
        case (let planned?, nil): explanation.append("It is planned for \(planned).")
        case (nil, nil):
            explanation.append(recorded == nil ? "The study file does not have it." : "It has no date at all.")
        }
        if count > 0 {
            explanation.append(
                count == 1 ? "One expected record becomes due by it." : "\(count) expected records become due by it.")
        }
        return GateBlocker(
            id: "milestone:\(undated.milestone):\(undated.scope)",
            what: "\(title) has no actual date for \(undated.scope.inWords).",
            fix: "tmf study apply study.yaml, with the milestone's actual date in it",
            who: responsible(for: undated.scope), scope: undated.scope, explanation: explanation)
    }
}
