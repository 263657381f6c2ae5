import CXML2
package import SystemPackage

/// Reads XML that comes in pieces: for tables of millions of cells, where an event must cost next to nothing. Names are
/// numbers, and texts stay bytes until somebody asks for them. Refuses what `XMLReading` refuses.
package final class XMLStream {
    /// What comes next. Texts and attributes can be asked for until the next event is read.
    package struct Event {
        package enum Kind: Sendable { case start, text, end }

        package let kind: Kind
        /// The place of the element's local name among the watched ones; nil for another.
        package let name: Int?
        fileprivate let first: Int
        fileprivate let last: Int
    }

    /// The file; for XML in memory or in an archive, what the caller called it.
    package let path: FilePath

    private let read: () throws -> ArraySlice<UInt8>?
    private let parser: XMLPushHandle
    private let sink: XMLSink
    private var next = 0
    private var hasEnded = false

    /// Reads the pieces that `read` returns until it returns nil; an empty one is none. `names` and `attributes` are the
    /// local names of the elements and attributes that are told apart. Throws `XMLError` if out of memory.
    package init(
        _ path: FilePath, watching names: [String], attributes: [String] = [], limits: XMLLimits = XMLLimits(),
        read: @escaping () throws -> ArraySlice<UInt8>?
    ) throws {
        self.path = path
        self.read = read
        sink = XMLSink(names: names, attributes: attributes, maxDepth: limits.maxDepth)
        parser = try XMLPushHandle(path, sink, maxBytes: limits.maxBytes)
    }

    /// The next event; nil at the end of a whole and well-formed file. Throws `XMLError`, and what the source throws; after
    /// that, read no further.
    package func nextEvent() throws -> Event? {
        while next == sink.events.count {
            if hasEnded { return nil }
            sink.clear()
            next = 0
            if let piece = try read() {
                try parser.feed(piece)
            } else {
                hasEnded = true
                try parser.end()
            }
        }
        defer { next += 1 }
        return sink.events[next]
    }

    /// The bytes of a text.
    package func bytes(of event: Event) -> ArraySlice<UInt8> { sink.bytes[event.first..<event.last] }

    /// The bytes of an attribute, by its place among the watched ones; nil if the element has none.
    package func attribute(_ attribute: Int, of event: Event) -> ArraySlice<UInt8>? {
        guard event.kind == .start else { return nil }
        for place in event.first..<event.last where sink.attributes[place].attribute == attribute {
            return sink.bytes[sink.attributes[place].first..<sink.attributes[place].last]
        }
        return nil
    }

    /// Where the parser is: after the last event, though perhaps by several.
    package func error(_ message: String) -> XMLError { parser.error(message) }
}

extension XMLStream.Event {
    init(_ kind: Kind, name: Int? = nil, _ range: Range<Int>) {
        self.init(kind: kind, name: name, first: range.lowerBound, last: range.upperBound)
    }
}
