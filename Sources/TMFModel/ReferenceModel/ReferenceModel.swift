/// One version of the reference model: zones, their sections, and the artifacts of each.
public struct ReferenceModel: Hashable, Sendable {
    public struct Zone: Hashable, Sendable {
        /// `01` to `99`
        public let number: String
        public let name: String

        public init(number: String, name: String) {
            self.number = number
            self.name = name
        }
    }

    public struct Section: Hashable, Sendable {
        /// `05.02`
        public let number: String
        public let name: String
        /// The number of its zone.
        public var zone: String { String(number.prefix(2)) }

        public init(number: String, name: String) {
            self.number = number
            self.name = name
        }
    }

    /// One of the model's milestones, by which records are due.
    public struct Milestone: Hashable, Sendable {
        /// `01` to `12`
        public let number: String
        public let name: String

        public init(number: String, name: String) {
            self.number = number
            self.name = name
        }
    }

    /// `3.3.1`
    public let version: String
    public let zones: [Zone]
    public let sections: [Section]
    /// In the order of their numbers.
    public let artifacts: [Artifact]
    public let milestones: [Milestone]
    private let indexByNumber: [ArtifactNumber: Int]

    /// Throws `ReferenceModelError` if a number or unique ID stands twice, an artifact has no level, or a section or
    /// zone is missing.
    public init(
        version: String, zones: [Zone], sections: [Section], artifacts: [Artifact], milestones: [Milestone]
    ) throws(ReferenceModelError) {
        self.version = version
        self.zones = zones.sorted { $0.number < $1.number }
        self.sections = sections.sorted { $0.number < $1.number }
        self.artifacts = artifacts.sorted { $0.number < $1.number }
        self.milestones = milestones.sorted { $0.number < $1.number }
        var index: [ArtifactNumber: Int] = [:]
        for (place, artifact) in self.artifacts.enumerated() { index[artifact.number] = place }
        indexByNumber = index
        try validate()
    }

    public func artifact(_ number: ArtifactNumber) -> Artifact? { indexByNumber[number].map { artifacts[$0] } }

    public func has(_ number: ArtifactNumber) -> Bool { indexByNumber[number] != nil }

    /// The levels at which an artifact may be filed; nil if the model does not have it.
    public func levels(of number: ArtifactNumber) -> Set<Level>? { indexByNumber[number].map { artifacts[$0].levels } }

    public func zone(_ number: String) -> Zone? { zones.first { $0.number == number } }

    public func section(_ number: String) -> Section? { sections.first { $0.number == number } }

    public func milestone(_ number: String) -> Milestone? { milestones.first { $0.number == number } }

    public func sections(ofZone zone: String) -> [Section] { sections.filter { $0.zone == zone } }

    public func artifacts(ofSection section: String) -> [Artifact] {
        artifacts.filter { $0.number.sectionNumber == section }
    }

    private func validate() throws(ReferenceModelError) {
        if let twice = ReferenceModel.firstTwice(zones.map(\.number)) { throw .twice("zone", twice) }
        if let twice = ReferenceModel.firstTwice(sections.map(\.number)) { throw .twice("section", twice) }
        if let twice = ReferenceModel.firstTwice(artifacts.map(\.number.description)) {
            throw .twice("artifact", twice)
        }
        if let twice = ReferenceModel.firstTwice(artifacts.map(\.uniqueID)) { throw .twice("unique ID", twice) }
        let zoneNumbers = Set(zones.map(\.number))
        for section in sections where !zoneNumbers.contains(section.zone) {
            throw .missing("zone \(section.zone)", of: "section \(section.number)")
        }
        let sectionNumbers = Set(sections.map(\.number))
        for artifact in artifacts {
            if !sectionNumbers.contains(artifact.number.sectionNumber) {
                throw .missing("section \(artifact.number.sectionNumber)", of: "artifact \(artifact.number)")
            }
            if artifact.levels.isEmpty { throw .missing("level", of: "artifact \(artifact.number)") }
        }
    }

    private static func firstTwice(_ names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }
}

/// Why tables do not make a reference model.
public enum ReferenceModelError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A kind of thing and the number that two of them have.
    case twice(String, String)
    case missing(String, of: String)
    /// A table's name, its row (1 for the first below the header), and what is wrong.
    case row(String, Int, String)

    public var description: String {
        switch self {
        case .twice(let kind, let number): "reference model: \(kind) \(number) stands twice"
        case .missing(let what, let owner): "reference model: \(owner) has no \(what)"
        case .row(let table, let row, let problem): "reference model: \(table), row \(row): \(problem)"
        }
    }
}
