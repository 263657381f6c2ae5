/// The media types of Office Open XML.
enum OOXML {
    private static let stem = "application/vnd.openxmlformats-officedocument."
    static let document = stem + "wordprocessingml.document"
    static let workbook = stem + "spreadsheetml.sheet"
    static let presentation = stem + "presentationml.presentation"
    static let drawing = "application/vnd.ms-visio.drawing"
    static let macroDocument = "application/vnd.ms-word.document.macroenabled.12"
    static let macroWorkbook = "application/vnd.ms-excel.sheet.macroenabled.12"
    static let macroPresentation = "application/vnd.ms-powerpoint.presentation.macroenabled.12"

    /// By the ending of a name, for a package whose telling members lie further in.
    static func mediaType(ending: FileEnding) -> String? {
        switch ending.text {
        case "docx": document
        case "xlsx": workbook
        case "pptx": presentation
        case "docm": macroDocument
        case "xlsm": macroWorkbook
        case "pptm": macroPresentation
        case "vsdx": drawing
        default: nil
        }
    }
}

/// A ZIP, and the formats that are ZIPs inside: told apart by the names of the first members.
enum ZipContainer {
    static let mediaType = "application/zip"

    static func mediaType(of head: [UInt8], ending: FileEnding) -> String {
        var isPackage = false
        var type: String?
        forEachMember(of: head) { name, data, size in
            if name == "mimetype" {
                type = declared(head, data, size)
            } else if name.hasPrefix("word/") {
                type = ending.text == "docm" || name == "word/vbaProject.bin" ? OOXML.macroDocument : OOXML.document
            } else if name.hasPrefix("xl/") {
                type = ending.text == "xlsm" || name == "xl/vbaProject.bin" ? OOXML.macroWorkbook : OOXML.workbook
            } else if name.hasPrefix("ppt/") {
                type = ending.text == "pptm" ? OOXML.macroPresentation : OOXML.presentation
            } else if name.hasPrefix("visio/") {
                type = OOXML.drawing
            } else if name == "[Content_Types].xml" || name == "_rels/.rels" {
                isPackage = true
            }
            return type == nil
        }
        return type ?? (isPackage ? OOXML.mediaType(ending: ending) : nil) ?? mediaType
    }

    /// The text of an uncompressed member `mimetype`, which ODF and EPUB put first.
    private static func declared(_ head: [UInt8], _ data: Int, _ size: Int) -> String? {
        guard size > 0, size < 100, data + size <= head.count else { return nil }
        let text = String(decoding: head[data..<data + size], as: UTF8.self)
        return text.hasPrefix("application/vnd.oasis.opendocument.") || text == "application/epub+zip" ? text : nil
    }

    /// Calls `body` with each member's name, and where its data begins and how long it is, until it returns false.
    private static func forEachMember(of head: [UInt8], _ body: (String, Int, Int) -> Bool) {
        var at = 0
        while at + 30 <= head.count, head.hasBytes([0x50, 0x4B, 3, 4], at: at) {
            let nameLength = head.littleEndian(2, at: at + 26)
            let data = at + 30 + nameLength + head.littleEndian(2, at: at + 28)
            let size = head.littleEndian(4, at: at + 18)
            guard at + 30 + nameLength <= head.count else { return }
            let name = String(decoding: head[at + 30..<at + 30 + nameLength], as: UTF8.self)
            guard body(name, data, size) else { return }
            let next = data + size
            let isStreamed = size == 0 && head[at + 6] & 8 != 0
            if !isStreamed {
                at = next
            } else if let found = nextMember(in: head, from: next) {
                // A streamed member has its size behind it.
                at = found
            } else {
                return
            }
        }
    }

    private static func nextMember(in head: [UInt8], from start: Int) -> Int? {
        guard start + 4 <= head.count else { return nil }
        return (start...head.count - 4).first { head[$0] == 0x50 && head.hasBytes([0x50, 0x4B, 3, 4], at: $0) }
    }
}

/// The compound file of older Office: what is inside lies too far in, so that the name decides.
enum OLEContainer {
    static let mediaType = "application/x-ole-storage"
    /// The first bytes.
    static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    static func mediaType(ending: FileEnding) -> String {
        switch ending.text {
        case "doc", "dot": "application/msword"
        case "xls", "xlt": "application/vnd.ms-excel"
        case "ppt", "pps": "application/vnd.ms-powerpoint"
        case "msg": "application/vnd.ms-outlook"
        default: mediaType
        }
    }
}
