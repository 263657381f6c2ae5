/// What looking into a file showed: its format, its conditions, and the facts that later readers ask for.
public struct FileExamination: Hashable, Sendable {
    /// The media type that the bytes show.
    public var mediaType: String
    public var remarks: [FileRemark] = []
    /// Pages, slides or sheets; nil where the format has none, or they cannot be counted.
    public var pages: Int?
    /// The size of the first page in words, `210 × 297 mm`; with how many others differ.
    public var pageSize: String?
    /// `1.7`.
    public var pdfVersion: String?
    /// What the PDF claims to conform to, `PDF/A-2b`; claimed, not checked.
    public var pdfConformance: String?
    /// The lowest resolution of a scanned page, in dots per inch.
    public var resolution: Int?
    /// Files inside, in their order; the first 200.
    public var members: [String] = []
    /// Pages that have text of their own.
    public var textPages = 0
    /// Pages whose text was recognized in a picture.
    public var recognizedPages = 0

    public init(mediaType: String) { self.mediaType = mediaType }

    /// The most members that are named.
    public static let mostMembers = 200

    /// Whether the file can be searched by what stands in it.
    public var hasText: Bool { textPages + recognizedPages > 0 }

    public mutating func note(_ condition: FileCondition, _ detail: String) {
        remarks.append(FileRemark(condition, detail))
    }
}

extension FileExamination {
    /// The facts as an object; what is not known is absent.
    public var json: JSON {
        .compact([
            ("media_type", .string(mediaType)),
            (
                "remarks",
                .array(
                    remarks.map {
                        .full([("rule", .string($0.condition.rawValue)), ("detail", .string($0.detail))])
                    })
            ),
            ("pages", pages.map { .int($0) }), ("page_size", pageSize.map { .string($0) }),
            ("pdf_version", pdfVersion.map { .string($0) }),
            ("pdf_conformance", pdfConformance.map { .string($0) }),
            ("resolution", resolution.map { .int($0) }),
            ("members", members.isEmpty ? nil : .array(members.map { .string($0) })),
            ("text_pages", .int(textPages)),
            ("recognized_pages", recognizedPages > 0 ? .int(recognizedPages) : nil),
        ])
    }

    /// Reads what `json` writes; remarks of a kind that is not known are passed over. Nil without a media type.
    public init?(json: JSON) {
        guard let mediaType = json["media_type"]?.string else { return nil }
        self.init(mediaType: mediaType)
        remarks = (json["remarks"]?.array ?? []).compactMap { remark in
            remark["rule"]?.string.flatMap { FileCondition(rawValue: $0) }
                .map { FileRemark($0, remark["detail"]?.string ?? "") }
        }
        pages = json["pages"]?.int
        pageSize = json["page_size"]?.string
        pdfVersion = json["pdf_version"]?.string
        pdfConformance = json["pdf_conformance"]?.string
        resolution = json["resolution"]?.int
        members = (json["members"]?.array ?? []).compactMap(\.string)
        textPages = json["text_pages"]?.int ?? 0
        recognizedPages = json["recognized_pages"]?.int ?? 0
    }
}
