import Synchronization
public import TMFModel
public import TMFSuggest

/// Places files by their names and by what they say.
public final class TextPlacing: Sendable {
    private let placer: Mutex<Placer>
    private let reader: TextReader

    public init(study: Study, model: ReferenceModel, experience: Experience) {
        placer = Mutex(Placer(study: study, model: model, experience: experience))
        reader = TextReader(study: study, model: model)
    }

    /// Where the file at `path` belongs. Only the beginning of the text is read.
    public func placement(of path: String, _ text: ExtractedText) -> Placement {
        let beginning = text.beginning(TextReading.longest)
        let reading = beginning.isEmpty ? nil : TextReading(beginning, reader: reader)
        return placer.withLock { $0.placement(of: path, text: reading) }
    }
}

extension ExtractedText {
    /// The first pages, until there are `bytes` bytes.
    func beginning(_ bytes: Int) -> String {
        var beginning = ""
        for page in pages where beginning.utf8.count < bytes { beginning += page + "\n" }
        return beginning
    }
}
