import TMFModel

extension Check {
    /// The name says one type of file and the bytes another. Only types whose bytes tell them for certain are judged.
    static let mediaTypeMismatch = Check(
        code: "media-type-mismatch", title: "Every file is what its name says", severity: .warning,
        rationale: "A file with the wrong extension does not open at the inspection.",
        documents: { document, _ in
            document.versions.compactMap { version in
                guard let content = version.facts.content, content.bytes > 0, let name = version.facts.originalName,
                    let ending = MediaType.contradictedEnding(of: name, mediaType: content.mediaType)
                else { return nil }
                return Remark(
                    message:
                        "\(document.number) version \(version.ordinal) is named .\(ending), but is \(content.mediaType)."
                )
            }
        })
}
