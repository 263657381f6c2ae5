import TMFModel

extension Check {
    /// Two versions of one document carry the same label: a fork, or a correction that kept its number.
    static let repeatedLabel = Check(
        code: "repeated-label", title: "Every version has a label of its own", severity: .warning,
        rationale: "Two versions with one label cannot be told apart by those who cite them.",
        documents: { document, _ in
            guard document.versions.count > 1 else { return [] }
            // A version sent back is expected to be replaced by one with the same label.
            let standing = document.versions.filter { $0.facts.status != .returned && $0.facts.status != .draft }
            let labels = Dictionary(grouping: standing.filter { $0.facts.label != nil }) { $0.facts.label ?? "" }
            return labels.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { label, versions in
                let ordinals = versions.map { String($0.ordinal) }.joined(separator: " and ")
                return Remark(message: "\(document.number): versions \(ordinals) carry the same label, \(label).")
            }
        })
}
