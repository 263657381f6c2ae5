public import TMFModel
public import TMFStore
public import TMFSuggest

/// What a store has filed, as examples of what records of each artifact look like.
public struct StoreLearning: Sendable {
    /// A filed document: by its artifact suggestions are judged.
    public struct Example: Sendable {
        public let document: DocumentNumber
        public let artifact: ArtifactNumber
        /// The path its newest file came with.
        public let path: String
        let content: Digest?
    }

    public let learning: Learning
    /// In the order in which `learning` knows them.
    public let examples: [Example]
    /// How many of them were learned with their texts.
    public let texts: Int

    /// Of one artifact so many texts are learned: more tell nothing new.
    private static let mostTexts = 60

    /// Reads the documents of a study, one at a time, and the texts that `tmf examine` kept. Withdrawn documents teach
    /// nothing.
    public init(store: Store, study: Study, model: ReferenceModel) throws {
        var learning = Learning(study: study, model: model)
        var examples: [Example] = []
        var texts: [ArtifactNumber: Int] = [:]
        let examined = try store.examined()
        let reader = TextReader(study: study, model: model)
        try store.read(study.id, frame: { _ in }) { document in
            guard document.withdrawal == nil, let facts = document.versions.last?.facts,
                let path = facts.source.path ?? facts.originalName
            else { return }
            let artifact = document.facts.artifact
            var text: TextReading?
            if let examined, let digest = facts.content?.digest, texts[artifact, default: 0] < Self.mostTexts {
                text = try Self.reading(of: digest, in: examined, reader)
            }
            let record = FiledRecord(artifact: artifact, title: document.facts.title, path: path, text: text)
            guard learning.add(record) else { return }
            if text != nil { texts[artifact, default: 0] += 1 }
            examples.append(
                Example(
                    document: document.number, artifact: artifact, path: path, content: facts.content?.digest))
        }
        self.learning = learning
        self.examples = examples
        self.texts = texts.values.reduce(0, +)
    }

    static func reading(
        of digest: Digest, in examined: Examined, _ reader: TextReader
    ) throws -> TextReading? {
        guard let text = try examined.beginning(of: digest, characters: TextReading.longest), !text.isEmpty else {
            return nil
        }
        return TextReading(text, reader: reader)
    }
}
