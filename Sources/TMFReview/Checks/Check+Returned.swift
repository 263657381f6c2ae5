import TMFModel

extension Check {
    /// The newest version was sent back, and no later one has come.
    static let returned = Check(
        code: "returned", title: "Nothing sent back by quality control is left as it is", severity: .warning,
        rationale: "A version sent back needs a corrected one after it.",
        documents: { document, _ in
            guard let newest = document.versions.last, newest.facts.status == .returned else { return [] }
            let message =
                "\(document.number) version \(newest.ordinal) was returned by quality control on \(newest.statusAt.day), and no later version has been filed."
            return [Remark(message: message)]
        })
}
