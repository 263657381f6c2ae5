import TMFModel

/// Where the day was found from which a due date counts, and which day it is. Shared by all slots that hang on it.
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
        /// A date of a record, and the record; nil if no record there has the date.
        case record(ExpectationRule.Due.RecordDate, ArtifactNumber, DocumentNumber?)
        /// A day that the study file has for the scope, or for the person; it may be absent.
        case own(ExpectationRule.Due.OwnDate)
        /// The last day of the record that a renewal follows.
        case lapse
    }

    /// Empty where no milestone is meant.
    let milestone: String
    /// Empty if the model does not know the milestone.
    let name: String
    /// The scope whose date it is.
    let scope: Scope
    let source: Source
    /// The day from which due dates count; nil if none does.
    let day: Day?
    /// The day that the scope's own opening or closing date says instead, where it disagrees with its milestone.
    let contradiction: Day?

    init(
        milestone: String = "", name: String = "", scope: Scope, source: Source, day: Day?, contradiction: Day? = nil
    ) {
        self.milestone = milestone
        self.name = name
        self.scope = scope
        self.source = source
        self.day = day
        self.contradiction = contradiction
    }

    static func == (left: DueTrigger, right: DueTrigger) -> Bool {
        left === right
            || ((left.milestone, left.name, left.scope, left.source, left.day)
                == (right.milestone, right.name, right.scope, right.source, right.day)
                && left.contradiction == right.contradiction)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(milestone)
        hasher.combine(scope)
        hasher.combine(day)
    }
}
