import TMFModel

extension Check {
    /// A version whose file lacks its end, or whose parts do not fit together. Known from its first and last bytes
    /// when it was filed, or from looking into it.
    static let damagedFile = Check(
        code: "damaged-file", title: "Every file is whole", severity: .error,
        rationale: "A file that is cut off or broken does not open at the inspection.",
        documents: { document, binder in
            document.versions.compactMap { version in
                switch version.facts.content?.defect {
                case .truncated:
                    Remark(message: "\(document.number) version \(version.ordinal) is a file without its end.")
                case .damaged:
                    Remark(message: "\(document.number) version \(version.ordinal) is a broken file.")
                case .encrypted, nil:
                    binder.remarks(.damaged, on: version).first.map {
                        Remark(message: "\(document.number) version \(version.ordinal) \($0).")
                    }
                }
            }
        })
}
