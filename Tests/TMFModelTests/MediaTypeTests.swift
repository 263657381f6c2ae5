import TMFModel
import Testing

@Suite struct MediaTypeTests {
    private static let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    private static let xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    @Test(arguments: [
        ("%PDF-1.7\n", "application/pdf"), ("\n\u{1}junk\n%PDF-1.4\n", "application/pdf"),
        ("{\\rtf1\\ansi", "application/rtf"), ("GIF89a\u{1}", "image/gif"),
        ("%!PS-Adobe-3.0", "application/postscript"),
        ("HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!", "application/x-sas-xport"),
        ("<?xml version=\"1.0\"?>\n<ODM/>", "application/xml"), ("<dataset id=\"1\">", "application/xml"),
        ("<?xml version=\"1.0\"?><!-- a > b --><svg xmlns=\"\">", "image/svg+xml"),
        ("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" [<!ENTITY a \">\">]>\n<svg:svg>", "image/svg+xml"),
        ("\u{FEFF} <!DOCTYPE html><html>", "text/html"), ("<HTML lang=de>", "text/html"), ("<script>", "text/html"),
        ("<?xml version=\"1.0\"?><!DOCTYPE html><html>", "application/xhtml+xml"),
        ("Return-Path: <a@b.example>\r\nReceived: from x\r\n\tby y\r\n", "message/rfc822"),
        ("Message-ID: <1@x>\r\nDate: Wed, 1 Jan 2020 00:00:00 +0000\r\n", "message/rfc822"),
        ("From: A\nTo: B\nSubject: C\n\nText", "message/rfc822"), ("{ \"a\": 1 }", "application/json"),
        ("[{\"a\": 1}]", "application/json"), ("Prüfplan, final", "text/plain"), ("Dear Dr: thank you", "text/plain"),
        ("Date: today\nNothing else", "text/plain"), ("a < b", "text/plain"), ("<anna@x.example> wrote", "text/plain"),
    ])
    func `a text is known by how it begins`(text: String, type: String) {
        #expect(MediaType.of(name: nil, head: Array(text.utf8)) == type)
    }

    @Test(
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "image/png"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"),
            ([0x49, 0x49, 0x2A, 0, 8], "image/tiff"), ([0x4D, 0x4D, 0, 0x2A, 0], "image/tiff"),
            ([0x1F, 0x8B, 8, 0], "application/gzip"), ([0x28, 0xB5, 0x2F, 0xFD], "application/zstd"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], "application/x-xz"), ([0xFF, 0xFB, 0x90, 0x44], "audio/mpeg"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0], "application/x-7z-compressed"),
            ([0x00, 0x01, 0x02], "application/octet-stream"), ([], "application/x-empty"),
            ([0xFF, 0xFE, 0x41, 0, 0x42, 0], "text/plain"), ([0xFE, 0xFF, 0, 0x3C, 0, 0x70, 0, 0x3E], "text/html"),
            ([0x50, 0x72, 0xFC, 0x66], "text/plain"), ([0x50, 0x72, 0x81, 0x20], "application/octet-stream"),
            ([0x41, 0xE2, 0x82], "text/plain"),
            ([0x42, 0x4D, 0, 1, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0], "image/bmp"),
        ] as [([UInt8], String)])
    func `bytes are known by their mark`(head: [UInt8], type: String) {
        #expect(MediaType.of(name: nil, head: head) == type)
    }

    @Test(arguments: [
        (4, "ftypisom", "video/mp4"), (4, "ftypqt  ", "video/quicktime"), (128, "DICM", "application/dicom"),
        (257, "ustar", "application/x-tar"),
    ])
    func `a mark further in is found`(offset: Int, mark: String, type: String) {
        #expect(MediaType.of(name: "x.pdf", head: Array(repeating: 0, count: offset) + Array(mark.utf8)) == type)
    }

    @Test(arguments: [("RIFF\u{1}\u{1}\u{1}\u{1}WEBP", "image/webp"), ("RIFF\u{1}\u{1}\u{1}\u{1}WAVE", "audio/wav")])
    func `a chunked file is known by its form`(text: String, type: String) {
        #expect(MediaType.of(name: nil, head: Array(text.utf8)) == type)
    }

    @Test func `an office package is known by its members, not by its name`() {
        let word = member("[Content_Types].xml", "<Types/>") + member("word/document.xml", "<d/>")
        #expect(MediaType.of(name: "list.xlsx", head: word) == Self.docx)
        let streamed = member("[Content_Types].xml", "<Types/>", streamed: true) + member("xl/workbook.xml", "<w/>")
        #expect(MediaType.of(name: nil, head: streamed) == Self.xlsx)
        #expect(MediaType.of(name: "a.docx", head: member("readme.txt", "x")) == "application/zip")
    }

    @Test func `an office package whose members lie too far in is known by its name`() {
        let start = member("[Content_Types].xml", "<Types/>")
        #expect(MediaType.of(name: "a/b.XLSX", head: start) == Self.xlsx)
        #expect(MediaType.of(name: "a/b.zip", head: start) == "application/zip")
        #expect(MediaType.of(name: nil, head: Array(start.prefix(34))) == "application/zip")
    }

    @Test(arguments: ["application/vnd.oasis.opendocument.text", "application/epub+zip"])
    func `a package that declares its type is believed`(type: String) {
        #expect(MediaType.of(name: nil, head: member("mimetype", type)) == type)
    }

    @Test(arguments: [
        ("a.doc", "application/msword"), ("a.XLS", "application/vnd.ms-excel"),
        ("a.msg", "application/vnd.ms-outlook"), ("a.pdf", "application/x-ole-storage"),
    ])
    func `older office files are told apart by name`(name: String, type: String) {
        let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        #expect(MediaType.of(name: name, head: mark) == type)
    }

    @Test func `a name decides only among texts`() {
        #expect(MediaType.of(name: "rows.csv", head: Array("a,b\r\n1,2".utf8)) == "text/csv")
        #expect(MediaType.of(name: "rows.csv", head: Array("%PDF-1.7".utf8)) == "application/pdf")
        #expect(MediaType.of(name: "note.html", head: Array("no markup".utf8)) == "text/plain")
        #expect(MediaType.of(name: "note.eml", head: Array("Subject: one field".utf8)) == "message/rfc822")
        #expect(MediaType.of(name: "scan.pdf", head: [0, 1, 2, 3]) == "application/octet-stream")
    }

    @Test(arguments: [
        "text/html", "image/svg+xml", "application/xml", "text/xml; charset=utf-8", "Application/XHTML+XML",
    ])
    func `what a browser could run is sent as a download`(type: String) {
        #expect(MediaType.isRunnableInBrowser(type))
    }

    @Test(arguments: ["application/pdf", "text/plain", "image/png", "text/csv"])
    func `what a browser only shows is not`(type: String) {
        #expect(!MediaType.isRunnableInBrowser(type))
    }

    @Test func `a type has its usual ending`() {
        #expect(MediaType.fileExtension(for: "application/pdf") == "pdf")
        #expect(MediaType.fileExtension(for: "text/plain; charset=utf-8") == "txt")
        #expect(MediaType.fileExtension(for: Self.docx) == "docx")
        #expect(MediaType.fileExtension(for: MediaType.unknown) == nil)
    }

    @Test func `no beginning of a file is too short or too odd`() {
        let whole = member("[Content_Types].xml", "<Types/>") + member("word/document.xml", "<d/>")
        for length in 0...whole.count { _ = MediaType.of(name: "x", head: Array(whole.prefix(length))) }
        var state: UInt64 = 42
        for _ in 0..<2_000 {
            let bytes = (0..<64).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 56)
            }
            _ = MediaType.of(name: nil, head: [0x50, 0x4B, 3, 4] + bytes)
            _ = MediaType.of(name: nil, head: [0x3C, 0x21] + bytes)
        }
    }

    /// One stored member of a ZIP; a streamed one has its sizes after the data.
    private func member(_ name: String, _ text: String, streamed: Bool = false) -> [UInt8] {
        let size = streamed ? 0 : UInt8(text.utf8.count)
        let header: [UInt8] = [
            0x50, 0x4B, 3, 4, 20, 0, streamed ? 8 : 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, size, 0, 0, 0, size, 0, 0, 0,
            UInt8(name.utf8.count), 0, 0, 0,
        ]
        return header + Array(name.utf8) + Array(text.utf8)
    }
}
