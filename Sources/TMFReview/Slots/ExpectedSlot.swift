public import TMFModel

/// One place that must be filled: a rule applied to one scope, and to one person or organization where it asks so.
public struct ExpectedSlot: Hashable, Sendable {
    /// How things stand with a slot on the day of the binder.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Filled by an approved version in force.
        case complete
        /// Filled by a record held in another system.
        case signposted
        /// Not required here, because.
        case waived
        /// Filled by a record that this view withholds.
        case withheld
        /// Only expired versions are there.
        case expired
        /// Something is filed, but nothing approved.
        case unapproved
        /// Nothing is there.
        case missing

        /// Whether the slot counts as complete.
        public var isComplete: Bool {
            switch self {
            case .complete, .signposted, .waived, .withheld: true
            case .expired, .unapproved, .missing: false
            }
        }
    }

    public var rule: ExpectationRule { applied.rule }
    public let address: SlotAddress
    /// How a slot stands in time on the day of the binder.
    public enum Timing: String, Hashable, Sendable, CaseIterable {
        /// No date asks for it, or none that is known yet.
        case undated
        /// Its planned date has passed without an actual one: the plan has moved on, and nothing is due by it.
        case movedOn = "moved-on"
        /// Due after the day.
        case notYetDue = "not-yet-due"
        /// Due on or before the day and complete, or due on the very day.
        case due
        /// Due before the day, and not complete.
        case overdue
    }

    /// The day by which it must be filled; nil while no date asks for it.
    ///
    /// It is counted from the milestone's actual date, or from a planned date that is still ahead. A planned date
    /// that has passed without an actual one has moved on: nothing is due by it. For a person it is counted from the
    /// first day in the role, where that is later than the milestone.
    public let due: Day?
    public let state: State
    /// The documents filed at the address, the one that fills the slot first; without the withdrawn ones.
    public let documents: [DocumentNumber]
    /// Documents in force beyond the most the rule allows, or, for a slot of one person, organization, protocol version
    /// or language without such a limit, beyond the number asked for; shown, never hidden.
    /// 0 where any number is welcome; documents shared from other scopes are not counted.
    public let surplus: Int

    let applied: AppliedRule
    let trigger: DueTrigger?
    /// The first day of the person in the role, where the slot is a person's and the day is known.
    let personFrom: Day?
    /// The last day of the person in the role, where it is over and the slot is a person's.
    let personTo: Day?
    /// The day the protocol version dates from, where the slot is for one.
    let versionFrom: Day?
    /// The last day on which anybody needed it, where that has passed.
    let neededUntil: Day?
    let assumptions: SlotAssumptions
    /// How many of the documents are in force.
    let counting: Int
    /// Where the document that fills it was filed, if not at the slot's own scope.
    let sharedFrom: Scope?
    /// At most one; an array takes no room where there is none.
    private let waivers: [Waiver]
    let withheld: [DocumentNumber]
    let givenExplanation: [String]?

    /// What waives the slot, whether or not documents fill it as well.
    public var waiver: Waiver? { waivers.first }

    public init(
        rule: ExpectationRule, address: SlotAddress, due: Day?, state: State, documents: [DocumentNumber],
        surplus: Int, explanation: [String]
    ) {
        applied = AppliedRule(rule: rule, artifactName: "", asOf: nil, names: .none)
        self.address = address
        self.due = due
        self.state = state
        self.documents = documents
        self.surplus = surplus
        trigger = nil
        personFrom = nil
        personTo = nil
        versionFrom = nil
        neededUntil = nil
        assumptions = []
        counting = state == .complete || state == .signposted ? documents.count : 0
        sharedFrom = nil
        waivers = []
        withheld = []
        givenExplanation = explanation
    }

    init(
        asked: SlotMatching.Asked, due: Day?, state: State, documents: [DocumentNumber], surplus: Int, counting: Int,
        waiver: Waiver?, withheld: [DocumentNumber], sharedFrom: Scope?, assumptions: SlotAssumptions = []
    ) {
        applied = asked.applied
        address = asked.address
        trigger = asked.trigger
        personFrom = asked.personFrom
        personTo = asked.personTo
        versionFrom = asked.versionFrom
        neededUntil = asked.neededUntil.flatMap { until in asked.applied.asOf.flatMap { until < $0 ? until : nil } }
        self.assumptions = assumptions
        self.due = due
        self.state = state
        self.documents = documents
        self.surplus = surplus
        self.counting = counting
        self.sharedFrom = sharedFrom
        waivers = waiver.map { [$0] } ?? []
        self.withheld = withheld
        givenExplanation = nil
    }

    /// How it stands on the day of the binder; nil for a slot that was not made by one.
    public var timing: Timing? { applied.asOf.map { timing(on: $0) } }

    /// How it stands on a day, its state being what it is.
    public func timing(on day: Day) -> Timing {
        guard let due else {
            if case .passed = trigger?.source { return .movedOn }
            return .undated
        }
        if due > day { return .notYetDue }
        return due < day && !state.isComplete ? .overdue : .due
    }

    /// Whether the due date is on or before `day`: such a slot counts in completeness.
    public func isDue(on day: Day) -> Bool { due.map { $0 <= day } ?? false }
}
