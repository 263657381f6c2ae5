import TMFModel
import TMFPages

/// Whether a record is shown or saved, and under which name. RFC 6266 and RFC 8187.
enum ContentDisposition {
    /// What every browser shows by itself, and cannot run.
    private static let shown: Set = [
        "application/pdf", "image/png", "image/jpeg", "image/gif", "image/tiff", "text/plain",
    ]

    static func value(mediaType: String, name: String) -> String {
        let isShown = shown.contains(mediaType) && !MediaType.isRunnableInBrowser(mediaType)
        return
            "\(isShown ? "inline" : "attachment"); filename=\"\(ascii(name))\"; filename*=UTF-8''\(PercentEncoding.segment(name))"
    }

    /// The name that the file came with, without what could lead elsewhere or make it look like another.
    static func name(_ original: String?, document: DocumentNumber, version: Int, mediaType: String) -> String {
        let scalars = (original ?? "").unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            // Marks of direction among them: they let `exe.pdf` look like `fdp.exe`.
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
            default: true
            }
        }
        let last = String(String.UnicodeScalarView(scalars)).split { "/\\:".contains($0) }.last.map(String.init) ?? ""
        let name = String(last.drop { $0 == "." || $0 == " " }.prefix(200))
        if !name.isEmpty { return name }
        let ending = MediaType.fileExtension(for: mediaType).map { ".\($0)" } ?? ""
        return "\(document.description.lowercased())-v\(version)\(ending)"
    }

    private static func ascii(_ name: String) -> String {
        String(name.map { $0.isASCII && $0 != "\"" && $0 != "\\" && $0 != "%" && $0 != ";" ? $0 : "_" })
    }
}
