public import TMFModel

/// A milestone on the timeline: the trial's own, or the first of countries and sites where the trial has none.
public struct TimelineMilestone: Hashable, Sendable {
    /// `03`
    public let number: String
    public let name: String
    public let planned: Day?
    /// Nil while it is ahead.
    public let actual: Day?
    /// Whose dates these are.
    public let scope: Scope
    /// How many countries and sites have a date of their own for it.
    public let elsewhere: Int

    /// Of a study and the countries and sites that a reader looks at, in the order of their numbers.
    static func all(of study: Study, _ model: ReferenceModel, in scopes: [Scope]) -> [TimelineMilestone] {
        var byNumber: [String: [(scope: Scope, milestone: Study.Milestone)]] = [:]
        for scope in scopes {
            for milestone in study.milestones(in: scope) {
                byNumber[milestone.milestone, default: []].append((scope, milestone))
            }
        }
        return byNumber.sorted { $0.key < $1.key }.compactMap { number, dates in
            let chosen = dates.first { $0.scope == .trial } ?? dates.min { earlier($0.milestone, $1.milestone) }
            guard let chosen else { return nil }
            return TimelineMilestone(
                number: number, name: model.milestone(number)?.name ?? "", planned: chosen.milestone.planned,
                actual: chosen.milestone.actual, scope: chosen.scope,
                elsewhere: dates.filter { $0.scope != .trial }.count)
        }
    }

    /// What happened before what is planned.
    private static func earlier(_ left: Study.Milestone, _ right: Study.Milestone) -> Bool {
        switch (left.actual, right.actual) {
        case (let left?, let right?): left < right
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil):
            (left.planned?.daysSince1970 ?? .max) < (right.planned?.daysSince1970 ?? .max)
        }
    }
}
