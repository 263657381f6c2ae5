public import TMFModel

/// Collects what the reference model calls its artifacts, and what a store has filed where.
public struct Learning: Sendable {
    private var placer: Placer
    private var words = WordTable()
    private let stock: [Experience.Share]
    private var records: [Experience.Record] = []
    private let artifactCount: Int

    /// Knows the model: names, sub-artifacts, alternate names and descriptions.
    public init(study: Study, model: ReferenceModel) {
        placer = Placer(study: study, model: model)
        stock = ModelShares.of(model, words: &words)
        artifactCount = model.artifacts.count
    }

    /// How many records it has learned from.
    public var count: Int { records.count }

    /// Learns from one record. False if it is at an artifact that the model does not have: that teaches nothing.
    @discardableResult
    public mutating func add(_ record: FiledRecord) -> Bool {
        guard let artifact = placer.model.place(record.artifact) else { return false }
        let (name, folder) = placer.readings(of: record.path)
        let title = NameReading(record.title, .file, model: placer.model, study: placer.study)
        var features = WordFeature.features(of: name, in: .name) + folder.features
        features += WordFeature.features(of: title, in: .name)
        let named = features.compactMap { words.number(adding: $0.key) }
        let read = record.text.map { $0.features.compactMap { words.number(adding: $0.key) } }
        records.append(Experience.Record(artifact: artifact, words: Set(named).sorted(), text: read?.sorted()))
        return true
    }

    /// What follows from all of it; without some records, by their places in the order
    /// in which they were added, if that is to be tried on them.
    public func experience(leavingOut isLeftOut: (Int) -> Bool = { _ in false }) -> Experience {
        Experience(
            words: words, stock: stock, artifacts: artifactCount,
            records: records.indices.filter { !isLeftOut($0) }.map { records[$0] })
    }
}
