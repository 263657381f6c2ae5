package import TMFModel

extension StudySnapshot {
    /// What readers get who may not see restricted records, and what is withheld from them.
    package func open(on day: Day) throws -> (kept: StudySnapshot, withheld: [WithheldRecord]) {
        withholding(outside: .open, model: try .sample(), on: day)
    }
}
