import TMFModel

/// One file's placement in the making: what its name, its folders and its text say, weighed against each other.
struct PlacementDraft {
    let name: NameReading
    let folder: FolderReading
    let model: ModelNames
    let study: StudyNames
    /// What was learned; nil where names alone are to decide.
    let experience: Experience?
    let text: TextReading?
    var sureness = 0
    var reasons: [String] = []
    var doubts: [String] = []
    var artifact: Int?
    var alternatives: [Int] = []
    var participant: StudyNames.Participant?
    /// The phrase of the model that names the artifact.
    var namedBy: String?
    /// What experience says, the likeliest first, and how likely each is.
    var ranked: [Experience.Ranked] = []
    var probabilities: [Float] = []

    init(
        name: NameReading, folder: FolderReading, text: TextReading?, model: ModelNames, study: StudyNames,
        experience: Experience?
    ) {
        self.name = name
        self.folder = folder
        self.text = text
        self.model = model
        self.study = study
        self.experience = experience
    }

    /// The site that the path names, and the country that it names or that the site is in.
    var site: Scope? { name.site ?? folder.site }
    var country: CountryCode? { site?.country ?? name.country ?? folder.country }

    /// The whole answer. `fallbackTitle` is the title if nothing better is left of the name.
    func placement(fallbackTitle: String) -> Placement {
        var draft = self
        draft.findParticipant()
        draft.findArtifact()
        draft.weighExperience()
        let scope = draft.findScope()
        let isSure = draft.sureness >= Placer.threshold
        let artifact = isSure ? draft.artifact.map { model.phrases.artifacts[$0] } : nil
        var others = draft.alternatives
        if !isSure, let unsure = draft.artifact { others.insert(unsure, at: 0) }
        var title = name.title
        if title.isEmpty { title = artifact?.name ?? fallbackTitle }
        return Placement(
            artifact: artifact?.number, subArtifact: isSure ? draft.subArtifact() : nil,
            scope: isSure ? scope : draft.scopeNamed, person: draft.person(at: scope),
            organization: name.organization ?? folder.organization, title: title.isEmpty ? "Untitled" : title,
            versionLabel: name.versionLabel ?? text?.versionLabel,
            documentDate: name.date ?? folder.date ?? text?.date,
            language: name.language ?? folder.language ?? text?.language,
            status: name.isDraft || folder.isDraft ? .draft : nil,
            sureness: max(0, min(100, draft.sureness)), why: draft.sentence(),
            alternatives: others.prefix(2).map { model.phrases.artifacts[$0].number },
            suggestions: draft.suggestions())
    }

    /// Where the path says the record belongs, whatever it is.
    var scopeNamed: Scope? { site ?? country.flatMap { study.countries.contains($0) ? .country($0) : nil } }

    /// The person, if such a record is about one and belongs where the person works.
    private func person(at scope: Scope?) -> String? {
        guard let participant else { return nil }
        if let artifact, !model.isAboutPeople(artifact) { return nil }
        let isThere = scope == nil || scope == participant.scope || participant.scope.level != .site
        return isThere ? participant.id : nil
    }

    private func subArtifact() -> String? {
        guard let artifact else { return nil }
        if let own = model.phrases.subArtifact(of: artifact, own: name.words, words: Set(name.words)) { return own }
        let nearby = folder.number == nil ? folder.words.filter { $0.nearness > 0.7 }.map(\.word) : []
        return model.phrases.subArtifact(of: artifact, own: name.words, words: Set(name.words + nearby))
    }

    private func sentence() -> String {
        if artifact == nil, reasons.isEmpty, doubts.isEmpty {
            return "No word of the name or its folders names an artifact."
        }
        let text = (reasons + doubts).joined(separator: "; ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}
