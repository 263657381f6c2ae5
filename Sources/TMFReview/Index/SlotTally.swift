/// How many slots a part of the file has, and how they stand.
public struct SlotTally: Hashable, Sendable {
    /// All expected slots, due or not.
    public var expected = 0
    public var due = 0
    /// Due and complete, the waived ones among them.
    public var complete = 0
    /// Due and not complete; the expired ones among them.
    public var missing = 0
    /// Due, and filled by expired versions only.
    public var expired = 0
    /// Waived, due or not.
    public var waived = 0
    /// Documents filed, the withdrawn ones not counted.
    public var documents = 0

    public init(
        expected: Int = 0, due: Int = 0, complete: Int = 0, missing: Int = 0, expired: Int = 0, waived: Int = 0,
        documents: Int = 0
    ) {
        self.expected = expected
        self.due = due
        self.complete = complete
        self.missing = missing
        self.expired = expired
        self.waived = waived
        self.documents = documents
    }

    mutating func count(_ state: ExpectedSlot.State, isDue: Bool) {
        expected += 1
        if state == .waived { waived += 1 }
        guard isDue else { return }
        due += 1
        if state.isComplete { complete += 1 } else { missing += 1 }
        if state == .expired { expired += 1 }
    }

    static func += (left: inout SlotTally, right: SlotTally) {
        left.expected += right.expected
        left.due += right.due
        left.complete += right.complete
        left.missing += right.missing
        left.expired += right.expired
        left.waived += right.waived
        left.documents += right.documents
    }
}
