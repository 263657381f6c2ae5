extension MediaType {
    /// The ending of a name, without the dot, if it says another format than the bytes show. Only formats whose bytes
    /// tell them for certain are judged.
    public static func contradictedEnding(of name: String, mediaType: String) -> String? {
        let ending = FileEnding(of: name).text
        guard let types = certain[ending], !types.contains(mediaType), mediaType != unknown, mediaType != empty
        else { return nil }
        return ending
    }

    /// The media types that the bytes of a file with this ending may show.
    private static let certain: [String: Set<String>] = [
        "pdf": ["application/pdf"],
        "png": ["image/png"],
        "jpg": ["image/jpeg"], "jpeg": ["image/jpeg"],
        "gif": ["image/gif"],
        "tif": ["image/tiff"], "tiff": ["image/tiff"],
        "docx": [OOXML.document, ZipContainer.mediaType],
        "xlsx": [OOXML.workbook, ZipContainer.mediaType],
        "pptx": [OOXML.presentation, ZipContainer.mediaType],
        "zip": [ZipContainer.mediaType],
    ]

    /// Whether readers of the format can be expected for as long as a file is kept: open standards, or so widespread
    /// that they are read by many programs.
    public static func isLasting(_ mediaType: String) -> Bool {
        let type = mediaType.prefix { $0 != ";" && $0 != " " }.lowercased()
        return lasting.contains(type) || type.hasPrefix("text/")
            || type.hasPrefix("application/vnd.oasis.opendocument.")
    }

    private static let lasting: Set<String> = [
        "application/pdf", "image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp", "image/svg+xml",
        OOXML.document, OOXML.workbook, OOXML.presentation, OOXML.macroDocument, OOXML.macroWorkbook,
        OOXML.macroPresentation, "application/rtf", "application/xml", "application/xhtml+xml", "application/json",
        "message/rfc822", "application/zip", "application/gzip", "application/x-tar", "application/dicom",
        "application/x-sas-xport", "application/epub+zip", "audio/wav", "audio/mpeg", "video/mp4", "audio/mp4", empty,
    ]

    /// Whether the format packs other files.
    public static func isArchive(_ mediaType: String) -> Bool { archives.contains(mediaType) }

    private static let archives: Set<String> = [
        ZipContainer.mediaType, "application/gzip", "application/x-7z-compressed", "application/x-xz",
        "application/zstd", "application/x-tar", "application/x-rar", "application/vnd.rar", "application/x-bzip2",
    ]

    /// Whether a name ends as archives do.
    public static func isArchiveName(_ name: String) -> Bool {
        archiveEndings.contains(FileEnding(of: name).text)
    }

    private static let archiveEndings: Set<String> = [
        "zip", "tar", "gz", "tgz", "7z", "rar", "xz", "bz2", "zst", "jar", "iso", "cab",
    ]
}
