/// A name in XML with its namespace.
package struct XMLName: Hashable, Sendable {
    /// Without prefix.
    package let local: String

    /// The namespace's URI; nil if there is none.
    package let namespace: String?

    package init(_ local: String, namespace: String? = nil) {
        self.local = local
        self.namespace = namespace
    }
}

/// What a reader of XML comes across next.
package enum XMLEvent: Hashable, Sendable {
    case start(XMLName, attributes: [XMLName: String])

    /// Text between tags; one run may come in several pieces. CDATA is text as well.
    case text(String)

    /// The end of an element, also of one written as an empty tag.
    case end(XMLName)
}
