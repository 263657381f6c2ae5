public import TMFModel

/// One role of one person, with what had to be in force for it and what is filed about the person.
public struct PersonRecord: Sendable {
    public let scope: Scope
    public let person: Study.Person
    /// What was asked of the person in this scope, and what is held without being asked for anywhere.
    public let coverage: [CoverageLine]
    /// The places that the person's role fills in this scope.
    public let slots: [ExpectedSlot]
    /// Filed about the person anywhere in the trial, withdrawn ones aside.
    public let documents: [DocumentNumber]

    /// One object of `people`.
    public var json: JSON {
        .full([
            ("person", .string(person.id)), ("name", .string(person.name)), ("role", .string(person.role)),
            ("level", .string(scope.level.rawValue)), ("country", (scope.country?.description).json),
            ("site", scope.site.json), ("from", (person.from?.description).json),
            ("to", (person.to?.description).json), ("expected", .int(slots.count)),
            ("complete", .int(slots.filter(\.state.isComplete).count)),
            ("coverage", .array(coverage.map { $0.json(on: nil) })),
            ("documents", .array(documents.map { .string($0.description) })),
        ])
    }
}
