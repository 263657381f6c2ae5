import TMFModel

extension Check {
    /// A document at a place of which every rule says that nothing like it is expected.
    ///
    /// Nothing is said where a rule lets records be filed, where its milestone may still come, or where no rule speaks
    /// of the level: `wrong-level` does.
    static let neverExpected = Check(
        code: "never-expected", title: "Everything that is filed has a place that asks for it, or that may hold it",
        severity: .notice,
        rationale:
            "A record that nothing asks for is misfiled, misnamed, or a sign that the study file lacks something."
    ) { binder in
        binder.strays().filter { !$0.isExcused }.map { record in
            let number = record.documents[0]
            let what =
                record.kind == .neverExpected
                ? "\(number) is of a kind that the study does not expect"
                : "\(number) fits none of the places that ask for such records"
            let name = binder.model.artifact(record.artifact)?.name ?? ""
            return Finding(
                rule: "never-expected", severity: .notice, artifact: record.artifact, scope: record.scope,
                person: record.person, organization: record.organization, document: number,
                message: "\(what): \(record.artifact) \(name), \(record.scope.inWords).",
                explanation: record.explanation)
        }
    }
}
