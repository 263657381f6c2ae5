public import TMFModel

/// The texts of a document by field, with the names of what it only refers to.
public struct SearchNames: Sendable {
    private let names: StudyNames
    private let sites: [Scope: String]
    private let artifacts: [ArtifactNumber: String]

    init(_ binder: Binder) { self.init(study: binder.study, model: binder.model) }

    public init(study: Study, model: ReferenceModel) {
        names = StudyNames(study)
        artifacts = Dictionary(
            model.artifacts.map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first })
        sites = Dictionary(
            study.countries.flatMap { country in
                country.sites.map { (Scope.site(country.code, $0.id), $0.name) }
            }, uniquingKeysWith: { first, _ in first })
    }

    func texts(of document: Document, in field: DocumentSearch.Field) -> [String] {
        let facts = document.facts
        let texts: [String?] =
            switch field {
            case .title: [facts.title]
            case .number: [document.number.description, String(document.number.value)]
            case .artifact: [facts.artifact.description, artifacts[facts.artifact]]
            case .subArtifact: [facts.subArtifact]
            case .person: [facts.person, facts.person.flatMap { names.people[$0] }]
            case .site: [facts.scope.site, sites[facts.scope]]
            case .country: [facts.scope.country?.description]
            case .organization: [facts.organization, facts.organization.flatMap { names.organizations[$0] }]
            case .originalName: document.versions.map(\.facts.originalName)
            case .label: document.versions.map(\.facts.label)
            case .note: document.versions.map(\.facts.note)
            case .text: []
            }
        return texts.compactMap { $0 }
    }

    /// Everything that is said of a document, folded, a line for each text.
    public func foldedTexts(of document: Document) -> String {
        Folding.fold(
            DocumentSearch.Field.allCases.flatMap { texts(of: document, in: $0) }.joined(separator: "\n"))
    }

    /// What a text is found by: its words, and each part between blanks as it is where that is more than a word.
    static func entries(of text: String) -> [String] {
        let folded = Folding.fold(text)
        var entries = Folding.words(of: folded)
        let marks: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")]
        if folded.utf8.contains(where: { marks.contains($0) }) {
            for part in folded.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
            where part.contains(where: { marks.contains($0) }) {
                entries.append(String(Substring(part)))
            }
        }
        return entries
    }

    /// Whether the words follow each other in a text of the field; unless `isWhole`, the last may begin a longer one.
    func contains(_ words: [String], in field: DocumentSearch.Field, of document: Document, isWhole: Bool) -> Bool {
        texts(of: document, in: field).contains { text in
            let there = Folding.words(of: Folding.fold(text))
            guard there.count >= words.count else { return false }
            return (0...(there.count - words.count)).contains { start in
                words.indices.allSatisfy { place in
                    place == words.count - 1 && !isWhole
                        ? there[start + place].hasPrefix(words[place]) : there[start + place] == words[place]
                }
            }
        }
    }
}
