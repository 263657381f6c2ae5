import TMFModel

extension Check {
    /// A version whose file has no bytes.
    static let emptyFile = Check(
        code: "empty-file", title: "Every file has content", severity: .error,
        rationale: "An empty file shows nothing.",
        documents: { document, _ in
            document.versions.filter { $0.facts.content?.bytes == 0 }.map {
                Remark(message: "\(document.number) version \($0.ordinal) is an empty file.")
            }
        })
}
