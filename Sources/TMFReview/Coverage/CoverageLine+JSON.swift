public import TMFModel

extension CoverageLine {
    /// What can be said of one day.
    public enum Validity: String, Hashable, Sendable, CaseIterable {
        /// Needed, and in force.
        case inForce = "in-force"
        /// Needed, and nothing that is filed was in force.
        case notInForce = "not-in-force"
        /// Nobody needed it on that day.
        case notNeeded = "not-needed"
        /// Records that this view withholds may have been in force.
        case withheld
    }

    /// Whether it was valid on a day: needed, and held by an approved version.
    public func validity(on day: Day) -> Validity {
        guard isNeeded(on: day) else { return .notNeeded }
        if holding(on: day) != nil { return .inForce }
        return state == .withheld ? .withheld : .notInForce
    }

    /// The object that `coverage` lists; `on` and `valid` speak of the day, if there is one.
    public func json(on day: Day?) -> JSON {
        let inForce = day.flatMap { self.holding(on: $0) }
        return .full([
            ("requirement", .string(requirement.id)), ("name", .string(requirement.name)),
            ("artifact", .string(artifact.description)), ("person", person.json),
            ("organization", organization.json), ("scopes", .array(scopes.map { .string($0.description) })),
            ("state", .string(state.rawValue)),
            ("needed", .array(needs.map(\.json))), ("held", .array(held.map(\.json))),
            ("gaps", .array(gaps.map(\.json))),
            ("unapproved", .array(unapproved.map { .string($0.description) })),
            ("on_day", (day.map { validity(on: $0).rawValue }).json),
            ("document", (inForce?.document.description).json),
            ("explanation", .array(explanation.map { .string($0) })),
        ])
    }
}

extension CoverageLine.Need {
    var json: JSON {
        .full([
            ("scope", .string(scope.description)), ("first", .string(first.description)),
            ("last", (last?.description).json),
        ])
    }
}

extension CoverageLine.Holding {
    var json: JSON {
        .full([
            ("document", .string(document.description)), ("version", .int(version)),
            ("first", (period.first?.description).json), ("last", (period.last?.description).json),
            ("signpost", .bool(isSignpost)),
        ])
    }
}

extension CoverageLine.Gap {
    var json: JSON {
        .full([
            ("first", .string(first.description)), ("last", .string(last.description)), ("open", .bool(isOpen)),
            ("days", .int(days)),
        ])
    }

    /// `2025-01-20 to 2025-02-10`; `since 2025-01-20` while it is open.
    public var inWords: String { Period(first: first, last: isOpen ? nil : last).inWords }
}
