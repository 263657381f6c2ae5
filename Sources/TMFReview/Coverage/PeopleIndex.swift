public import TMFModel

/// Who takes part, and where in a binder what is known of each stands. Made in time linear in the binder.
public struct PeopleIndex: Sendable {
    /// Every role of everybody, in the order of the study file.
    public let roles: [(scope: Scope, person: Study.Person)]
    private let coverage: [String: [Int32]]
    private let slots: [String: [Int32]]
    private let documents: [String: [Int32]]

    public init(_ binder: Binder) {
        roles = binder.study.everyone
        coverage = Self.places(binder.coverage) { $0.person }
        slots = Self.places(binder.slots) { $0.address.person }
        documents = Self.places(binder.snapshot.documents) { $0.withdrawal == nil ? $0.facts.person : nil }
    }

    /// What is known of a role. `binder` is the one of which the index was made.
    public func record(of role: (scope: Scope, person: Study.Person), in binder: Binder) -> PersonRecord {
        let id = role.person.id
        return PersonRecord(
            scope: role.scope, person: role.person,
            coverage: (coverage[id] ?? []).map { binder.coverage[Int($0)] }.filter {
                $0.needs.isEmpty || $0.needs.contains { $0.scope == role.scope }
            },
            slots: (slots[id] ?? []).map { binder.slots[Int($0)] }.filter { $0.address.scope == role.scope },
            documents: (documents[id] ?? []).map { binder.snapshot.documents[Int($0)].number })
    }

    private static func places<Row>(_ rows: [Row], by person: (Row) -> String?) -> [String: [Int32]] {
        var places: [String: [Int32]] = [:]
        for (place, row) in rows.enumerated() {
            if let id = person(row) { places[id, default: []].append(Int32(place)) }
        }
        return places
    }
}
