import TMFModel

extension Check {
    /// Two documents that say or show the same, though their bytes differ, about which nobody has decided. Reported at
    /// the later one. Silent about contents that were not examined.
    static let likelyDuplicate = Check(
        code: "likely-duplicate", title: "No record is filed twice in another form", severity: .notice,
        rationale: "A record that was saved or scanned again stands once in its place, or somebody said why not."
    ) { binder in
        guard !binder.snapshot.likenesses.isEmpty else { return [] }
        var pairing = DuplicatePairing([binder.snapshot])
        return pairing.pairs(of: binder.snapshot.likenesses, sameBytes: false).filter(\.isOpen)
            .sorted { ($0.second.document, $0.first.document) < ($1.second.document, $1.first.document) }
            .map { pair in
                let (first, second) = (pair.first, pair.second)
                return Finding(
                    rule: "likely-duplicate", severity: .notice, artifact: second.facts.artifact,
                    scope: second.facts.scope, person: second.facts.person, organization: second.facts.organization,
                    document: second.document,
                    message: "\(second.document) version \(second.version) \(pair.kind.verb) as \(first.document) "
                        + "version \(first.version) (\(pair.share / 10) %).",
                    explanation: pair.evidence.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." } + [
                        "`tmf duplicates decide` records what becomes of the pair."
                    ])
            }
    }
}

extension LikenessKind {
    fileprivate var verb: String {
        switch self {
        case .bytes: "has the same bytes"
        case .text, .nearText: "says the same"
        case .picture: "looks the same"
        case .similar: "is similar"
        }
    }
}
