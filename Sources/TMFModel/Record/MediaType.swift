/// What kind of file some bytes are, told from the bytes themselves.
///
/// A name is believed only where the bytes leave a choice: among formats of plain text, and among the formats that
/// share one container.
public enum MediaType {
    /// Bytes of no kind that is known here.
    public static let unknown = "application/octet-stream"
    /// No bytes at all.
    public static let empty = "application/x-empty"

    /// The media type of a file, such as `application/pdf`.
    ///
    /// `name` is the file's name, with or without folders; nil if it has none.
    /// `head` is the first bytes of the file: all of a short one, 4 to 8 KB of a long one are enough.
    public static func of(name: String?, head: [UInt8]) -> String {
        guard !head.isEmpty else { return empty }
        let ending = FileEnding(of: name)
        if let type = Signature.mediaType(of: head) {
            switch type {
            case ZipContainer.mediaType: return ZipContainer.mediaType(of: head, ending: ending)
            case OLEContainer.mediaType: return OLEContainer.mediaType(ending: ending)
            default: return type
            }
        }
        if let text = SniffedText(head) { return text.mediaType(ending: ending) }
        // Some scanners write a few bytes of their own before the header.
        if head.hasBytes("%PDF-", within: 0..<1_024) { return "application/pdf" }
        return unknown
    }

    /// Whether a browser could run what is in such a file: it must be sent as a download, never shown.
    public static func isRunnableInBrowser(_ mediaType: String) -> Bool {
        let type = mediaType.prefix { $0 != ";" && $0 != " " }.lowercased()
        return runnable.contains(type) || type.hasSuffix("+xml")
    }

    /// The usual ending of such a file's name, without the dot; nil if there is none.
    public static func fileExtension(for mediaType: String) -> String? {
        endings[mediaType.prefix { $0 != ";" && $0 != " " }.lowercased()]
    }

    private static let runnable: Set = [
        "text/html", "text/xml", "application/xml", "text/javascript", "application/javascript", "text/xsl",
        "multipart/related",
    ]

    private static let endings = [
        "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/tiff": "tif",
        "image/bmp": "bmp", "image/webp": "webp", "image/heic": "heic", "image/svg+xml": "svg",
        "application/zip": "zip", "application/gzip": "gz", "application/x-7z-compressed": "7z",
        "application/x-xz": "xz", "application/zstd": "zst", "application/x-tar": "tar",
        OOXML.document: "docx", OOXML.workbook: "xlsx", OOXML.presentation: "pptx",
        OOXML.macroDocument: "docm", OOXML.macroWorkbook: "xlsm", OOXML.macroPresentation: "pptm",
        OOXML.drawing: "vsdx",
        "application/vnd.oasis.opendocument.text": "odt", "application/vnd.oasis.opendocument.spreadsheet": "ods",
        "application/vnd.oasis.opendocument.presentation": "odp",
        "application/vnd.oasis.opendocument.graphics": "odg", "application/epub+zip": "epub",
        "application/msword": "doc", "application/vnd.ms-excel": "xls", "application/vnd.ms-powerpoint": "ppt",
        "application/vnd.ms-outlook": "msg", "application/rtf": "rtf", "application/postscript": "ps",
        "video/mp4": "mp4", "video/quicktime": "mov", "audio/mp4": "m4a", "audio/mpeg": "mp3", "audio/wav": "wav",
        "application/dicom": "dcm", "application/x-sas-xport": "xpt", "application/x-sas-data": "sas7bdat",
        "application/xml": "xml", "text/xml": "xml", "text/html": "html", "application/xhtml+xml": "xhtml",
        "message/rfc822": "eml", "application/json": "json", "text/csv": "csv", "text/tab-separated-values": "tsv",
        "text/calendar": "ics", "text/plain": "txt",
    ]
}
