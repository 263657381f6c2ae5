/// Which parts of a document hold its text, in the order of its pages.
struct OfficeParts {
    /// For each page, slide or document the names of its parts.
    let texts: [[String]]
    /// Slides or sheets; nil for a text, whose pages only a program for it can count.
    let count: Int?

    init(_ names: [String]) {
        func numbered(_ prefix: String) -> [String] {
            let found = names.compactMap { name -> (Int, String)? in
                guard name.hasPrefix(prefix), name.hasSuffix(".xml") else { return nil }
                return Int(name.dropFirst(prefix.count).dropLast(4)).map { ($0, name) }
            }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
        let slides = numbered("ppt/slides/slide")
        let sheets = numbered("xl/worksheets/sheet")
        if !slides.isEmpty {
            texts = slides.map { [$0] }
            count = slides.count
        } else if names.contains("xl/workbook.xml") {
            // Texts of cells are shared by all sheets.
            texts = [["xl/sharedStrings.xml"] + sheets]
            count = sheets.count
        } else if names.contains("content.xml") {
            texts = [["content.xml"]]
            count = nil
        } else {
            let notes = ["word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"].filter(names.contains)
            texts = [
                numbered("word/header") + ["word/document.xml"] + notes + numbered("word/footer")
            ]
            count = nil
        }
    }
}
