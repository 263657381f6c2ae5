import TMFModel

/// What a study calls the people and organizations that records and rules know by their ids. Kept once for all who ask.
final class StudyNames: Sendable {
    /// By id; somebody in several roles has the name that stands first.
    let people: [String: String]
    let organizations: [String: String]

    init(_ study: Study) {
        people = Dictionary(
            study.everyone.map { ($0.person.id, $0.person.name) }, uniquingKeysWith: { first, _ in first })
        organizations = Dictionary(
            study.organizations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    private init() {
        people = [:]
        organizations = [:]
    }

    /// Of nobody: everything goes by its id.
    static let none = StudyNames()

    /// `Dr Anna Beispiel (p-beispiel)`; `person p-beispiel` where the study file has no name.
    func person(_ id: String) -> String { Self.named(people[id], id) ?? "person \(id)" }

    /// `Beispiel CRO (cro-1)`; `organization cro-1` where the study file has no name.
    func organization(_ id: String) -> String { Self.named(organizations[id], id) ?? "organization \(id)" }

    private static func named(_ name: String?, _ id: String) -> String? {
        name.flatMap { $0.isEmpty || $0 == id ? nil : "\($0) (\(id))" }
    }
}
