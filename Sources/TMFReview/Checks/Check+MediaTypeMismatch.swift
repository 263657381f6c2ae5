import TMFModel

extension Check {
    /// The name says one type of file and the bytes another. Only types whose bytes tell them for certain are judged.
    static let mediaTypeMismatch = Check(
        code: "media-type-mismatch", title: "Every file is what its name says", severity: .warning,
        rationale: "A file with the wrong extension does not open at the inspection.",
        documents: { document, _ in
            document.versions.compactMap { version in
                guard let content = version.facts.content, content.bytes > 0,
                    let name = version.facts.originalName, let dot = name.lastIndex(of: ".")
                else { return nil }
                let ending = name[name.index(after: dot)...].lowercased()
                guard let types = mediaTypes[ending], !types.contains(content.mediaType),
                    content.mediaType != "application/octet-stream"
                else { return nil }
                return Remark(
                    message:
                        "\(document.number) version \(version.ordinal) is named .\(ending), but is \(content.mediaType)."
                )
            }
        })

    /// The media types that the bytes of a file with this ending may show.
    private static let mediaTypes: [String: Set<String>] = [
        "pdf": ["application/pdf"],
        "png": ["image/png"],
        "jpg": ["image/jpeg"], "jpeg": ["image/jpeg"],
        "gif": ["image/gif"],
        "tif": ["image/tiff"], "tiff": ["image/tiff"],
        "docx": [
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip",
        ],
        "xlsx": ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip"],
        "pptx": [
            "application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/zip",
        ],
        "zip": ["application/zip"],
    ]
}
