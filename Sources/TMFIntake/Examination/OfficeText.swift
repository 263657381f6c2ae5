import SystemPackage
import XML

/// Collects the text of parts of a document, with a line for each paragraph or cell.
struct OfficeText {
    private(set) var text = ""

    /// Elements whose text is shown, by their local names: of words, of slides and cells, and of OpenDocument.
    private static let shown: Set<String> = ["t", "p", "h", "span", "a"]
    private static let paragraphs: Set<String> = ["p", "h", "si", "is", "tr", "table-row"]

    /// Throws where the XML is broken or nested too deeply; what came before is kept.
    mutating func read(_ bytes: [UInt8], name: FilePath) throws(XMLError) {
        var reading = try XMLReading(bytes, name: name)
        var open: [String] = []
        while let event = try reading.next() {
            switch event {
            case .start(let element, _):
                open.append(element.local)
                if ["tab", "br", "s", "line-break"].contains(element.local) { text += " " }
            case .end(let element):
                _ = open.popLast()
                if Self.paragraphs.contains(element.local) { text += "\n" }
            case .text(let part):
                if let last = open.last, Self.shown.contains(last) { text += part }
            }
        }
    }
}
