import TMFModel

extension Check {
    /// A version whose file is encrypted. Known from its first and last bytes when it was filed,
    /// or from looking into it.
    static let encryptedFile = Check(
        code: "encrypted-file", title: "No file needs a password", severity: .warning,
        rationale: "A record must open for as long as it is kept: passwords are lost sooner.",
        documents: { document, binder in
            document.versions.compactMap { version in
                let seen = binder.remarks(.encrypted, on: version).first
                guard version.facts.content?.defect == .encrypted || seen != nil else { return nil }
                return Remark(
                    message: "\(document.number) version \(version.ordinal) \(seen ?? "is encrypted").",
                    explanation: [
                        "Filed as \(version.facts.content?.mediaType ?? "a file"); a copy without encryption opens for everyone."
                    ])
            }
        })
}
