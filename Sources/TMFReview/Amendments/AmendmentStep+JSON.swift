public import TMFModel

extension AmendmentMatrix {
    /// The members that `amendments` adds to a binder's context. `steps` are those whose scope `contains` takes.
    public func members(_ contains: (Scope) -> Bool = { _ in true }) -> [(String, JSON?)] {
        [
            ("settling_days", .int(AmendmentCascade.settlingDays)),
            ("versions", .array(versions.map { versionJSON($0.label, $0.date) })),
            ("steps", .array(rows.filter { contains($0.scope) }.flatMap { $0.steps.map(\.json) })),
        ]
    }

    /// Days that are given for a new version to arrive before its absence is reported.
    public static var settlingDays: Int { AmendmentCascade.settlingDays }

    private func versionJSON(_ label: String, _ date: Day) -> JSON {
        let counts = counts(of: label)
        return .full(
            [("version", .string(label)), ("document_date", .string(date.description))]
                + AmendmentStep.State.allCases.map { ($0.rawValue, .int(counts[$0])) })
    }
}

extension AmendmentStep {
    var json: JSON {
        .full([
            ("version", .string(version)), ("level", .string(scope.level.rawValue)),
            ("country", (scope.country?.description).json), ("site", scope.site.json),
            ("record", .string(record.rawValue)), ("artifact", (artifact?.description).json),
            ("state", .string(state.rawValue)),
            ("documents", .array(documents.map { .string($0.description) })), ("due", .string(due.description)),
            ("explanation", .array(explanation.map { .string($0) })),
        ])
    }
}
