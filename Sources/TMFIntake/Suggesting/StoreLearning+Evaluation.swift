public import TMFModel
public import TMFStore
public import TMFSuggest

extension StoreLearning {
    /// In how many parts the documents are dealt: by their numbers, so that it is the same every time.
    public static let folds = 5

    /// Tries every document with what the documents of the other parts teach: by the path that it came with, or by its
    /// bare name, and by its text where that is known. Versions of one document are never parted.
    public func evaluation(
        namesOnly: Bool, store: Store, study: Study, model: ReferenceModel,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Evaluation {
        var evaluation = Evaluation()
        let examined = try store.examined()
        let reader = TextReader(study: study, model: model)
        var done = 0
        for fold in 0..<Self.folds {
            func isInFold(_ place: Int) -> Bool { Int(examples[place].document.value) % Self.folds == fold }
            let experience = learning.experience(leavingOut: isInFold)
            var placer = Placer(study: study, model: model, experience: experience)
            for place in examples.indices where isInFold(place) {
                let example = examples[place]
                var text: TextReading?
                if let examined, let digest = example.content {
                    text = try Self.reading(of: digest, in: examined, reader)
                }
                let slash = example.path.lastIndex(of: "/")
                let name = slash.map { String(example.path[example.path.index(after: $0)...]) } ?? example.path
                evaluation.add(
                    placer.placement(of: namesOnly ? name : example.path, text: text), right: example.artifact)
                done += 1
                progress(done, examples.count)
            }
        }
        return evaluation
    }
}
