import TMFModel

/// A reference model as names and numbers can be looked up in it.
struct ModelNames: Sendable {
    let phrases: ModelPhrases
    let version: String
    private let placeByNumber: [Int: Int]
    private let personal: Set<Int>
    private let sections: Set<String>
    private let zones: Set<String>
    private let zoneWords: [String: Set<String>]
    /// Sections and zones by the words of their names; several zones have a section of the same name.
    private let branches: [Set<String>: [String]]

    init(_ model: ReferenceModel) {
        phrases = ModelPhrases(model)
        version = model.version
        var places: [Int: Int] = [:]
        for (index, artifact) in model.artifacts.enumerated() { places[ModelNames.key(artifact.number)] = index }
        placeByNumber = places
        personal = Set(
            model.artifacts.indices.filter { index in
                ModelPhrases.words(of: model.artifacts[index].name).contains(where: ModelNames.personalWords.contains)
            })
        sections = Set(model.sections.map(\.number))
        zones = Set(model.zones.map(\.number))
        var zoneWords: [String: Set<String>] = [:]
        var branches: [Set<String>: [String]] = [:]
        for (number, name) in model.zones.map({ ($0.number, $0.name) }) + model.sections.map({ ($0.number, $0.name) }) {
            let words = Set(ModelPhrases.words(of: name))
            branches[words, default: []].append(number)
            if number.utf8.count == 2 { zoneWords[number] = words }
        }
        self.zoneWords = zoneWords
        self.branches = branches
    }

    /// The artifact with this number; nil if the model has none.
    func place(_ zone: Int, _ section: Int, _ artifact: Int) -> Int? {
        placeByNumber[(zone * 100 + section) * 100 + artifact]
    }

    func place(_ number: ArtifactNumber) -> Int? { placeByNumber[ModelNames.key(number)] }

    func hasSection(_ number: String) -> Bool { sections.contains(number) }

    /// Whether a folder with this number and these words is a zone's.
    func isZone(_ number: String, words: Set<String>, isNamed: Bool) -> Bool {
        guard zones.contains(number) else { return false }
        return isNamed || words.isEmpty || !words.isDisjoint(with: zoneWords[number] ?? [])
    }

    /// Whether a record of this kind is usually about one person.
    func isAboutPeople(_ artifact: Int) -> Bool { personal.contains(artifact) }

    /// The zones and sections of this name.
    func branches(named words: Set<String>) -> [String] { branches[words] ?? [] }

    private static let personalWords: Set = [
        "cv", "qualification", "training", "disclosure", "confidentiality", "1572", "signature", "agreement",
        "acceptance", "certificate", "license",
    ]

    private static func key(_ number: ArtifactNumber) -> Int {
        (Int(number.zone) * 100 + Int(number.section)) * 100 + Int(number.artifact)
    }
}
