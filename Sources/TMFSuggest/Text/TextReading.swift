public import TMFModel

/// What the beginning of a file's text says: the words it is known by, and the facts that are stated.
public struct TextReading: Sendable {
    /// The words, each once.
    let features: [WordFeature]
    /// The first lines, as names are read.
    let lines: [NameReading]
    let date: Day?
    let versionLabel: String?
    /// ISO 639-1.
    let language: String?

    /// In bytes: how much of a text is read.
    public static let longest = 4_000
    private static let mostLines = 30
    private static let mostFeatures = 160

    /// Reads the first pages of a text.
    public init(_ text: String, reader: TextReader) {
        let head = String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self)
        let all = head.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
        let lines = all.prefix(Self.mostLines).map {
            NameReading(String($0.prefix(200)), .line, model: reader.model, study: reader.study)
        }
        self.lines = lines
        let words = NameToken.tokens(of: head).filter {
            !$0.isDigits && !FieldWords.joining.contains($0.text) && (3...30).contains($0.text.utf8.count)
        }
        features = Array(
            WordFeature.features(
                of: words.map { (FieldWords.stem($0.text), String($0.original)) }, in: .text
            ).prefix(Self.mostFeatures))
        date = Self.date(lines)
        versionLabel = lines.lazy.compactMap(\.versionLabel).first
        language = TextLanguage.of(NameToken.tokens(of: head))
    }

    /// The first date that is called one, or else the only one.
    private static func date(_ lines: [NameReading]) -> Day? {
        let called = lines.first { line in
            line.date != nil && line.tokens.contains { dateWords.contains($0.text) }
        }
        if let date = called?.date { return date }
        let dates = Set(lines.compactMap(\.date))
        return dates.count == 1 ? dates.first : nil
    }

    private static let dateWords: Set = [
        "date", "dated", "datum", "fecha", "data", "le", "vom", "effective", "version", "signed", "issued",
    ]
}

/// Knows the names of a model and a study while texts are read.
public struct TextReader: Sendable {
    let model: ModelNames
    let study: StudyNames

    public init(study: Study, model: ReferenceModel) {
        self.model = ModelNames(model)
        self.study = StudyNames(study)
    }
}
