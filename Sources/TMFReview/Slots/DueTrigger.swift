import TMFModel

/// Where the date of a milestone was found for a scope, and which date it is. Shared by all slots that hang on it.
final class DueTrigger: Sendable, Hashable {
    enum Source: Hashable, Sendable {
        /// The milestone's actual date.
        case actual
        /// No milestone is recorded, but the site or country says when it was activated or closed.
        case activated, closed
        /// Planned for a day after the day of the binder.
        case planned
        /// Planned for this day, which has passed without an actual date: the plan has moved on.
        case passed(Day)
        /// Recorded without a date.
        case undated
        /// Recorded only for an enclosing scope, while the site has not been opened.
        case notOpened
        /// Recorded nowhere.
        case unknown
    }

    let milestone: String
    /// Empty if the model does not know the milestone.
    let name: String
    /// The scope whose date it is.
    let scope: Scope
    let source: Source
    /// The day from which due dates count; nil if none does.
    let day: Day?

    init(milestone: String, name: String, scope: Scope, source: Source, day: Day?) {
        self.milestone = milestone
        self.name = name
        self.scope = scope
        self.source = source
        self.day = day
    }

    static func == (left: DueTrigger, right: DueTrigger) -> Bool {
        (left.milestone, left.name, left.scope, left.source, left.day)
            == (right.milestone, right.name, right.scope, right.source, right.day)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(milestone)
        hasher.combine(scope)
        hasher.combine(day)
    }
}
