import TMFModel

/// What the name of one file or folder, or one line of a text, says by itself.
struct NameReading: Sendable {
    /// What is read: names are terse, and a bare number in one is a site's; in a text it can be anything.
    enum Kind: Sendable {
        case file, folder, line
    }

    /// What a token was understood as; what is free may be words of a record's name.
    enum Part: Sendable {
        case free, number, date, version, status, study, organization, site, country, language
    }

    let tokens: [NameToken]
    let kind: Kind
    var isFolder: Bool { kind == .folder }
    var parts: [Part]
    var number: ArtifactNumber?
    /// Three pairs of digits that the model does not have.
    var unknownNumber: String?
    var section: String?
    var zone: String?
    var date: Day?
    var versionLabel: String?
    var language: String?
    var isDraft = false
    var organization: String?
    var site: Scope?
    /// A number called a site's, of which the study has none.
    var unknownSite: String?
    var country: CountryCode?
    /// The numbers of the model's words in it.
    var words: [Int] = []
    /// How many words are of no use.
    var unexplained = 0

    init(_ name: String, _ kind: Kind, model: ModelNames, study: StudyNames) {
        tokens = NameToken.tokens(of: name)
        self.kind = kind
        parts = [Part](repeating: .free, count: tokens.count)
        if kind != .line { readNumber(model) }
        if isFolder { readBranch(model) }
        readDate()
        readVersion()
        readStudyNames(study)
        readSite(study)
        if kind != .line { readLanguage() }
        readStatus()
        readWords(model)
    }

    func isFree(_ index: Int) -> Bool {
        if case .free = parts[index] { true } else { false }
    }

    mutating func mark(_ range: Range<Int>, _ part: Part) {
        for index in range { parts[index] = part }
    }

    private mutating func readStatus() {
        for (index, token) in tokens.enumerated() where isFree(index) {
            switch token.text {
            case "draft", "entwurf":
                isDraft = true
                parts[index] = .status
            case "final": parts[index] = .status
            default: break
            }
        }
    }

    private mutating func readWords(_ model: ModelNames) {
        for (index, token) in tokens.enumerated() where isFree(index) && !FieldWords.joining.contains(token.text) {
            let stem = FieldWords.stem(token.text)
            if let word = model.phrases.number(of: stem) {
                if !words.contains(word) { words.append(word) }
            } else if let translation = FieldWords.translation(of: token.text) {
                if language == nil, !isFolder { language = translation.language }
                add(translation.words, model)
            } else if !token.isDigits, !FieldWords.incidental.contains(token.text) {
                unexplained += 1
            }
            // A word that English shares with another language: both readings count.
            if let translation = FieldWords.translation(of: token.text) { add(translation.words, model) }
        }
    }

    private mutating func add(_ stems: [String], _ model: ModelNames) {
        for stem in stems {
            if let word = model.phrases.number(of: FieldWords.stem(stem)), !words.contains(word) { words.append(word) }
        }
    }
}
