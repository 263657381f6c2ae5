import TMFModel

extension Check {
    /// The labels of a document's versions leave out a whole number between the lowest and the highest.
    static let versionGap = Check(
        code: "version-gap", title: "No version is left out between two others", severity: .warning,
        rationale: "Every version that was in force is part of the file, the superseded ones too.",
        documents: { document, _ in
            guard document.versions.count > 1 else { return [] }
            let numbers = Set(document.versions.compactMap { $0.facts.label.flatMap { VersionLabel($0)?.major } })
            guard let lowest = numbers.min(), let highest = numbers.max() else { return [] }
            let absent = (lowest...highest).filter { !numbers.contains($0) }
            guard !absent.isEmpty else { return [] }
            let present = numbers.sorted().map(String.init).joined(separator: ", ")
            let list = absent.prefix(10).map(String.init).joined(separator: ", ")
            return [
                Remark(
                    message: "\(document.number) lacks version \(list).",
                    explanation: ["The labels of its versions begin with \(present)."])
            ]
        })
}
