import TMFModel

extension GateJudging {
    /// Rules whose findings other criteria speak of, each in its own words.
    private static let spokenOf: Set = [
        "missing", "expired", "awaiting-quality-control", "returned", "open-quality-issue",
    ]

    /// What mends a finding of a rule, `D` standing for its document.
    private static let fixes: [String: String] = [
        "version-gap": "tmf revise D FILE", "repeated-label": "tmf amend D version=LABEL",
        "missing-document-date": "tmf amend D document_date=YYYY-MM-DD",
        "future-date": "tmf amend D document_date=YYYY-MM-DD",
        "exact-duplicate": "tmf duplicates decide D OTHER --reject D --reason \"…\"",
        "translation-of-unknown": "tmf amend D translation_of=NUMBER",
        "uncertified-copy": "tmf amend D copy=certified-copy certified_by=NAME certified_on=YYYY-MM-DD",
        "unknown-artifact": "tmf move D --artifact NUMBER", "wrong-level": "tmf move D --level LEVEL",
        "restricted-kind-in-open-part": "tmf amend D restricted=yes", "empty-file": "tmf revise D FILE",
        "media-type-mismatch": "tmf revise D FILE",
    ]

    func errors() -> [GateBlocker] {
        binder.findings.filter { finding in
            finding.severity == .error && !Self.spokenOf.contains(finding.rule) && concerns(finding.scope ?? .trial)
        }.map { finding in
            let scope = finding.scope ?? .trial
            let named = [
                finding.document?.description ?? finding.artifact?.description, scope.description, finding.person,
            ]
            let organization = finding.document.flatMap { binder.snapshot.document($0) }?.facts.organization
            return GateBlocker(
                id: (["finding", finding.rule] + named.compactMap { $0 }).joined(separator: ":"),
                what: finding.message, fix: fix(finding, scope),
                who: responsible(
                    for: scope, at: finding.artifact, person: finding.person, organization: organization), scope: scope,
                document: finding.document, explanation: finding.explanation)
        }
    }

    private func fix(_ finding: Finding, _ scope: Scope) -> String {
        if let document = finding.document {
            let pattern = Self.fixes[finding.rule] ?? "tmf show D"
            return pattern.replacing(" D", with: " \(document)", maxReplacements: 1)
        }
        guard let artifact = finding.artifact else { return "tmf check --rule \(finding.rule)" }
        return "tmf explain \(artifact)\(scope.options)"
    }

    /// A site without a principal investigator has nobody whose records could be asked for.
    func principalInvestigator() -> [GateBlocker] {
        guard place.level == .site, !study.people(in: place).contains(where: isPrincipalInvestigator) else { return [] }
        return [
            GateBlocker(
                id: "principal-investigator:\(place)",
                what: "The study file names no principal investigator for \(place.inWords).",
                fix: "tmf study apply study.yaml, with the person in it", who: responsible(for: place), scope: place,
                explanation: [
                    "Records of the investigator, such as CV and training, are expected once the person is known."
                ])
        ]
    }
}
