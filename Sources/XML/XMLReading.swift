import CXML2
import Glibc
package import SystemPackage

/// Reads XML from start to end, one event at a time. Nothing outside the file is ever opened, and a file that declares
/// a document type, and with it entities, is refused.
package struct XMLReading: ~Copyable {
    private let reader: XMLReaderHandle
    private let limits: XMLLimits
    private var pendingEnd: XMLName?
    private var ended = false

    package var path: FilePath { reader.path }

    /// Opens a file. Throws if it is missing, no file or larger than allowed.
    package init(opening path: FilePath, limits: XMLLimits = XMLLimits()) throws(XMLError) {
        reader = try XMLReaderHandle.opening(path, limits)
        self.limits = limits
    }

    /// Reads bytes in memory; `name` stands for the path in errors.
    package init(_ bytes: [UInt8], name: FilePath, limits: XMLLimits = XMLLimits()) throws(XMLError) {
        guard Int64(bytes.count) <= min(limits.maxBytes, Int64(Int32.max)) else {
            throw XMLError(name, line: 0, "\(bytes.count) bytes, more than the \(limits.maxBytes) allowed")
        }
        reader = try XMLReaderHandle.reading(bytes, name)
        self.limits = limits
    }

    /// The line of the last event; 1 for the first.
    package var line: Int { reader.line }

    /// The next event; nil at the end of a whole and well-formed file. After an error, read no further.
    package mutating func next() throws(XMLError) -> XMLEvent? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while !ended {
            guard try reader.advance() else {
                ended = true
                break
            }
            if let event = try event() { return event }
        }
        return nil
    }

    private mutating func event() throws(XMLError) -> XMLEvent? {
        switch xmlTextReaderNodeType(reader.pointer) {
        case 1:
            let depth = Int(xmlTextReaderDepth(reader.pointer)) + 1
            guard depth <= limits.maxDepth else {
                throw reader.error("elements nested deeper than the \(limits.maxDepth) allowed")
            }
            let name = reader.name
            if xmlTextReaderIsEmptyElement(reader.pointer) == 1 { pendingEnd = name }
            return .start(name, attributes: reader.attributes())
        case 3, 4, 13, 14: return .text(reader.value)
        case 5: throw reader.error("an entity that is not declared in XML itself")
        case 10: throw reader.error("a document type (DOCTYPE) is declared; such files are refused")
        case 15: return .end(reader.name)
        default: return nil
        }
    }
}
