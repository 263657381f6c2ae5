import XML

/// One element of an `exchange.xml` with everything below it, as it stands.
struct EMSElement {
    /// Without prefix, as written.
    let name: String
    let namespace: String?
    let attributes: [XMLName: String]
    /// 1 for the first.
    let line: Int
    /// The text directly in it, joined.
    var text = ""
    var children: [EMSElement] = []

    /// Reads an element whose start was just read, up to its end. Throws `XMLError`, also if it holds more than
    /// `maxElements` or `maxBytes` of text: no record does.
    init(
        _ name: XMLName, _ attributes: [XMLName: String], in reading: inout XMLReading, maxElements: Int = 200_000,
        maxBytes: Int = 64 << 20
    ) throws(XMLError) {
        var stack = [EMSElement(name, attributes, line: reading.line)]
        var elements = 1
        var bytes = 0
        while true {
            guard let event = try reading.next() else {
                throw XMLError(reading.path, line: reading.line, "the file ends within <\(name.local)>")
            }
            switch event {
            case .start(let name, let attributes):
                elements += 1
                stack.append(EMSElement(name, attributes, line: reading.line))
            case .text(let text):
                bytes += text.utf8.count
                stack[stack.count - 1].text += text
            case .end:
                let ended = stack.removeLast()
                guard !stack.isEmpty else {
                    self = ended
                    return
                }
                stack[stack.count - 1].children.append(ended)
            }
            guard elements <= maxElements, bytes <= maxBytes else {
                throw XMLError(
                    reading.path, line: reading.line,
                    "<\(name.local)> is larger than a record can be (\(maxElements) elements, \(maxBytes) bytes)")
            }
        }
    }

    private init(_ name: XMLName, _ attributes: [XMLName: String], line: Int) {
        self.name = name.local
        namespace = name.namespace
        self.attributes = attributes
        self.line = line
    }

    /// The text without white space around it.
    var code: String {
        // Nearly every text is bare already: its ends tell without a look at anything between them.
        let ends = [text.utf8.first, text.utf8.last].compactMap { $0 }
        if ends.count == 2, ends.allSatisfy({ (0x21...0x7E).contains($0) }) { return text }
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }
}
