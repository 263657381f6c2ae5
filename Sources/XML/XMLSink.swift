import CXML2

/// Takes down what the parser tells of one piece of XML.
final class XMLSink {
    /// One watched attribute of an element, and where its bytes are.
    struct Attribute {
        let attribute: Int
        let first: Int
        let last: Int
    }

    private(set) var events: [XMLStream.Event] = []
    private(set) var attributes: [Attribute] = []
    private(set) var bytes: [UInt8] = []
    /// What the file is refused for; nil if for nothing.
    private(set) var refusal: String?

    private let names: [String]
    private let attributeNames: [String]
    private let maxDepth: Int
    private var depth = 0
    /// The parser keeps each name once, so that its address tells it. -1 is a name that nobody watches.
    private var knownNames: [(address: UnsafePointer<xmlChar>, place: Int)] = []
    private var knownAttributes: [(address: UnsafePointer<xmlChar>, place: Int)] = []

    init(names: [String], attributes: [String], maxDepth: Int) {
        self.names = names
        attributeNames = attributes
        self.maxDepth = maxDepth
    }

    func clear() {
        events.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    func start(_ name: UnsafePointer<xmlChar>, _ count: Int, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        depth += 1
        if depth > maxDepth { refuse("elements nested deeper than the \(maxDepth) allowed") }
        let first = attributes.count
        if let values, !attributeNames.isEmpty {
            for place in 0..<count {
                guard let name = values[5 * place], let start = values[5 * place + 3], let end = values[5 * place + 4],
                    values[5 * place + 1] == nil,
                    let attribute = XMLSink.place(of: name, in: attributeNames, &knownAttributes)
                else { continue }
                let from = bytes.count
                bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: end - start))
                attributes.append(Attribute(attribute: attribute, first: from, last: bytes.count))
            }
        }
        events.append(
            XMLStream.Event(.start, name: XMLSink.place(of: name, in: names, &knownNames), first..<attributes.count))
    }

    func end(_ name: UnsafePointer<xmlChar>) {
        depth -= 1
        events.append(XMLStream.Event(.end, name: XMLSink.place(of: name, in: names, &knownNames), 0..<0))
    }

    func text(_ text: UnsafeBufferPointer<xmlChar>) {
        let from = bytes.count
        bytes.append(contentsOf: text)
        events.append(XMLStream.Event(.text, from..<bytes.count))
    }

    func refuse(_ message: String) {
        if refusal == nil { refusal = message }
    }

    private static func place(
        of name: UnsafePointer<xmlChar>, in names: [String],
        _ known: inout [(address: UnsafePointer<xmlChar>, place: Int)]
    ) -> Int? {
        for entry in known where entry.address == name { return entry.place < 0 ? nil : entry.place }
        let place = names.firstIndex(of: String(cString: name))
        // More names than a table has would only make the search long.
        if known.count < 32 { known.append((name, place ?? -1)) }
        return place
    }
}
