import TMFModel

/// What the folders above a file say together, the nearest one last.
struct FolderReading: Sendable {
    var number: ArtifactNumber?
    var unknownNumber: String?
    var section: String?
    var zone: String?
    var site: Scope?
    var unknownSite: String?
    var country: CountryCode?
    var organization: String?
    var language: String?
    var date: Day?
    var isDraft = false
    /// Words of the folders' names and how near they are to the file, 0 to 1.
    var words: [(word: Int, nearness: Float)] = []
    /// The tokens of all folders: people may be named there.
    var tokens: [NameToken] = []
    /// The words of the nearest folder that has any, as what was filed is known by them.
    var features: [WordFeature] = []
    /// The folders that said where the record belongs, by what they said.
    var sources: [Source: String] = [:]

    enum Source: Hashable, Sendable {
        case number, branch, site, country, words
    }

    /// Nothing: the files at the top.
    init() {}

    /// What `parent` says, and then a folder in it called `name`.
    init(_ parent: FolderReading, then name: String, model: ModelNames, study: StudyNames) {
        self = parent
        let reading = NameReading(name, .folder, model: model, study: study)
        if let found = reading.number {
            number = found
            unknownNumber = nil
            sources[.number] = name
        } else if let found = reading.unknownNumber {
            unknownNumber = found
        }
        if reading.zone != nil {
            zone = reading.zone
            section = reading.section
            sources[.branch] = name
        }
        if let found = reading.site {
            site = found
            country = nil
            unknownSite = nil
            sources[.site] = name
        } else if let found = reading.unknownSite {
            unknownSite = found
        }
        if let found = reading.country {
            country = found
            sources[.country] = name
        }
        organization = reading.organization ?? organization
        language = reading.language ?? language
        date = reading.date ?? date
        isDraft = isDraft || reading.isDraft
        tokens += reading.tokens
        let own = WordFeature.features(of: reading, in: .folder)
        if !own.isEmpty { features = own }
        if !reading.words.isEmpty {
            words = words.map { ($0.word, 0.5) } + reading.words.map { ($0, 0.75) }
            sources[.words] = name
        }
    }
}
