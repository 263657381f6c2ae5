/// What an organization answers for: a branch of the reference model, a part of the trial, or a branch in a part.
public struct Responsibility: Hashable, Sendable {
    /// A zone, section or artifact by the pairs of its number, `[5, 2]` for `05.02`; empty for the whole model.
    private let branch: [UInt8]
    /// Nil for every part of the trial. A country stands with its sites, the trial by itself.
    private let scope: Scope?

    /// Whether it speaks of a part of the trial, whatever the artifact may be.
    func contains(_ place: Scope) -> Bool {
        switch scope {
        case nil: true
        case .country(let code): place.country == code
        case .trial, .site: place == scope
        }
    }

    /// Whether it speaks of every artifact.
    var isWhole: Bool { branch.isEmpty }

    public func contains(_ artifact: ArtifactNumber, _ place: Scope) -> Bool {
        guard contains(place) else { return false }
        switch branch.count {
        case 0: return true
        case 1: return branch[0] == artifact.zone
        case 2: return branch[0] == artifact.zone && branch[1] == artifact.section
        default: return branch == [artifact.zone, artifact.section, artifact.artifact]
        }
    }

    /// The higher, the nearer it names a place: a site before a country, then an artifact before a section or zone.
    var nearness: Int {
        let depth =
            switch scope {
            case nil: 0
            case .trial, .country: 1
            case .site: 2
            }
        return depth * 4 + branch.count
    }

    /// The country or site it names; nil if it names none.
    public var place: Scope? { scope }
}

extension Responsibility: LosslessStringConvertible {
    /// `02`, `05.02`, `05.02.04`, `trial`, `DEU`, `DEU/101`, or both with `in` between: `05.02 in DEU`. Nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let branch: String?
        let place: String?
        switch parts.count {
        case 1 where Self.isNumbered(text): (branch, place) = (text, nil)
        case 3... where parts[1] == "in" && Self.isNumbered(text):
            (branch, place) = (parts[0], parts[2...].joined(separator: " "))
        default: (branch, place) = (nil, text)
        }
        if let branch {
            let pairs = branch.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            let numbers = pairs.compactMap { pair in
                pair.count == 2 ? Decimal.value(of: pair).flatMap { $0 > 0 ? UInt8($0) : nil } : nil
            }
            guard numbers.count == pairs.count, numbers.count <= 3 else { return nil }
            self.branch = numbers
        } else {
            self.branch = []
        }
        if let place {
            guard let scope = Scope(place) else { return nil }
            self.scope = scope
        } else {
            scope = nil
        }
    }

    private static func isNumbered(_ text: String) -> Bool {
        text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }

    public var description: String {
        let number = branch.map { Decimal.padded(Int($0), to: 2) }.joined(separator: ".")
        guard let scope else { return number }
        return branch.isEmpty ? scope.description : "\(number) in \(scope)"
    }
}

/// Who answers for the records at a place, as the study's organizations say.
public struct Responsibilities: Sendable {
    private let claims: [(organization: String, responsibility: Responsibility)]

    public init(_ study: Study) {
        // The nearest first; of equals the one that stands first in the study file.
        claims = study.organizations.flatMap { organization in organization.responsible.map { (organization.id, $0) } }
            .enumerated()
            .sorted { (-$0.element.1.nearness, $0.offset) < (-$1.element.1.nearness, $1.offset) }
            .map { (organization: $0.element.0, responsibility: $0.element.1) }
    }

    /// Whether any organization claims any place.
    public var isEmpty: Bool { claims.isEmpty }

    /// The organization that names the place most nearly; nil if none does: the sponsor answers itself.
    public func organization(at artifact: ArtifactNumber, in scope: Scope) -> String? {
        claims.first { $0.responsibility.contains(artifact, scope) }?.organization
    }

    /// The organization that names a country, a site or the trial as a whole, whatever the artifact; nil if none does.
    public func organization(in scope: Scope) -> String? {
        claims.first { $0.responsibility.isWhole && $0.responsibility.contains(scope) }?.organization
    }
}
