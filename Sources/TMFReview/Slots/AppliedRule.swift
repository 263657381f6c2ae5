import TMFModel

/// A rule with what its slots share, kept once for all of them.
final class AppliedRule: Sendable, Hashable {
    let rule: ExpectationRule
    /// Empty if the model does not know the artifact.
    let artifactName: String
    /// The day of the binder; nil where nobody said.
    let asOf: Day?
    let names: StudyNames

    init(rule: ExpectationRule, artifactName: String, asOf: Day?, names: StudyNames) {
        self.rule = rule
        self.artifactName = artifactName
        self.asOf = asOf
        self.names = names
    }

    static func == (left: AppliedRule, right: AppliedRule) -> Bool {
        left === right
            || (left.rule == right.rule && left.artifactName == right.artifactName && left.asOf == right.asOf)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(rule.id) }
}
