public import TMFModel
public import TMFStore

/// Brings the study in a store into line with a study file.
public enum StudyApplying {
    /// What would change; empty if the store's study is the same already.
    public static func changes(to study: Study, in store: Store) throws -> [StudyChange] {
        let current = try store.currentStudy(study.id)
        var study = study
        study.modelDigest = try digest(of: study.model, since: current, in: store)
        return study.changes(since: current)
    }

    /// The digest of a model that the store keeps: as it was when the study first used it, so that it can be told if
    /// the file is ever another one.
    private static func digest(of model: String, since current: Study?, in store: Store) throws -> Digest? {
        if let current, current.model == model, let known = current.modelDigest { return known }
        return try store.keptModel(model).map { Digest(of: $0.table) }
    }

    /// Records what changed, as one entry; nothing if nothing did.
    ///
    /// Throws `InputProblems` if a country, site, person or organization would go that filed documents name: they
    /// would be left without a place.
    public static func apply(_ study: Study, to store: Store, by attribution: Attribution) throws -> [StudyChange] {
        let changes = try changes(to: study, in: store)
        guard !changes.isEmpty else { return [] }
        if let current = try store.currentStudy(study.id) {
            let documents = try store.snapshot(of: study.id).documents.filter { $0.withdrawal == nil }
            var problems = orphans(of: changes, study: study, documents: documents)
            if current.model != study.model, !documents.isEmpty {
                problems.append(
                    InputProblem(
                        source: study.id, column: "model",
                        message: "expected \(current.model), by which it is filed: "
                            + "\(documents.count.counted("document")); "
                            + "`tmf study migrate --model \(study.model)` shows what another version moves, and does it"
                    ))
            }
            if !problems.isEmpty { throw InputProblems(problems) }
        }
        try store.record([.studyChanged(changes)], in: study.id, by: attribution)
        return changes
    }

    private static func orphans(of changes: [StudyChange], study: Study, documents: [Document]) -> [InputProblem] {
        let removed = changes.filter {
            $0.to == .null && [.country, .site, .person, .organization].contains($0.entity)
        }
        return removed.compactMap { change in
            let left = documents.filter { document in
                switch change.entity {
                case .country: document.facts.scope.country?.description == change.key
                case .site: document.facts.scope.description == change.key
                case .person:
                    document.facts.person == change.from["id"]?.string
                        && !study.hasPerson(document.facts.person ?? "")
                case .organization: document.facts.organization == change.key
                default: false
                }
            }
            guard let first = left.first else { return nil }
            let naming = "\(left.count.counted("document")), such as \(first.number)"
            return InputProblem(
                source: study.id, column: "\(change.entity.rawValue) \(change.key)",
                message: "is gone from the study file, but named by \(naming); "
                    + "keep it, or move what names it first")
        }
    }
}
