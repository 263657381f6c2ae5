import CXML2
import SystemPackage

/// Owns libxml2's parser for XML that comes in pieces, and frees it once.
final class XMLPushHandle {
    private let pointer: xmlParserCtxtPtr
    private let events: UnsafeMutablePointer<xml_events>
    private let listener = XMLListener()
    /// The parser's events hold it without owning it.
    private let sink: XMLSink
    private let path: FilePath
    private let maxBytes: Int64
    private var bytesFed: Int64 = 0

    init(_ path: FilePath, _ sink: XMLSink, maxBytes: Int64) throws(XMLError) {
        XMLListener.prepare()
        let events = UnsafeMutablePointer<xml_events>.allocate(capacity: 1)
        events.initialize(to: xml_events())
        events.pointee.context = Unmanaged.passUnretained(sink).toOpaque()
        events.pointee.start = { context, name, count, attributes in
            guard let context, let name else { return }
            Unmanaged<XMLSink>.fromOpaque(context).takeUnretainedValue().start(name, Int(count), attributes)
        }
        events.pointee.end = { context, name in
            guard let context, let name else { return }
            Unmanaged<XMLSink>.fromOpaque(context).takeUnretainedValue().end(name)
        }
        events.pointee.text = { context, text, count in
            guard let context else { return }
            Unmanaged<XMLSink>.fromOpaque(context).takeUnretainedValue()
                .text(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        events.pointee.doctype = { context in
            guard let context else { return }
            Unmanaged<XMLSink>.fromOpaque(context).takeUnretainedValue()
                .refuse("a document type (DOCTYPE) is declared; such files are refused")
        }
        guard let pointer = xml_push_parser(events) else {
            events.deallocate()
            throw XMLError(path, line: 0, "out of memory")
        }
        self.pointer = pointer
        self.events = events
        self.sink = sink
        self.path = path
        self.maxBytes = maxBytes
    }

    deinit {
        xmlFreeParserCtxt(pointer)
        events.deallocate()
    }

    func feed(_ piece: ArraySlice<UInt8>) throws(XMLError) {
        bytesFed += Int64(piece.count)
        guard bytesFed <= maxBytes else { throw error("more than the \(maxBytes) bytes allowed") }
        var rest = piece
        while !rest.isEmpty {
            // Small steps, so that what is refused is refused before much more is parsed.
            let part = rest.prefix(1 << 16)
            rest = rest.dropFirst(part.count)
            try parse(part, isLast: false)
        }
    }

    /// Throws if the file is not whole.
    func end() throws(XMLError) { try parse([], isLast: true) }

    func error(_ message: String) -> XMLError {
        XMLError(path, line: Int(max(xmlSAX2GetLineNumber(pointer), 0)), message)
    }

    private func parse(_ part: ArraySlice<UInt8>, isLast: Bool) throws(XMLError) {
        xml_listen(listener.pointer)
        let result = part.withUnsafeBytes { bytes in
            xmlParseChunk(
                pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
        }
        xml_listen(nil)
        if let refusal = sink.refusal { throw error(refusal) }
        if let first = listener.complaints.first { throw XMLError(path, line: first.line, first.message) }
        guard result == 0 else { throw error("not well-formed") }
    }
}
