public import TMFModel

/// The versions of the reference model that can be had: those of the program, and those that a store keeps.
public enum ReferenceModelLibrary {
    /// A version with its stock rules. A kept one comes with the rules of the newest version of the program, carried over by
    /// unique ID; rules that it has no place for are left out.
    ///
    /// Throws `InputProblem` if there is no such version.
    public static func load(
        _ version: String, kept: KeptModel?
    ) throws -> (model: ReferenceModel, rules: [ExpectationRule]) {
        guard let kept, kept.name == version else { return try BundledReferenceModel.load(version) }
        let model = try KeptModelTable.model(kept)
        let stock = try BundledReferenceModel.load(BundledReferenceModel.newest)
        return (model, carried(stock.rules, from: stock.model, to: model))
    }

    /// Whether there is such a version.
    public static func knows(_ version: String, kept: KeptModel?) -> Bool {
        kept?.name == version || BundledReferenceModel.versions.contains(version)
    }

    private static func carried(
        _ rules: [ExpectationRule], from old: ReferenceModel, to new: ReferenceModel
    ) -> [ExpectationRule] {
        let places = Dictionary(new.artifacts.map { ($0.uniqueID, $0) }) { first, _ in first }
        return rules.compactMap { rule in
            guard let artifact = old.artifact(rule.artifact).flatMap({ places[$0.uniqueID] }), !artifact.isNotUsed
            else {
                return nil
            }
            var texts = rule.texts
            texts[.artifact] = artifact.number.description
            // A rule that names a level, milestone or sub-artifact that the model does not have says nothing there.
            return try? ExpectationRule(id: rule.id, texts: texts, model: new)
        }
    }
}
