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
    /// The day by which it must be filled; nil while no date asks for it.
    ///
    /// It is counted from the milestone's actual date, or from a planned date that is still ahead. A planned date
    /// that has passed without an actual one has moved on: nothing is due by it. For a person it is counted from the
    /// first day in the role, where that is later than the milestone.
    public let due: Day?
    public let state: State
    /// The documents filed at the address, the one that fills the slot first; without the withdrawn ones.
    public let documents: [DocumentNumber]
    /// For a slot of a person or an organization: documents in force beyond the number asked for; shown, never hidden.
    /// 0 where any number is welcome.
    public let surplus: Int

    let applied: AppliedRule
    let trigger: DueTrigger?
    /// The first day of the person in the role, where the slot is a person's and the day is known.
    let personFrom: Day?
    /// How many of the documents are in force.
    let counting: Int
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
        applied = AppliedRule(rule: rule, artifactName: "")
        self.address = address
        self.due = due
        self.state = state
        self.documents = documents
        self.surplus = surplus
        trigger = nil
        personFrom = nil
        counting = state == .complete || state == .signposted ? documents.count : 0
        waivers = []
        withheld = []
        givenExplanation = explanation
    }

    init(
        applied: AppliedRule, address: SlotAddress, due: Day?, state: State, documents: [DocumentNumber],
        surplus: Int, trigger: DueTrigger?, personFrom: Day?, counting: Int, waiver: Waiver?,
        withheld: [DocumentNumber]
    ) {
        self.applied = applied
        self.address = address
        self.due = due
        self.state = state
        self.documents = documents
        self.surplus = surplus
        self.trigger = trigger
        self.personFrom = personFrom
        self.counting = counting
        waivers = waiver.map { [$0] } ?? []
        self.withheld = withheld
        givenExplanation = nil
    }

    /// Whether the due date is on or before `day`: such a slot counts in completeness.
    public func isDue(on day: Day) -> Bool { due.map { $0 <= day } ?? false }
}
