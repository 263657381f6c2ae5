import TMFModel

/// A rule with what its slots share, kept once for all of them.
final class AppliedRule: Sendable, Hashable {
    let rule: ExpectationRule
    /// Empty if the model does not know the artifact.
    let artifactName: String

    init(rule: ExpectationRule, artifactName: String) {
        self.rule = rule
        self.artifactName = artifactName
    }

    static func == (left: AppliedRule, right: AppliedRule) -> Bool {
        left === right || (left.rule == right.rule && left.artifactName == right.artifactName)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(rule.id) }
}
