import TMFModel

extension Check {
    /// A version whose file is encrypted. Known from its first and last bytes when it was filed.
    static let encryptedFile = Check(
        code: "encrypted-file", title: "No file needs a password", severity: .warning,
        rationale: "A record must open for as long as it is kept: passwords are lost sooner.",
        documents: { document, _ in
            document.versions.filter { $0.facts.content?.defect == .encrypted }.map {
                Remark(
                    message: "\(document.number) version \($0.ordinal) is encrypted.",
                    explanation: [
                        "Filed as \($0.facts.content?.mediaType ?? "a file"); a copy without encryption opens for everyone."
                    ])
            }
        })
}
